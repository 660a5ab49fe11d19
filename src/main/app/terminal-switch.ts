import { createSerialQueue } from '#common/serial-queue.ts'
import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import type { AppServices } from '#main/services/app-services.ts'
import type { ResolvedSettings } from '#main/settings/resolved.ts'
import type { SettingsStore } from '#main/settings/settings-store.ts'
import type { ActiveTerminal, TerminalFactory } from './active-terminal.ts'
import type { CurrentSettings } from './current-settings.ts'
import { whenIdle } from './when-idle.ts'

/** A training that everybody has left must not stand there in place of the site. */
const TRAINING_IDLE_MS = 30 * 60_000

/** What can be active. */
export interface TerminalFactories {
  site(settings: ResolvedSettings): Promise<TerminalFactory>
  training(settings: ResolvedSettings): Promise<TerminalFactory>
}

/** How another terminal becomes active: with new settings, for training, and back. One change at a time. */
export interface TerminalSwitch extends Pick<
  AppServices,
  'applySettings' | 'isTraining' | 'enterTraining' | 'leaveTraining'
> {
  close(): void
}

interface SwitchDeps {
  active: ActiveTerminal
  /** Asked for when a terminal is made: they need what this is a part of. */
  factories: () => TerminalFactories
  current: CurrentSettings
  settings: Pick<SettingsStore, 'read'>
  desk: Desk
  /** Brings secrets and people to where these settings say. Throws a CommandError `storage`. */
  prepare(next: ResolvedSettings): Promise<void>
  clock: Clock
  log: Log
}

export function createTerminalSwitch(deps: SwitchDeps): TerminalSwitch {
  const { active, current, settings, log } = deps
  const queue = createSerialQueue()
  const training = createTraining(deps, queue)
  return {
    isTraining: training.isOn,
    applySettings: () =>
      queue(async () => {
        const next = await settings.read()
        await deps.prepare(next)
        if (training.isOn()) current.replace(next)
        else await showSite(deps, next)
        log.info({ demo: next.options.demo }, 'the terminal has new settings')
        if (training.isOn()) active.announce()
      }),
    enterTraining: training.enter,
    leaveTraining: training.leave,
    close: training.stopWatching,
  }
}

/** Where the new terminal cannot be made, the old one and its settings stay. */
async function showSite(deps: SwitchDeps, next: ResolvedSettings): Promise<void> {
  const { active, factories, current } = deps
  const before = current.get()
  const factory = await factories().site(next)
  current.replace(next)
  try {
    active.replace(factory)
  } catch (error) {
    current.replace(before)
    throw error
  }
}

/** The training terminal in place of the site's, until somebody leaves it, or everybody has. */
function createTraining(deps: SwitchDeps, queue: ReturnType<typeof createSerialQueue>) {
  const { active, factories, current, settings, desk, clock, log } = deps
  let isOn = false
  let stopWatching = (): void => undefined

  const leave = (): Promise<void> =>
    queue(async () => {
      if (!isOn) return
      await showSite(deps, await settings.read())
      isOn = false
      stopWatching()
      desk.auditNow().note({ action: 'training.leave' })
      log.info({}, 'training ends')
    })
  const endWhenIdle = (): (() => void) =>
    whenIdle({
      clock,
      touchedAtMs: desk.access.touchedAtMs,
      afterMs: TRAINING_IDLE_MS,
      end: () => {
        leave().catch((error: unknown) => {
          log.error({ error: String(error) }, 'training cannot end')
        })
      },
    })
  const enter = (): Promise<void> =>
    queue(async () => {
      if (isOn) return
      await carryOut(desk.auditNow(), { action: 'training.enter' }, async () => {
        active.replace(await factories().training(current.get()))
      })
      isOn = true
      stopWatching = endWhenIdle()
      log.info({}, 'training begins')
    })
  return {
    isOn: () => isOn,
    enter,
    leave,
    stopWatching() {
      stopWatching()
    },
  }
}
