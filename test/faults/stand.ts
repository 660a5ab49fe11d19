import { createClock, type AdjustableClock } from '#common/clock.ts'
import type { RequestFacts } from '#simulator/http/requests.ts'
import { startSimulator, type Simulator } from '#simulator/index.ts'
import { createDoor } from './door.ts'
import { makeFolder, type Folder } from './files.ts'
import type { Kill, Plan, PlannedFault, Way } from './plan.ts'
import type { CycleRecord, Intention } from './record.ts'
import { launchHeadless, type FaultLaunch, type FaultTerminal } from './terminal.ts'
import { createTruth, type Truth } from './truth.ts'
import { createWatch, type Watch } from './watch/watch.ts'
import { launchWindowed } from './windowed.ts'

/** A platform and a terminal for some cycles, on one clock that stands still between steps. */
export interface Stand {
  /** From here on it is this cycle. The terminal that runs goes on if it is of the right kind. */
  begin(plan: Plan): Promise<void>
  readonly simulator: Simulator
  readonly clock: AdjustableClock
  readonly truth: Truth
  readonly watch: Watch
  readonly folder: Folder
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
  /** Another terminal of the account starts at this connector, with another of its cards than this way does. */
  startElsewhere(connectorId: string, way: Way): Promise<void>
  /** The crash has done something to the data folder. */
  damage(damage: Plan['damage']): void
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

export async function openStand(seed: number): Promise<Stand> {
  const clock = createClock({ startMs: START_MS, speed: 0 })
  const folder = await makeFolder()
  const intentions: Intention[] = []
  const expectedPhones = new Set<string | null>([null])
  const forgottenAt = new Set<string>()
  const elsewhere = { transactionIds: new Set<string>(), attemptIds: new Set<string>() }
  let terminal = null as FaultTerminal | null
  let hasWindow = false
  let journalPlace = 0
  let heldUntilMs = 0
  const killer = createKiller(clock, () => terminal)

  const onRequest = (request: RequestFacts): void => {
    const [field = ''] = request.rootFields
    killer.arrived(field)
    door.arrived(request)
  }
  const simulator = await startSimulator({
    ...{ clock, seed, site: 'hotel', bustle: false, onRequest },
  })
  await simulator.control.payByPhone(true)
  const { control } = simulator
  const truth = createTruth(control, simulator.sites.hotel)
  const watch = createWatch({
    ...{ control, truth, elsewhere, now: () => clock.now() },
    starts: () => intentions.filter(({ outcome }) => outcome !== 'refused'),
  })
  const door = createDoor({
    ...{ clock, control, truth, elsewhere },
    stopArrived: (transaction) => void watch.stopArrived(transaction),
  })

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
    if (!isGone && view) await watch.look(view)
  }

  const stand: Stand = {
    async begin(plan) {
      for (const list of [door.arrivals, intentions]) list.length = 0
      watch.begin()
      forgottenAt.clear()
      journalPlace = (await control.journal()).length
      if (terminal?.isGone === false && plan.hasWindow !== hasWindow) await terminal.kill()
      hasWindow = plan.hasWindow
      if (terminal?.isGone !== false) await stand.launch()
    },
    used: [],
    ...{ simulator, clock, truth, watch, folder, intentions, expectedPhones, terminal: running },
    async launch() {
      const { endpoint, key, account, sites } = simulator
      const options = { endpoint, key, ...account, site: sites.hotel }
      const { dir: dataDir, replacedDir } = folder
      const launch: FaultLaunch = { dataDir, replacedDir, startMs: clock.now(), options }
      await truth.sample(true)
      watch.relaunched()
      folder.keepRenames()
      terminal = await (hasWindow ? launchWindowed(launch) : launchHeadless(launch))
    },
    async pass(ms, until = () => false, stepMs = STEP_MS) {
      const untilMs = clock.now() + ms
      while (clock.now() < untilMs && !until()) await step(Math.min(stepMs, untilMs - clock.now()))
    },
    during: (work) => whileStepping(work, () => step(STEP_MS)),
    arm: killer.arm,
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
    async startElsewhere(connectorId, way) {
      const card = way === 'phone' ? undefined : 'Pay by phone'
      const { attemptId, transactionId } = await control.startElsewhere(connectorId, card)
      elsewhere.attemptIds.add(attemptId)
      elsewhere.transactionIds.add(transactionId)
    },
    damage(damage) {
      if (damage === 'undone-renames') folder.undoRenames()
      if (damage === null || damage === 'undone-renames') return
      for (const connectorId of startsLost(folder, damage)) forgottenAt.add(connectorId)
      // What it held of stops and of who has left is lost with it.
      watch.forget(forgottenAt)
    },
    declined: (connectorId) => door.declined(connectorId),
    async record() {
      const end = await endOf(stand)
      return {
        arrivals: [...door.arrivals],
        intentions: [...intentions],
        journal: await control.journal(journalPlace),
        elsewhere: [...elsewhere.transactionIds],
        forgottenAt: [...forgottenAt],
        seen: watch.seen(),
        end,
      }
    },
    async close() {
      if (terminal && !terminal.isGone) await terminal.kill()
      await simulator.close()
      folder.remove()
    },
  }
  return stand
}

/** Kills the terminal where the plan says so. */
function createKiller(clock: AdjustableClock, terminal: () => FaultTerminal | null) {
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

/** Damages the ledger; connectors of the starts that it has forgotten then. */
function startsLost(folder: Folder, damage: 'older-ledger' | 'lost-start'): string[] {
  const before = folder.ledger()
  if (damage === 'older-ledger') folder.restoreLedger()
  else folder.loseLastStart()
  const kept = new Set(folder.ledger().map(({ id }) => id))
  return before.filter(({ id }) => !kept.has(id)).map(({ connectorId }) => connectorId)
}

/** How it all stands when the story is over. */
async function endOf(stand: Stand): Promise<CycleRecord['end']> {
  const { truth, folder, expectedPhones } = stand
  const terminal = stand.terminal()
  const info = await terminal.invoke('terminal.info', {})
  const isDead = terminal.isGone
  return {
    view: terminal.view,
    trouble: info !== 'lost' && info.ok ? (info.value.trouble?.code ?? null) : null,
    connectors: await truth.connectors(),
    ledger: folder.ledger(),
    settings: { expected: [...expectedPhones], ...folder.settings() },
    died: isDead ? (terminal.lines.at(-1) ?? 'without a word') : null,
  }
}

async function whileStepping<T>(work: Promise<T>, step: () => Promise<void>): Promise<T> {
  const state = { isOver: false }
  const over = work.finally(() => {
    state.isOver = true
  })
  // What is at hand is answered before time moves on.
  await Promise.race([over, new Promise((resolve) => setTimeout(resolve, AT_HAND_MS))])
  while (!state.isOver) await step()
  return over
}
