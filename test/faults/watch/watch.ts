import type { LiveModel } from '#contract/live.ts'
import type { ActiveFault, SimulatorControl } from '#simulator/control.ts'
import type { Truth } from '../truth.ts'
import { watchEnergy } from './energy.ts'
import type { Elsewhere, Finding, Glimpse, Presence } from './glimpse.ts'
import { isHarmless } from './harmless.ts'
import { shownToOthers } from './owners.ts'
import { lostStops, watchTargets, wrongStop, type StopAsk, type TargetAsk } from './stops.ts'
import { wrongReceipt, wrongSums, type Receipt } from './sums.ts'

/** What must hold after every step, and how often it did not. */
export const watched = [
  'lateAsLive',
  'wrongEnergy',
  'wrongSum',
  'wrongOwner',
  'lostStops',
  'missedTargets',
] as const
export type Watched = (typeof watched)[number]
/** Each finding in words, the same once. */
export type Seen = Readonly<Record<Watched, readonly string[]>>

export interface Watch {
  /** From here on it is another cycle. */
  begin(): void
  /** The terminal was launched again, or runs no more. */
  relaunched(): void
  /** Compares what is shown with what is true, and with what was asked for. */
  look(view: LiveModel): Promise<void>
  /** A stop has arrived at the platform's door. */
  stopArrived(transaction: string): Promise<void>
  printed(receipt: Receipt): Promise<void>
  add(figure: Watched, finding: Finding): void
  /** The ledger has forgotten the starts at these connectors, and who has left. */
  forget(connectorIds: ReadonlySet<string>): void
  seen(): Seen
  presence: Presence
  /** Wishes of this cycle. */
  readonly stops: StopAsk[]
  readonly targets: TargetAsk[]
}

interface Deps {
  control: SimulatorControl
  truth: Truth
  now(): number
  /** The starts that this cycle's people asked for and that were not refused. */
  starts(): readonly { connectorId: string; atMs: number }[]
  elsewhere: Elsewhere
}

export function createWatch({ control, truth, now, starts, elsewhere }: Deps): Watch {
  const { begin, add, addAll, seen } = createFindings(now)
  const calm = createCalm(now)
  let energy = watchEnergy()
  let targets = watchTargets()
  let launch = 0
  let beganMs = 0

  const atStations = () => Promise.all([control.metered(beganMs), truth.connectors()])
  const asked = () => ({ stops: watch.stops, targets: watch.targets, starts: starts(), elsewhere })

  const watch: Watch = {
    ...{ presence: 'guest', stops: [], targets: [], add, seen },
    begin() {
      begin()
      ;[energy, targets] = [watchEnergy(), watchTargets()]
      for (const list of [watch.stops, watch.targets]) list.length = 0
      watch.presence = 'guest'
      beganMs = now()
    },
    relaunched() {
      launch += 1
      calm.end()
    },
    async look(view) {
      const [[metered, connectors], faults] = await Promise.all([
        atStations(),
        control.activeFaults(),
      ])
      const isOnline = connectors.every(({ calculated }) => calculated !== 'Offline')
      const glimpse: Glimpse = {
        ...{ atMs: now(), view, metered, connectors, launch },
        ...{ calmMs: calm.lastsMs(view, faults, isOnline), presence: watch.presence },
      }
      addAll('lateAsLive', truth.compare(view))
      addAll('wrongEnergy', energy.look(glimpse))
      addAll('wrongSum', wrongSums(glimpse))
      addAll('wrongOwner', shownToOthers(glimpse, elsewhere))
      addAll('lostStops', lostStops(glimpse, asked()))
      addAll('missedTargets', targets.look(glimpse, asked()))
    },
    async stopArrived(transaction) {
      const [metered, connectors] = await atStations()
      const wrong = wrongStop(transaction, { atMs: now(), metered, connectors }, asked())
      if (!wrong || watch.presence === 'desk') return
      add(wrong.kind === 'owner' ? 'wrongOwner' : 'missedTargets', wrong.finding)
    },
    async printed(receipt) {
      const { energy: wrong, sum } = wrongReceipt(receipt, await control.metered(beganMs))
      addAll('wrongEnergy', wrong)
      addAll('wrongSum', sum)
    },
    forget(connectorIds) {
      for (const list of [watch.stops, watch.targets]) {
        const kept = list.filter(({ connectorId }) => !connectorIds.has(connectorId))
        list.splice(0, list.length, ...(kept as never[]))
      }
      if (watch.presence === 'stranger') watch.presence = 'unknown'
    },
  }
  return watch
}

/** What was found in this cycle: each once, with the time at which it was seen first. */
function createFindings(now: () => number) {
  const found = new Map<Watched, Map<string, string>>()
  const add = (figure: Watched, { about, words }: Finding): void => {
    const list = found.get(figure) ?? new Map<string, string>()
    found.set(figure, list)
    const at = new Date(now()).toISOString().slice(11, 19)
    if (!list.has(about)) list.set(about, `${at} ${words}`)
  }
  return {
    begin: () => {
      found.clear()
    },
    add,
    addAll(figure: Watched, findings: readonly Finding[]): void {
      for (const finding of findings) add(figure, finding)
    },
    seen: () =>
      Object.fromEntries(
        watched.map((figure) => [figure, [...(found.get(figure)?.values() ?? [])]]),
      ) as unknown as Seen,
  }
}

/** How long the terminal has been live, with no station hindered: begins again with other faults. */
function createCalm(now: () => number) {
  let calm: { sinceMs: number; faults: string } | null = null
  return {
    end(): void {
      calm = null
    },
    lastsMs(view: LiveModel, faults: readonly ActiveFault[], isOnline: boolean): number {
      const isCalm = view.link.state === 'live' && isOnline && faults.every(isHarmless)
      const names = faults.map(({ name }) => name).join(' ')
      if (!isCalm) calm = null
      else if (calm?.faults !== names) calm = { sinceMs: now(), faults: names }
      return calm ? now() - calm.sinceMs : 0
    },
  }
}
