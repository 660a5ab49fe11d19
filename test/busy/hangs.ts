import { harms, untilTrusted } from '#test/e2e/support/harm.ts'
import type { RunningTerminal } from '#tools/lib/terminal/running.ts'

/** Of a real hang: how long it took until the watchdog knew. */
export interface FoundHang {
  how: 'loop' | 'stopped'
  machine: 'busy' | 'quiet'
  foundAfterMs: number | null
  limitMs: number
}

const FOUND = /"msg":"the window does not answer"/
const LIMITS_MS = {
  loop: { quiet: 5_000, busy: 15_000 },
  // Without processor time of its own, nothing but the machine's idleness distinguishes it from a starved one; and
  // on the quiet machine its window is silent for the second time: it is asked eight times, not four.
  stopped: { quiet: 6_000, busy: 75_000 },
} as const
const WAIT_MS = 180_000

/** Makes the window hang in earnest, and waits until the watchdog's log says that it does. */
export async function findHang(
  terminal: RunningTerminal,
  how: FoundHang['how'],
  machine: FoundHang['machine'],
): Promise<FoundHang> {
  const page = await terminal.page()
  await untilTrusted(page)
  const before = foundIn(terminal).length
  if (how === 'loop') await harms['it hangs']({ process: terminal, page })
  else process.kill(await windowsProcess(terminal), 'SIGSTOP')
  const harmedAtMs = Date.now()
  while (foundIn(terminal).length === before && Date.now() - harmedAtMs < WAIT_MS) await pause(100)
  const line = foundIn(terminal)[before]
  const { time } = JSON.parse(line ?? '{}') as { time?: number }
  const foundAfterMs = time === undefined ? null : time - harmedAtMs
  return { how, machine, foundAfterMs, limitMs: LIMITS_MS[how][machine] }
}

const foundIn = ({ lines }: RunningTerminal): string[] => lines.filter((line) => FOUND.test(line))

/** Of its Chromium's pages the window has had the most processor time by far; another waits for use. */
async function windowsProcess(terminal: RunningTerminal): Promise<number> {
  const browser = (await terminal.page()).context().browser()
  const cdp = await browser?.newBrowserCDPSession()
  const { processInfo = [] } = (await cdp?.send('SystemInfo.getProcessInfo')) ?? {}
  const renderers = processInfo.filter(({ type }) => type === 'renderer')
  const [first] = renderers.toSorted((one, other) => other.cpuTime - one.cpuTime)
  if (first === undefined) throw new Error('Chromium has no page')
  return first.id
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
