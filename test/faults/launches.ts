import type { AdjustableClock } from '#common/clock.ts'
import type { Simulator } from '#simulator/index.ts'
import type { Folder } from './files.ts'
import type { Kill } from './plan.ts'
import { launchHeadless, type FaultLaunch, type FaultTerminal } from './terminal.ts'
import type { Truth } from './truth.ts'
import type { Watch } from './watch/watch.ts'
import { launchWindowed } from './windowed.ts'

/** The terminal of a stand: one at a time, launched again and again on the same folder. */
export interface Launches {
  current(): FaultTerminal | null
  /** The one that runs, or ran last. Throws where nothing was launched. */
  last(): FaultTerminal
  launch(): Promise<void>
  /** What runs goes on if it is of the right kind. */
  begin(needsWindow: boolean): Promise<void>
  end(): Promise<void>
}

export function createLaunches(deps: {
  simulator: Simulator
  clock: AdjustableClock
  folder: Folder
  truth: Truth
  watch: Watch
}): Launches {
  const { simulator, clock, folder, truth, watch } = deps
  let terminal: FaultTerminal | null = null
  let hasWindow = false

  const launch = async (): Promise<void> => {
    const { endpoint, key, account, sites } = simulator
    const options = { endpoint, key, ...account, site: sites.hotel }
    const { dir: dataDir, replacedDir } = folder
    const facts: FaultLaunch = { dataDir, replacedDir, startMs: clock.now(), options }
    await truth.sample(true)
    watch.relaunched()
    folder.keepRenames()
    terminal = await (hasWindow ? launchWindowed(facts) : launchHeadless(facts))
  }
  const end = async (): Promise<void> => {
    if (terminal?.isGone === false) await terminal.kill()
  }

  return {
    current: () => terminal,
    last() {
      if (!terminal) throw new Error('Nothing was launched.')
      return terminal
    },
    launch,
    async begin(needsWindow) {
      if (needsWindow !== hasWindow) await end()
      hasWindow = needsWindow
      if (terminal?.isGone !== false) await launch()
    },
    end,
  }
}

/** Kills the terminal where the plan says so. */
export function createKiller(clock: AdjustableClock, terminal: () => FaultTerminal | null) {
  let killed: Kill | null = null
  let killTimer: (() => void) | null = null
  const strike = (): void => {
    killed = null
    const running = terminal()
    if (running && !running.isGone) process.kill(running.pid, 'SIGKILL')
  }
  return {
    /** A request for this root field has reached the platform. */
    arrived(field: string): void {
      if (killed && 'arrived' in killed && killed.arrived === field) strike()
    },
    async arm(kill: Kill | null): Promise<void> {
      killTimer?.()
      killTimer = null
      killed = kill
      if (kill && 'afterMs' in kill) killTimer = clock.setTimer(kill.afterMs, strike)
      const running = terminal()
      if (running && !running.isGone) await running.arm(kill && 'point' in kill ? kill : null)
    },
  }
}
