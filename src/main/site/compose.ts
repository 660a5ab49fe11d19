import type { Session, Start } from '#contract/charging.ts'
import type { Approval } from '#contract/desk.ts'
import type { Link, LiveModel } from '#contract/live.ts'
import type { Connector, Freshness, Price } from '#contract/site.ts'
import { maintenanceAt } from './maintenance.ts'
import type { ConnectorReading } from './reading.ts'
import { connectorState, startBlock, type ConnectorFacts } from './state.ts'
import type { StaticConnector, StaticSite } from './static.ts'

/** A connector's status with the time at which it was true. */
export interface TimedReading {
  reading: ConnectorReading
  atMs: number
}

/** Everything that the live model is made of. */
export interface ModelParts {
  nowMs: number
  /** A reading older than this is late even while the link seems live (ms). */
  lateAfterMs: number
  site: StaticSite | null
  link: Link
  /** The last reading of each connector, by id. */
  readings: ReadonlyMap<string, TimedReading>
  /** When the last good refresh was; null before the first. */
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
  return {
    site: site?.site ?? null,
    link,
    connectors: (site?.connectors ?? []).map((connector) => composeConnector(parts, connector)),
    sessions: sessions.map((session) => withFreshness(session, isLive(parts))),
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

function freshnessOf(parts: ModelParts, timed: TimedReading | undefined): Freshness {
  if (!timed) return 'unknown'
  return isLive(parts) && timed.atMs === parts.refreshedAtMs ? 'live' : 'late'
}

const endedSteps: ReadonlySet<string> = new Set(['charging', 'rejected', 'failed', 'timed-out'])

function composeConnector(parts: ModelParts, connector: StaticConnector): Connector {
  const timed = parts.readings.get(connector.id)
  const freshness = freshnessOf(parts, timed)
  const session = parts.sessions.find(
    ({ connectorId, status }) => connectorId === connector.id && status !== 'stopped',
  )
  const start = parts.starts.find(
    ({ connectorId, step }) => connectorId === connector.id && !endedSteps.has(step),
  )
  const { window, inMaintenance } = maintenanceAt(connector.maintenance, parts.nowMs)
  const facts: ConnectorFacts = {
    ocpp: timed?.reading.ocpp ?? null,
    calculated: timed?.reading.calculated ?? null,
    simple: timed?.reading.simple ?? null,
    freshness,
    ownSession: !session ? 'none' : session.status === 'waiting' ? 'waiting' : 'charging',
    ownStart: !start ? 'none' : start.cancelled ? 'cancelled' : 'open',
    inMaintenance,
    remoteCommands: connector.remoteCommands,
  }
  const { remoteCommands: _remote, maintenance: _windows, ...fixed } = connector
  const state = connectorState(facts)
  const receiptUntilMs = parts.receipts?.get(connector.id)
  return {
    ...fixed,
    state,
    startBlock: startBlock(facts, state) ?? (parts.showsOnly === true ? 'show-only' : null),
    freshness,
    asOfMs: freshness === 'late' ? (timed?.atMs ?? null) : null,
    price: parts.priceOf(connector),
    sessionId: session?.id ?? null,
    startId: start?.id ?? null,
    ...(receiptUntilMs === undefined ? {} : { receiptUntilMs }),
    maintenance: window,
  }
}
