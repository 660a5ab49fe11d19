import { createClock, type AdjustableClock } from '#common/clock.ts'
import { startDemo } from './demo.ts'
import type { Emit } from './ipc/bridge.ts'
import type { Log } from './log.ts'
import type { Fetch } from './platform/http.ts'
import { accountOf, factsOf } from './settings/facts.ts'
import type { Launch } from './settings/launch.ts'
import { createMemoryVault, openVault, type SafeStorage } from './settings/vault.ts'
import type { PrintPage } from './receipt/receipts.ts'
import { createTerminal, type Terminal } from './terminal.ts'

const KEEP_TIME_EVERY_MS = 10_000

/** What the host gives to a terminal. */
export interface Host {
  version: string
  isElectron: boolean
  fetch: Fetch
  safeStorage: SafeStorage
  log: Log
  emit: Emit
  printPage: PrintPage
  /** The renderer's answer to a probe. */
  onAlive: (probe: number, painted: boolean) => void
}

/** Starts the terminal that this launch was asked for: on the demo network, or at a platform. */
export async function startTerminal(
  { options, guest, dataDir }: Pick<Launch, 'options' | 'guest' | 'dataDir'>,
  host: Host,
): Promise<Terminal> {
  const { log, fetch, emit, onAlive, printPage } = host
  const clock = createClock({ speed: options.demo ? options.demoSpeed : 1 })
  const demo = options.demo ? await startDemo(clock, options) : null
  if (demo) process.stdout.write(`simulator ${demo.origin}\n`)
  const terminal = createTerminal({
    clock,
    log,
    fetch,
    // The demo's account is worth nothing, and another one at each launch.
    vault: demo ? createMemoryVault() : await openVault(dataDir, host.safeStorage, log),
    account: demo?.account ?? accountOf(options),
    siteId: demo?.siteId ?? options.site,
    dataDir,
    rules: guest.rules,
    printPage,
    facts: factsOf(options, guest, host),
    emit,
    onAlive,
    onFirstLive: () => process.stdout.write('board live\n'),
  })
  terminal.start()
  if (!demo) keepTime(clock)
  return terminal
}

/** The machine may sleep, and its time may be corrected: the terminal's clock goes along. */
function keepTime(clock: AdjustableClock): void {
  clock.setTimer(KEEP_TIME_EVERY_MS, () => {
    clock.followMachine()
    keepTime(clock)
  })
}
