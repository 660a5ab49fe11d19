import { distinctionsOf } from '#common/plug-number.ts'
import type { Session, Start } from '#contract/charging.ts'
import type { Approval } from '#contract/desk.ts'
import type { Link, LiveModel } from '#contract/live.ts'
import type { Connector, Freshness, Price } from '#contract/site.ts'
import { hoursHint } from './hours.ts'
import { wordsOf } from './readings.ts'
import { maintenanceAt } from './maintenance.ts'
import type { ConnectorReading } from './reading.ts'
import {
  brokenState,
  connectorState,
  reportedState,
  startBlock,
  type ConnectorFacts,
} from './state.ts'
import type { StaticConnector, StaticSite } from './static.ts'

/** A connector's status with the time at which it was asked for (epoch ms). */
export interface TimedReading {
  reading: ConnectorReading
  atMs: number
}

/** Everything that the live model is made of. */
export interface ModelParts {
  nowMs: number
  /** The platform's clock less ours (ms): what it announces is in its own time. */
  skewMs?: number
  /** The site's, an IANA name. Default UTC. */
  timeZone?: string
  /** A reading older than this is late even while the link seems live (ms). */
  lateAfterMs: number
  site: StaticSite | null
  link: Link
  /** The last reading of each connector, by id. */
  readings: ReadonlyMap<string, TimedReading>
  /** When the last good refresh was asked for; null before the first. */
  refreshedAtMs: number | null
  starts: readonly Start[]
  sessions: readonly Session[]
  /** Until when a summary opens again (epoch ms), by the connector's id. */
  receipts?: ReadonlyMap<string, number>
  approvals?: readonly Approval[]
  /** Without an account nothing is started here. */
  showsOnly?: boolean
  priceOf: (connector: StaticConnector) => Price
}

export type ModelContent = Omit<LiveModel, 'revision'>

/** The whole live model, from what is known now. Pure: the same parts give the same model. */
export function composeModel(parts: ModelParts): ModelContent {
  const { site, link, starts, sessions } = parts
  const here: Here = {
    live: isLive(parts),
    distinctions: distinctionsIn(site?.connectors ?? []),
    hasOrdinary: site?.connectors.some(({ station }) => !station?.recommended) === true,
    sessions: byConnector(sessions.filter((one) => one.status !== 'stopped' && !one.closed)),
    starts: byConnector(starts.filter((one) => !endedSteps.has(one.step) && !one.closed)),
  }
  return {
    site: site?.site ?? null,
    link,
    connectors: (site?.connectors ?? []).map((each) => composeConnector(parts, here, each)),
    sessions: sessions.map((session) => withFreshness(session, here.live)),
    starts: [...starts],
    approvals: [...(parts.approvals ?? [])],
  }
}

function isLive({ link, refreshedAtMs, nowMs, lateAfterMs }: ModelParts): boolean {
  return link.state === 'live' && refreshedAtMs !== null && nowMs - refreshedAtMs <= lateAfterMs
}

/** Nothing late is shown as live: a session is never fresher than the link. */
function withFreshness(session: Session, live: boolean): Session {
  if (live || session.freshness !== 'live') return session
  return { ...session, freshness: 'late', asOfMs: session.asOfMs ?? session.meterAtMs }
}

/** What is open at each connector, by its id: the first of several. */
interface Here {
  live: boolean
  /** What stands with a number that is not the only one, by the connector's id. */
  distinctions: ReadonlyMap<string, string>
  /** Some stations are not highlighted: where all are, none is before the others. */
  hasOrdinary: boolean
  sessions: ReadonlyMap<string, Session>
  starts: ReadonlyMap<string, Start>
}

function byConnector<T extends { connectorId: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.toReversed().map((each) => [each.connectorId, each]))
}

const endedSteps: ReadonlySet<string> = new Set(['charging', 'rejected', 'failed', 'timed-out'])

/** A station's own words change with each of its connectors: they are passed on only where they count. */
const reportedOf = (reading: ConnectorReading): Connector['reported'] => ({
  state: reportedState(reading),
  ...wordsOf(reading),
  ...(reading.station && brokenState(reading.station) && { station: reading.station }),
})

function composeConnector(parts: ModelParts, here: Here, connector: StaticConnector): Connector {
  const timed = parts.readings.get(connector.id)
  const isFresh = here.live && timed?.atMs === parts.refreshedAtMs
  const freshness: Freshness = !timed ? 'unknown' : isFresh ? 'live' : 'late'
  const session = here.sessions.get(connector.id)
  const start = here.starts.get(connector.id)
  const { window, inMaintenance } = maintenanceAt(
    connector.maintenance,
    parts.nowMs + (parts.skewMs ?? 0),
  )
  const facts: ConnectorFacts = {
    ...wordsOf(timed?.reading ?? null),
    station: timed?.reading.station,
    freshness,
    ownSession: !session ? 'none' : session.status === 'waiting' ? 'waiting' : 'charging',
    ownStart: !start ? 'none' : start.cancelled ? 'cancelled' : 'open',
    inMaintenance,
    remoteCommands: connector.remoteCommands,
  }
  const state = connectorState(facts)
  const distinction = here.distinctions.get(connector.id)
  const hours = hoursHint(connector.station, parts.nowMs, parts.timeZone ?? 'UTC')
  const receiptUntilMs = parts.receipts?.get(connector.id)
  return {
    ...shownOf(connector),
    ...(distinction !== undefined && { distinction }),
    ...(hours && { hours }),
    ...(here.hasOrdinary && connector.station?.recommended && { recommended: true }),
    state,
    startBlock: startBlock(facts, state) ?? (parts.showsOnly === true ? 'show-only' : null),
    freshness,
    asOfMs: freshness === 'late' ? (timed?.atMs ?? null) : null,
    ...(timed && { reported: reportedOf(timed.reading) }),
    price: parts.priceOf(connector),
    sessionId: session?.id ?? null,
    startId: start?.id ?? null,
    ...(receiptUntilMs === undefined ? {} : { receiptUntilMs }),
    maintenance: window,
  }
}

type Shown = Omit<StaticConnector, 'remoteCommands' | 'maintenance' | 'station'> &
  Pick<Connector, 'roaming'>

const shownParts = new WeakMap<StaticConnector, Shown>()

/** What the page sees of a connector's static data: the same for each refresh. */
function shownOf(connector: StaticConnector): Shown {
  const known = shownParts.get(connector)
  if (known) return known
  const { remoteCommands: _remote, maintenance: _windows, station, ...own } = connector
  const shown = station?.roaming ? { ...own, roaming: true } : own
  shownParts.set(connector, shown)
  return shown
}

const distinctionsKept = new WeakMap<readonly StaticConnector[], ReadonlyMap<string, string>>()

/** The same for each refresh, until the site is read again. */
function distinctionsIn(connectors: readonly StaticConnector[]): ReadonlyMap<string, string> {
  const known = distinctionsKept.get(connectors) ?? distinctionsOf(connectors)
  distinctionsKept.set(connectors, known)
  return known
}
