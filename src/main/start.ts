import path from 'node:path'
import { createClock, type AdjustableClock, type Clock } from '#common/clock.ts'
import { startDemo } from './demo.ts'
import { demoPeople } from './desk/demo-people.ts'
import { openDesk, type Desk } from './desk/desk.ts'
import type { Emit } from './ipc/bridge.ts'
import type { Log } from './log.ts'
import type { Fetch } from './platform/http.ts'
import { accountOf, factsOf } from './settings/facts.ts'
import { openAccountKeeper } from './settings/kept-account.ts'
import type { Launch } from './settings/launch.ts'
import { createMemoryVault, openVault, type SafeStorage } from './settings/vault.ts'
import type { PrintPage } from './receipt/receipts.ts'
import { createRulesStore } from './settings/rules-store.ts'
import { createSectionWriter } from './settings/write-section.ts'
import type { OpenOutside } from './documents/documents.ts'
import { createTerminal, type Terminal } from './terminal.ts'

const KEEP_TIME_EVERY_MS = 10_000

/** What the host gives to a terminal. */
export interface Host {
  version: string
  isElectron: boolean
  fetch: Fetch
  safeStorage: SafeStorage
  log: Log
  /** The machine's own clock. */
  clock: Clock
  emit: Emit
  printPage: PrintPage
  /** Hands a link to the system's own program for it. */
  openOutside: OpenOutside
  /** The renderer's answer to a probe. */
  onAlive: (probe: number, painted: boolean) => void
}

/** A terminal and the door to its desk. */
export interface Started {
  readonly terminal: Terminal
  readonly desk: Desk
  close(): void
}

/** Starts the terminal that this launch was asked for: on the demo network, or at a platform. */
export async function startTerminal(
  { options, guest, desk: deskSettings, dataDir, homeDir }: Launch,
  host: Host,
): Promise<Started> {
  const { log, fetch, emit, onAlive, printPage, openOutside } = host
  const clock = createClock({ speed: options.demo ? options.demoSpeed : 1 })
  const demo = options.demo ? await startDemo(clock, options) : null
  if (demo) process.stdout.write(`simulator ${demo.origin}\n`)
  // The demo's account is worth nothing, and another one at each launch.
  const vault = demo ? createMemoryVault() : await openVault(homeDir, host.safeStorage, log)
  const desk = await openDesk({
    file: path.join(homeDir, 'desk.db'),
    vault,
    log,
    clock: host.clock,
    settings: () => deskSettings,
    isUnset: () => options.demo,
    examples: options.demo ? demoPeople : [],
  })
  const told = demo?.account ?? accountOf(options)
  const terminal = createTerminal({
    clock,
    log,
    fetch,
    vault,
    accounts: await openAccountKeeper({ vault, told, log }),
    siteId: demo?.siteId ?? options.site,
    dataDir,
    // The demo's cards are not the terminal's: its rules last as long as itself.
    rules: createRulesStore(guest.rules, demo ? null : createSectionWriter(homeDir)),
    desk,
    deskSettings,
    printPage,
    openOutside: options.kiosk ? null : openOutside,
    facts: factsOf(options, guest, host),
    emit,
    onAlive,
    onFirstLive: () => process.stdout.write('board live\n'),
  })
  terminal.start()
  if (!demo) keepTime(clock)
  return {
    terminal,
    desk,
    close() {
      terminal.close()
      desk.close()
    },
  }
}

/** The machine may sleep, and its time may be corrected: the terminal's clock goes along. */
function keepTime(clock: AdjustableClock): void {
  clock.setTimer(KEEP_TIME_EVERY_MS, () => {
    clock.followMachine()
    keepTime(clock)
  })
}
