import type { Session, Start } from '#contract/charging.ts'
import type { Origin } from '#contract/desk.ts'
import type { Connector, ConnectorState, PlugKind } from '#contract/site.ts'
import { alertOf, type Alert } from './alerts.ts'

/** One connector with what happens there now. */
export interface LiveRow {
  readonly connector: Connector
  /** The account's session that keeps the connector. */
  readonly session: Session | undefined
  readonly start: Start | undefined
  /** Closed at the desk, and not ended by the platform yet. */
  readonly closed: readonly (Session | Start)[]
  readonly alert: Alert | null
}

export const groups = ['free', 'charging', 'taken', 'trouble'] as const
export type Group = (typeof groups)[number]

const groupOfState: Readonly<Record<ConnectorState, Group>> = {
  free: 'free',
  plugged: 'free',
  starting: 'charging',
  charging: 'charging',
  'in-use': 'taken',
  finishing: 'taken',
  reserved: 'taken',
  unavailable: 'trouble',
  'out-of-order': 'trouble',
  unknown: 'trouble',
}

export const groupOf = ({ state }: Connector): Group => groupOfState[state]

/** Everything at the site, in the site's order. */
export function rowsOf(
  model: {
    readonly connectors: readonly Connector[]
    readonly sessions: ReadonlyMap<string, Session>
    readonly starts: ReadonlyMap<string, Start>
  },
  nowMs: number,
  idleAlertMs: number,
): LiveRow[] {
  const closed = [...model.sessions.values(), ...model.starts.values()].filter(isClosed)
  const ended = [...model.sessions.values()].filter(({ status }) => status === 'stopped')
  return model.connectors.map((connector) => {
    const { id, sessionId, startId } = connector
    const session = sessionId === null ? undefined : model.sessions.get(sessionId)
    const last = ended.find(({ connectorId }) => connectorId === id)
    return {
      connector,
      session,
      start: startId === null ? undefined : model.starts.get(startId),
      closed: closed.filter(({ connectorId }) => connectorId === id),
      alert: alertOf(connector, session, nowMs, idleAlertMs) ?? warningOf(last),
    }
  })
}

/** What staff should still look at of a session that has stopped. */
function warningOf(session: Session | undefined): Alert | null {
  const [kind] = session?.warnings ?? []
  return kind ? { kind, since: null } : null
}

const isClosed = (one: Session | Start): boolean => one.closed !== undefined

/** How many connectors are in each group. */
export function countsOf(rows: readonly LiveRow[]): Record<Group, number> {
  const counts = { free: 0, charging: 0, taken: 0, trouble: 0 }
  for (const { connector } of rows) counts[groupOf(connector)] += 1
  return counts
}

/** What all charges together draw now (W), and how many of them tell it; computed here. */
export function powerOf(rows: readonly LiveRow[]): { totalW: number; told: number } {
  const told = rows.flatMap(({ session }) => session?.powerW ?? [])
  return { totalW: told.reduce((sum, powerW) => sum + powerW, 0), told: told.length }
}

/** What staff want to see; null and an empty text are everything. */
export interface LiveFilter {
  readonly text: string
  readonly group: Group | null
  readonly stationId: string | null
  readonly plug: PlugKind | null
}

/** The rows that are wanted. A text is looked for in numbers, stations, EVSE IDs, cards and bookings. */
export function filtered(rows: readonly LiveRow[], filter: LiveFilter): readonly LiveRow[] {
  const wanted = plain(filter.text)
  return rows.filter((row) => {
    const { connector } = row
    if (filter.group !== null && groupOf(connector) !== filter.group) return false
    if (filter.stationId !== null && connector.stationId !== filter.stationId) return false
    if (filter.plug !== null && connector.plug !== filter.plug) return false
    return wanted === '' || textsOf(row).some((text) => plain(text).includes(wanted))
  })
}

/** Who started what is there now, and for whom; null where that was not at this terminal. */
export const originOf = ({ session, start }: LiveRow): Origin | null =>
  session?.origin ?? start?.origin ?? null

function textsOf(row: LiveRow): string[] {
  const { connector } = row
  const origin = originOf(row)
  const texts = [
    ...[connector.number, connector.stationLabel, connector.evseId, connector.plugLabel],
    ...[origin?.bookingReference, origin?.optionLabel],
  ]
  return texts.filter((text) => typeof text === 'string')
}

/** Stars, dashes and spaces of an EVSE ID are left out by people who type it. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s*-]/g, '')

/** The stations of these connectors, in the site's order. */
export function stationsOf(connectors: readonly Connector[]): { id: string; label: string }[] {
  const labels = new Map(
    connectors.map(({ stationId, stationLabel }) => [stationId, stationLabel ?? stationId]),
  )
  return [...labels].map(([id, label]) => ({ id, label }))
}

/** Since when it charges, or since when the connector is as it is. Null where nobody knows. */
export function sinceOf({ connector, session }: LiveRow): { atMs: number; exact: boolean } | null {
  if (session)
    return session.startedAtMs === null ? null : { atMs: session.startedAtMs, exact: true }
  return connector.since ?? null
}
