import type { AdjustableClock } from '#common/clock.ts'
import type { JournalEntry } from '#simulator/journal.ts'
import type { RequestFacts } from '#simulator/http/requests.ts'
import type { SimulatorControl } from '#simulator/control.ts'
import { ways } from './plan.ts'
import type { Arrival } from './record.ts'
import type { Truth } from './truth.ts'
import type { Elsewhere } from './watch/glimpse.ts'

/** What arrives at the platform's door, before anything becomes of it. */
export interface Door {
  arrived(request: RequestFacts): void
  readonly arrivals: Arrival[]
  /** The guest has declined to pay: nothing is held there. */
  declined(connectorId: string): void
}

const HOLD_PAUSE_MS = 15 * 60_000

/** A hold that was asked for; what the platform's journal says of it comes from `place` on. */
interface Hold {
  readonly connectorId: string
  readonly atMs: number
  readonly place: number
}

export function createDoor(deps: {
  clock: AdjustableClock
  control: SimulatorControl
  truth: Truth
  elsewhere: Elsewhere
  stopArrived(transaction: string): void
}): Door {
  const { clock, control, truth, elsewhere } = deps
  const arrivals: Arrival[] = []
  const holds: Hold[] = []

  const note = (field: string, connectorId: string | null): void => {
    const entry = { atMs: clock.now(), field, connectorId }
    const earlier = holds.filter(
      (hold) => hold.connectorId === connectorId && entry.atMs - hold.atMs < HOLD_PAUSE_MS,
    )
    const place = arrivals.push({ ...entry, alive: null, openHolds: 0 }) - 1
    // Both are computed before this returns; only the answers come later.
    void Promise.all([truth.connectors(), control.journal()]).then(([all, journal]) => {
      const { session = null, attemptIds = [] } = all.find(({ id }) => id === connectorId) ?? {}
      const ours = attemptIds.filter((id) => !elsewhere.attemptIds.has(id))
      const runs = session && !elsewhere.transactionIds.has(session.transactionId)
      const alive = runs ? session.transactionId : (ours.at(-1) ?? null)
      const openHolds = earlier.filter((hold) => isCarriedOut(hold, journal)).length
      arrivals[place] = { ...entry, alive, openHolds }
      if (field !== ways.phone || connectorId === null) return
      holds.push({ connectorId, atMs: entry.atMs, place: journal.length })
    })
  }

  return {
    arrivals,
    arrived({ kind, rootFields, variables }) {
      const [field = ''] = rootFields
      if (kind !== 'mutation') return
      note(field, connectorOf(variables))
      const { transaction } = variables
      if (field === 'remoteStop' && typeof transaction === 'string') deps.stopArrived(transaction)
    },
    declined(connectorId) {
      const place = holds.findLastIndex((hold) => hold.connectorId === connectorId)
      if (place >= 0) holds.splice(place, 1)
    },
  }
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
