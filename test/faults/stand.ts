import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createClock, type AdjustableClock } from '#common/clock.ts'
import type { JournalEntry } from '#simulator/journal.ts'
import type { RequestFacts } from '#simulator/http/requests.ts'
import { startSimulator, type Simulator } from '#simulator/index.ts'
import { setPeople } from '#test/e2e/support/people.ts'
import { ways, type Kill, type Plan, type PlannedFault } from './plan.ts'
import type { Arrival, CycleRecord, Intention, LedgerStart } from './record.ts'
import { launchHeadless, type FaultLaunch, type FaultTerminal } from './terminal.ts'
import { createTruth, type Truth } from './truth.ts'
import { launchWindowed } from './windowed.ts'

/** A platform and a terminal for some cycles, on one clock that stands still between steps. */
export interface Stand {
  /** From here on it is this cycle. The terminal that runs goes on if it is of the right kind. */
  begin(plan: Plan): Promise<void>
  readonly simulator: Simulator
  readonly clock: AdjustableClock
  readonly truth: Truth
  readonly dataDir: string
  /** The terminal that runs, or ran last. */
  terminal(): FaultTerminal
  launch(): Promise<void>
  /** Connectors in the order in which cycles have used them. */
  readonly used: string[]
  /** Time passes, for the stations and for the terminal if it runs, until it holds or `ms` are over. */
  pass(ms: number, until?: () => boolean, stepMs?: number): Promise<void>
  /** Waits for what takes real time while time passes. */
  during<T>(work: Promise<T>): Promise<T>
  arm(kill: Kill | null): Promise<void>
  /** Switches something wrong on. */
  spoil(fault: PlannedFault): Promise<void>
  /** Nothing is wrong any more. */
  heal(): Promise<void>
  readonly intentions: Intention[]
  /** The guest has declined to pay: nothing is held there. */
  declined(connectorId: string): void
  readonly expectedPhones: Set<string | null>
  record(): Promise<CycleRecord>
  close(): Promise<void>
}

/** 2026-11-23T09:00:00Z. */
const START_MS = 1_795_424_400_000
const STEP_MS = 1_000
/** Real time that a command may take before the clock goes on. */
const AT_HAND_MS = 60
/** Of real time, for each step: where answers are held back on purpose, time goes on without them. */
const HELD_LIMIT_MS = 40
/** Elsewhere every answer comes at once, however slow the machine is. */
const QUIET_LIMIT_MS = 20_000
const LONGEST_REQUEST_MS = 40_000
const HOLD_PAUSE_MS = 15 * 60_000

let people: Promise<string> | null = null
/** The desk's file with its PINs, made once: they are slow to compute. */
const deskFile = (): Promise<string> =>
  (people ??= (async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'forecourt-faults-people-'))
    await setPeople(folder)
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    return path.join(folder, 'desk.db')
  })())

export async function openStand(seed: number): Promise<Stand> {
  const clock = createClock({ startMs: START_MS, speed: 0 })
  const dataDir = mkdtempSync(path.join(tmpdir(), 'forecourt-faults-'))
  writeFileSync(path.join(dataDir, 'settings.json'), JSON.stringify({ guest: { reader: true } }))
  copyFileSync(await deskFile(), path.join(dataDir, 'desk.db'))
  const arrivals: Arrival[] = []
  const intentions: Intention[] = []
  /** Each with the moment at which it was first seen. */
  const lateAsLive = new Map<string, string>()
  const holds: Hold[] = []
  const expectedPhones = new Set<string | null>([null])
  let terminal = null as FaultTerminal | null
  let hasWindow = false
  let journalPlace = 0
  let heldUntilMs = 0
  let killed: Kill | null = null
  let killTimer: (() => void) | null = null

  const onRequest = (request: RequestFacts): void => {
    const [field = ''] = request.rootFields
    if (killed && 'arrived' in killed && killed.arrived === field) strike()
    if (request.kind === 'mutation') arrived(field, request.variables)
  }
  const simulator = await startSimulator({
    ...{ clock, seed, site: 'hotel', bustle: false, onRequest },
  })
  await simulator.control.payByPhone(true)
  const { control } = simulator
  const truth = createTruth(control, simulator.sites.hotel)

  const strike = (): void => {
    killed = null
    if (terminal && !terminal.isGone) process.kill(terminal.pid, 'SIGKILL')
  }
  const arrived = (field: string, variables: Record<string, unknown>): void => {
    const connectorId = connectorOf(variables)
    const entry = { atMs: clock.now(), field, connectorId }
    const earlier = holds.filter(
      (hold) => hold.connectorId === connectorId && entry.atMs - hold.atMs < HOLD_PAUSE_MS,
    )
    const place = arrivals.push({ ...entry, alive: null, openHolds: 0 }) - 1
    // Both are computed before this returns; only the answers come later.
    void Promise.all([truth.connectors(), control.journal()]).then(([all, journal]) => {
      const here = all.find(({ id }) => id === connectorId)
      const alive = here?.session?.transactionId ?? here?.attemptIds.at(-1) ?? null
      const openHolds = earlier.filter((hold) => isCarriedOut(hold, journal)).length
      arrivals[place] = { ...entry, alive, openHolds }
      if (field !== ways.phone || connectorId === null) return
      holds.push({ connectorId, atMs: entry.atMs, place: journal.length })
    })
  }

  const running = (): FaultTerminal => {
    if (!terminal) throw new Error('Nothing was launched.')
    return terminal
  }
  const step = async (ms: number): Promise<void> => {
    await clock.advance(ms)
    await truth.sample()
    if (terminal?.isGone !== false) return
    await terminal.advance(clock.now(), clock.now() < heldUntilMs ? HELD_LIMIT_MS : QUIET_LIMIT_MS)
    const { isGone, view } = running()
    if (isGone || !view) return
    for (const text of truth.compare(view)) {
      if (lateAsLive.has(text)) continue
      const since = timeOf(view.link.sinceMs)
      lateAsLive.set(
        text,
        `${text}: ${timeOf(clock.now())}, link ${view.link.state} since ${since}`,
      )
    }
  }

  const stand: Stand = {
    async begin(plan) {
      for (const list of [arrivals, intentions]) list.length = 0
      lateAsLive.clear()
      journalPlace = (await control.journal()).length
      if (terminal?.isGone === false && plan.hasWindow !== hasWindow) await terminal.kill()
      hasWindow = plan.hasWindow
      if (terminal?.isGone !== false) await stand.launch()
    },
    used: [],
    simulator,
    clock,
    truth,
    dataDir,
    intentions,
    expectedPhones,
    terminal: running,
    async launch() {
      const { endpoint, key, account, sites } = simulator
      const options = { endpoint, key, ...account, site: sites.hotel }
      const launch: FaultLaunch = { dataDir, startMs: clock.now(), options }
      await truth.sample(true)
      terminal = await (hasWindow ? launchWindowed(launch) : launchHeadless(launch))
    },
    async pass(ms, until = () => false, stepMs = STEP_MS) {
      const untilMs = clock.now() + ms
      while (clock.now() < untilMs && !until()) await step(Math.min(stepMs, untilMs - clock.now()))
    },
    async during(work) {
      const state = { isOver: false }
      const over = work.finally(() => {
        state.isOver = true
      })
      // What is at hand is answered before time moves on.
      await Promise.race([over, new Promise((resolve) => setTimeout(resolve, AT_HAND_MS))])
      while (!state.isOver) await step(STEP_MS)
      return over
    },
    async arm(kill) {
      killTimer?.()
      killTimer = null
      killed = kill
      if (kill && 'afterMs' in kill) killTimer = clock.setTimer(kill.afterMs, strike)
      if (terminal && !terminal.isGone) await terminal.arm(kill && 'point' in kill ? kill : null)
    },
    async spoil({ name, options }) {
      if (name === 'hang' || name === 'delay') heldUntilMs = Infinity
      await control.setFault(name, options)
      await truth.sample(true)
    },
    async heal() {
      if (heldUntilMs === Infinity) heldUntilMs = clock.now() + LONGEST_REQUEST_MS
      await control.clearFaults()
      await truth.sample(true)
    },
    declined(connectorId) {
      const place = holds.findLastIndex((hold) => hold.connectorId === connectorId)
      if (place >= 0) holds.splice(place, 1)
    },
    async record() {
      const info = await running().invoke('terminal.info', {})
      const isDead = running().isGone
      return {
        arrivals: [...arrivals],
        intentions: [...intentions],
        journal: (await control.journal()).slice(journalPlace),
        lateAsLive: [...lateAsLive.values()],
        end: {
          view: running().view,
          trouble: info !== 'lost' && info.ok ? (info.value.trouble?.code ?? null) : null,
          connectors: await truth.connectors(),
          ledger: readLedger(dataDir),
          settings: {
            expected: [...expectedPhones],
            found: readPhone(dataDir),
            setAside: readdirSync(dataDir).filter((name) => /broken/.test(name)),
          },
          died: isDead ? (running().lines.at(-1) ?? 'without a word') : null,
        },
      }
    },
    async close() {
      if (terminal && !terminal.isGone) await terminal.kill()
      await simulator.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return stand
}

const timeOf = (ms: number): string => new Date(ms).toISOString()

/** A hold that was asked for; what the platform's journal says of it comes from `place` on. */
interface Hold {
  readonly connectorId: string
  readonly atMs: number
  readonly place: number
}

const isCarriedOut = ({ connectorId, place }: Hold, journal: readonly JournalEntry[]): boolean =>
  journal
    .slice(place)
    .some(
      ({ event, outcome, facts }) =>
        event === ways.phone && outcome === 'ok' && facts['connector'] === connectorId,
    )

function connectorOf(variables: Record<string, unknown>): string | null {
  const { connector, input } = variables as {
    connector?: unknown
    input?: { connectorId?: unknown }
  }
  const id = connector ?? input?.connectorId
  return typeof id === 'string' ? id : null
}

function readLedger(dataDir: string): LedgerStart[] {
  const ledger = new DatabaseSync(path.join(dataDir, 'ledger.db'), { readOnly: true })
  try {
    return ledger
      .prepare('SELECT * FROM starts ORDER BY created_at_ms')
      .all()
      .map((row) => ({
        id: String(row['id']),
        kind: String(row['kind']),
        step: String(row['step']),
        connectorId: String(row['connector_id']),
        chargelogId: row['chargelog_id'] as string | null,
        endedAtMs: row['ended_at_ms'] as number | null,
        cancelled: row['cancelled'] !== 0,
      }))
  } finally {
    ledger.close()
  }
}

function readPhone(dataDir: string): string | null | undefined {
  try {
    const text = readFileSync(path.join(dataDir, 'settings.json'), 'utf8')
    const { guest } = JSON.parse(text) as { guest?: { deskPhone?: string } }
    return guest?.deskPhone ?? null
  } catch {
    return undefined
  }
}
