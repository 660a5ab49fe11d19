import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { CommandInput, CommandName, CommandOutput } from '#contract/commands.ts'
import type { Result } from '#contract/errors.ts'
import type { LiveModel, LiveUpdate } from '#contract/live.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import { projectRoot } from '#tools/lib/electron.ts'
import { ProcessOutput } from '#tools/lib/terminal/output.ts'
import { environmentFor, type TerminalLaunch } from '#tools/lib/terminal/running.ts'
import type { KillPoint, Order, Pushed, Told } from './host/messages.ts'
import { taken } from './view.ts'

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never

/** What a command comes to; `lost` where the terminal died before it answered. */
export type Outcome<N extends CommandName> = Result<CommandOutput<N>> | 'lost'

/** The built terminal in a process of its own, whose time and end are the suite's. */
export interface FaultTerminal {
  readonly pid: number
  readonly isGone: boolean
  /** The live model as it was sent over the bridge; null before it was asked for. */
  readonly view: LiveModel | null
  /** What it wrote to its output. */
  readonly lines: readonly string[]
  /** The pages that it printed on paper, as HTML. */
  readonly pages: readonly string[]
  invoke<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Outcome<N>>
  /** Asks for the whole model; the events bring the differences from then on. */
  look(): Promise<void>
  /** Waits for what is under way, `limitMs` of real time at most. */
  advance(toMs: number, limitMs: number): Promise<void>
  arm(at: KillPoint | null): Promise<void>
  kill(): Promise<void>
}

export interface FaultLaunch extends Pick<TerminalLaunch, 'dataDir' | 'options'> {
  /** The terminal's time stands still at this moment (epoch ms). */
  startMs: number
  /** Where the seam keeps what a rename has replaced until its folder is synced. */
  replacedDir: string
}

const here = import.meta.dirname
const UNDER = [
  '--disable-warning=ExperimentalWarning',
  // Short-lived: collecting garbage is not worth it.
  '--max-semi-space-size=64',
  ...['--import', path.join(here, 'host/under.ts')],
]
/** Half of a launch would be reading the same files again. */
const COMPILE_CACHE = path.join(projectRoot, 'node_modules', '.cache', 'faults')

/** Fewer probes than the watchdog takes for a hang are due in this time. */
const PAGE_STEP_MS = 1_800

/** How commands and events come and go: by messages, or by a page. */
export interface Bridge {
  invoke(name: string, input: unknown): Promise<unknown>
  /** What main has sent until now has come; a page must not be outrun by a clock that is faster. */
  caughtUp?(): Promise<unknown>
}

/** Starts the built main without a window. */
export function launchHeadless(launch: FaultLaunch): Promise<FaultTerminal> {
  const process = openProcess(path.join(here, 'host/headless.ts'), launch, {})
  return openTerminal(process, {
    invoke: (name, input) => process.ask({ do: 'invoke', name, input }),
  })
}

export interface HostProcess {
  readonly child: ChildProcess
  readonly output: ProcessOutput
  readonly gone: Promise<void>
  /** Where its time began (epoch ms). */
  readonly startMs: number
  isGone(): boolean
  /** Resolves to undefined when the process dies instead. */
  ask(order: WithoutId<Order>): Promise<unknown>
  onPushed(listener: (event: Pushed['event']) => void): void
  /** Somebody else brings an event. */
  push(event: Pushed['event']): void
}

/** A host of the terminal below the suite's time and seam. */
export function openProcess(
  script: string,
  { dataDir, options = {}, startMs, replacedDir }: FaultLaunch,
  env: NodeJS.ProcessEnv,
): HostProcess {
  const child = fork(script, [projectRoot], {
    cwd: projectRoot,
    execArgv: UNDER,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...environmentFor({ dataDir, options: { secrets: 'file', timeZone: 'UTC', ...options } }),
      ...env,
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      FAULTS_START_MS: String(startMs),
      FAULTS_REPLACED_DIR: replacedDir,
    },
  })
  const output = new ProcessOutput(child)
  const waiting = new Map<number, (value: unknown) => void>()
  const listeners: ((event: Pushed['event']) => void)[] = []
  const end = Promise.withResolvers<void>()
  let isGone = false
  let lastId = 0
  child.once('exit', () => {
    isGone = true
    for (const resolve of waiting.values()) resolve(undefined)
    waiting.clear()
    end.resolve()
  })
  child.on('error', () => undefined)
  const push = (event: Pushed['event']): void => {
    for (const listener of listeners) listener(event)
  }
  child.on('message', (message: Told | Pushed) => {
    if ('event' in message) push(message.event)
    else {
      waiting.get(message.id)?.(message.value)
      waiting.delete(message.id)
    }
  })
  return {
    child,
    output,
    gone: end.promise,
    startMs,
    isGone: () => isGone,
    ask(order) {
      if (isGone) return Promise.resolve(undefined)
      lastId += 1
      const id = lastId
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        // Killed, it takes a moment to be gone: time must not go on past the last thing that it showed.
        if (child.connected) child.send({ ...order, id }, () => undefined)
      })
    },
    onPushed: (listener) => listeners.push(listener),
    push,
  }
}

/** Resolves once its bridge answers, or it is gone. */
export async function openTerminal(process: HostProcess, bridge: Bridge): Promise<FaultTerminal> {
  let view = null as LiveModel | null
  let nowMs = process.startMs
  const invoke: FaultTerminal['invoke'] = async (name, input) =>
    ((await bridge.invoke(name, input)) as Outcome<typeof name> | undefined) ?? 'lost'
  const look = async (): Promise<void> => {
    const answer = await invoke('live.model', {})
    if (answer !== 'lost' && answer.ok) view = answer.value
  }
  const pages: string[] = []
  let generation: number | null = null
  process.onPushed(([name, payload]) => {
    if (name === 'printed') pages.push(String(payload))
    // As the page does: another terminal has come in this one's place, and sends it no differences.
    if (name === 'terminal') {
      const isAnother = generation !== null && (payload as TerminalInfo).generation !== generation
      generation = (payload as TerminalInfo).generation
      if (isAnother) void look()
    }
    if (name !== 'live' || !view) return
    const next = taken(view, payload as LiveUpdate)
    if (next) view = next
    else void look()
  })
  await look()
  // Killed by the suite, it has a reason to show nothing.
  if (!view && process.child.signalCode === null)
    throw new Error(`It shows nothing:\n${process.output.lines.join('\n')}`)
  return {
    pid: process.child.pid ?? -1,
    get isGone() {
      return process.isGone()
    },
    get view() {
      return view
    },
    lines: process.output.lines,
    pages,
    invoke,
    look,
    async advance(toMs, limitMs) {
      const stepMs = bridge.caughtUp ? PAGE_STEP_MS : Infinity
      do {
        nowMs = Math.min(toMs, nowMs + stepMs)
        await process.ask({ do: 'advance', toMs: nowMs, limitMs })
        await bridge.caughtUp?.()
      } while (nowMs < toMs && !process.isGone())
    },
    async arm(at) {
      await process.ask({ do: 'arm', at })
    },
    async kill() {
      process.child.kill('SIGKILL')
      await process.gone
    },
  }
}
