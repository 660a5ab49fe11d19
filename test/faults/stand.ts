import { createClock, type AdjustableClock } from '#common/clock.ts'
import type { RequestFacts } from '#simulator/http/requests.ts'
import { startSimulator, type Simulator } from '#simulator/index.ts'
import { createDoor } from './door.ts'
import { makeFolder, type Folder } from './files.ts'
import { createKiller, createLaunches } from './launches.ts'
import { createPace } from './pace.ts'
import type { Kill, Plan, PlannedFault, Way } from './plan.ts'
import type { CycleRecord, Intention } from './record.ts'
import type { FaultTerminal } from './terminal.ts'
import { createTruth, type Truth } from './truth.ts'
import type { Elsewhere } from './watch/glimpse.ts'
import { createWatch, type Watch } from './watch/watch.ts'

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
  /** What another terminal of the account has begun. */
  readonly elsewhere: Elsewhere
  readonly expectedPhones: Set<string | null>
  record(): Promise<CycleRecord>
  close(): Promise<void>
}

/** 2026-11-23T09:00:00Z. */
const START_MS = 1_795_424_400_000

export async function openStand(seed: number): Promise<Stand> {
  const clock = createClock({ startMs: START_MS, speed: 0 })
  const folder = await makeFolder()
  const intentions: Intention[] = []
  const expectedPhones = new Set<string | null>([null])
  const forgottenAt = new Set<string>()
  let journalPlace = 0
  const killer = createKiller(clock, () => launches.current())
  const platform = await openPlatform({ clock, seed, intentions, arrived: killer.arrived })
  const { simulator, truth, watch, door, elsewhere } = platform
  const { control } = simulator
  const launches = createLaunches({ ...platform, clock, folder })
  const { pass, during, holdBack, goOn } = createPace({ ...platform, clock, launches })

  const stand: Stand = {
    ...{ simulator, clock, truth, watch, folder, intentions, elsewhere, expectedPhones, used: [] },
    ...{ terminal: launches.last, launch: launches.launch, arm: killer.arm, pass, during },
    ...{ declined: door.declined, startElsewhere: platform.startElsewhere },
    async begin(plan) {
      for (const list of [door.arrivals, intentions]) list.length = 0
      watch.begin()
      forgottenAt.clear()
      journalPlace = (await control.journal()).length
      await launches.begin(plan.hasWindow)
    },
    async spoil({ name, options }) {
      if (name === 'hang' || name === 'delay') holdBack()
      await control.setFault(name, options)
      await truth.sample(true)
    },
    async heal() {
      goOn()
      await control.clearFaults()
      await truth.sample(true)
    },
    damage(damage) {
      if (damage === 'undone-renames') folder.undoRenames()
      if (damage === null || damage === 'undone-renames') return
      for (const connectorId of startsLost(folder, damage)) forgottenAt.add(connectorId)
      // What it held of stops and of who has left is lost with it.
      watch.forget(forgottenAt)
    },
    record: async () => ({
      end: await endOf(stand),
      arrivals: [...door.arrivals],
      intentions: [...intentions],
      journal: await control.journal(journalPlace),
      elsewhere: [...elsewhere.transactionIds],
      forgottenAt: [...forgottenAt],
      seen: watch.seen(),
    }),
    async close() {
      await launches.end()
      await simulator.close()
      folder.remove()
    },
  }
  return stand
}

/** The demo network, and who looks at it: at what arrives, at what is true, at what is shown. */
async function openPlatform(deps: {
  clock: AdjustableClock
  seed: number
  intentions: readonly Intention[]
  /** A request for this root field has reached the platform. */
  arrived(field: string): void
}) {
  const { clock, seed, intentions } = deps
  const elsewhere = { transactionIds: new Set<string>(), attemptIds: new Set<string>() }
  const onRequest = (request: RequestFacts): void => {
    const [field = ''] = request.rootFields
    deps.arrived(field)
    door.arrived(request)
  }
  const simulator = await startSimulator({ clock, seed, site: 'hotel', bustle: false, onRequest })
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
  return {
    ...{ simulator, truth, watch, door, elsewhere },
    async startElsewhere(connectorId: string, way: Way): Promise<void> {
      const card = way === 'phone' ? undefined : 'Pay by phone'
      const { attemptId, transactionId } = await control.startElsewhere(connectorId, card)
      elsewhere.attemptIds.add(attemptId)
      elsewhere.transactionIds.add(transactionId)
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
