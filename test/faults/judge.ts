import type { SessionOverview } from '#simulator/control.ts'
import type { CycleRecord, LedgerStart } from './record.ts'
import { ways } from './plan.ts'
import { watched, type Watched } from './watch/watch.ts'

/** What is compared once a cycle has come to rest. */
const settled = [
  'doubleStarts',
  'unknownSessions',
  'brokenSettings',
  'lockOuts',
  'doubleHolds',
] as const

/** What must never happen, and how often it did. */
export type Figures = Record<(typeof settled)[number] | Watched, number>

export interface Verdict {
  readonly figures: Figures
  /** Each finding in words. */
  readonly findings: readonly string[]
}

const startFields: ReadonlySet<string> = new Set(Object.values(ways))
const openSteps: ReadonlySet<string> = new Set(['chosen', 'requested', 'unknown'])
/** Steps that the platform must know of. */
const waitingSteps: ReadonlySet<string> = new Set(['accepted', 'waiting-for-plug'])

/** What the journal says of a start whose attempt is open: not one that found the connector taken. */
const letInOutcomes: ReadonlySet<string> = new Set(['REQUESTED', 'ACCEPTED'])

/** Compares what stations did with what the terminal showed and stored. Pure. */
export function judge(record: CycleRecord): Verdict {
  const found: Record<keyof Figures, readonly string[]> = {
    doubleStarts: doubleStarts(record),
    unknownSessions: unknownSessions(record),
    ...record.seen,
    wrongOwner: [...record.seen.wrongOwner, ...takenFromElsewhere(record)],
    brokenSettings: brokenSettings(record),
    lockOuts: lockOuts(record),
    doubleHolds: doubleHolds(record),
  }
  const entries = Object.entries(found)
  return {
    figures: Object.fromEntries(entries.map(([name, list]) => [name, list.length])) as never,
    findings: entries.flatMap(([name, list]) => list.map((text) => `${name}: ${text}`)),
  }
}

export const noFigures = (): Figures =>
  Object.fromEntries([...settled, ...watched].map((name) => [name, 0])) as Figures

export function addFigures(one: Figures, other: Figures): Figures {
  const sum = { ...one }
  for (const name of Object.keys(sum) as (keyof Figures)[]) sum[name] += other[name]
  return sum
}

/**
 * A start that reached the platform while another of this terminal was alive there, more requests than
 * somebody asked for, and more sessions than that.
 */
function doubleStarts({ arrivals, intentions, journal, elsewhere }: CycleRecord): string[] {
  const starts = arrivals.filter(({ field }) => startFields.has(field))
  const onTop = starts.filter(({ alive }) => alive !== null)
  const refused = journal.filter(
    ({ event, outcome }) => startFields.has(event) && outcome === 'UNAUTHENTICATED',
  )
  const wanted = intentions.filter(({ outcome }) => outcome !== 'refused').length
  const sent = starts.length - refused.length
  const began = journal.filter(
    ({ event, facts }) =>
      event === 'started' &&
      !elsewhere.includes(String(facts['transaction'])) &&
      intentions.some(({ connectorId }) => connectorId === facts['connectorId']),
  ).length
  return [
    ...onTop.map(({ field, alive }) => `${field} arrived while ${String(alive)} was alive`),
    ...(sent > wanted ? [`${String(sent)} requests for ${String(wanted)} starts`] : []),
    ...(began > wanted ? [`${String(began)} sessions for ${String(wanted)} starts`] : []),
  ]
}

const doubleHolds = ({ arrivals }: CycleRecord): string[] =>
  arrivals
    .filter(({ field, openHolds }) => field === ways.phone && openHolds > 0)
    .map(({ atMs }) => `a second hold was asked for at ${new Date(atMs).toISOString()}`)

/** What runs and is not shown, what is shown and does not run, and starts that nobody knows about. */
function unknownSessions(record: CycleRecord): string[] {
  const { end, intentions, elsewhere, forgottenAt } = record
  const { view, ledger, connectors } = end
  if (!view) return ['nothing is shown']
  const found: string[] = []
  for (const { id, session } of connectors) {
    const isOurs = intentions.some(({ connectorId }) => connectorId === id)
    const shown = view.sessions.find(
      (each) =>
        each.connectorId === id && (each.status === 'charging' || each.status === 'waiting'),
    )
    const tile = view.connectors.find((each) => each.id === id)
    if (isOurs && !tile) found.push(`connector ${id} is not shown`)
    if (!session && shown) found.push(`session ${shown.id} is shown and does not run`)
    if (!session) continue
    const { chargelogId, isOwn } = session
    if (isOwn && shown?.id !== chargelogId)
      found.push(`session ${String(chargelogId)} is not shown`)
    if (!isOurs) continue
    if (tile?.startBlock === null) found.push(`connector ${id} is offered while it charges`)
    const mayBeNobodys =
      elsewhere.includes(session.transactionId) ||
      forgottenAt.includes(id) ||
      wasDoubledAt(id, record)
    if (!mayBeNobodys && !ledger.some((start) => isStartOf(start, id, session))) {
      found.push(`the session at ${id} belongs to no start`)
    }
  }
  for (const start of ledger) {
    const { id, step } = start
    const truth = connectors.find((each) => each.id === start.connectorId)
    const isLost = openSteps.has(step) || (waitingSteps.has(step) && !truth?.attemptIds.length)
    if (isLost && !truth?.session) found.push(`start ${id} is ${step}, and nobody knows of it`)
    if (start.cancelled && truth?.session && isStartOf(start, truth.id, truth.session)) {
      found.push(`start ${id} was cancelled, and charges`)
    }
  }
  const lost = view.sessions.filter(({ status }) => status === 'unknown')
  return [...found, ...lost.map(({ id }) => `session ${id} is shown as unknown`)]
}

/**
 * The platform carried a start out more often than it was asked to, and let each of them in: no answer
 * named the attempt of the double, so what it becomes is in use and nobody's.
 */
function wasDoubledAt(connectorId: string, { arrivals, journal }: CycleRecord): boolean {
  const asked = arrivals.filter((each) => startFields.has(each.field))
  const letIn = journal.filter(
    ({ event, outcome, facts }) =>
      startFields.has(event) &&
      letInOutcomes.has(outcome) &&
      (facts['connectorId'] ?? facts['connector']) === connectorId,
  )
  return letIn.length > asked.filter((each) => each.connectorId === connectorId).length
}

/** A start that took another terminal's session for its own. */
function takenFromElsewhere({ end, elsewhere }: CycleRecord): string[] {
  return end.connectors.flatMap(({ id, session }) => {
    if (!session || !elsewhere.includes(session.transactionId)) return []
    const start = end.ledger.find((each) => isStartOf(each, id, session))
    return start ? [`start ${start.id} took ${session.transactionId} of another terminal`] : []
  })
}

/** A session of another account has no id here: the start by own card that goes on is its. */
function isStartOf(start: LedgerStart, connectorId: string, session: SessionOverview): boolean {
  if (start.connectorId !== connectorId || start.step !== 'charging') return false
  if (session.isOwn) return start.chargelogId === session.chargelogId
  return start.kind === 'rfid' && start.endedAtMs === null
}

function brokenSettings({ end }: CycleRecord): string[] {
  const { expected, found, setAside } = end.settings
  const isThere = found !== undefined && expected.includes(found)
  return [
    ...setAside.map((file) => `${file} was set aside`),
    ...(isThere ? [] : [`the settings say ${String(found)}, not ${expected.join(' or ')}`]),
  ]
}

/** The way is open, and the terminal still finds no way in. */
function lockOuts({ end: { view, trouble, died } }: CycleRecord): string[] {
  if (died !== null) return [`the terminal does not start: ${died}`]
  if (trouble !== null) return [`trouble: ${trouble}`]
  return view?.link.state === 'live' ? [] : [`the link is ${view?.link.state ?? 'unknown'}`]
}
