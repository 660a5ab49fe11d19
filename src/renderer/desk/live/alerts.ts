import type { Session, SessionWarning } from '#contract/charging.ts'
import type { Connector } from '#contract/site.ts'
import { reportedWords } from '../../charging/reported-words.ts'

/** Something at a connector that staff should look after. */
export interface Alert {
  readonly kind: 'faulted' | 'offline' | 'unavailable' | 'strange' | 'idle' | SessionWarning
  /** Null where nobody knows when it began. */
  readonly since: Connector['since'] | null
}

/** A charger's own consumption, and what a full car still draws. */
const NOTHING_W = 100

/**
 * What main warns of comes first where a car charges on though it should not, else after what the
 * station says. Faulted and offline are the platform's own words. Idle is computed here: a cable that is in, or a
 * session that draws (almost) nothing, for at least `idleAlertMs`.
 */
export function alertOf(
  connector: Connector,
  session: Session | undefined,
  nowMs: number,
  idleAlertMs: number,
): Alert | null {
  // Late values have one notice over everything; what is being serviced is known.
  if (connector.freshness !== 'live' || connector.startBlock === 'maintenance') return null
  const warnings = session?.warnings ?? []
  if (warnings.includes('stop-not-heeded')) return { kind: 'stop-not-heeded', since: null }
  const reported = connector.reported?.state ?? connector.state
  const since = reported === connector.state ? (connector.since ?? null) : null
  if (reported === 'out-of-order') return { kind: 'faulted', since }
  if (reported === 'unavailable' || reported === 'unknown')
    return { kind: isSilent(connector) ? 'offline' : KINDS[reported], since }
  const [warning] = warnings
  if (warning) return { kind: warning, since: null }
  const idleMs = session ? idleSince(session) : parkedSince(connector)
  if (idleMs === null || nowMs - idleMs < idleAlertMs) return null
  return { kind: 'idle', since: { atMs: idleMs, exact: true } }
}

const KINDS = { unavailable: 'unavailable', unknown: 'strange' } as const

/** The platform calls it offline, or has no word of it: any other word is an answer. */
function isSilent(connector: Connector): boolean {
  const words = reportedWords(connector)
  return words.length === 0 || words.some((word) => /^\W*off\W*line\W*$/i.test(word))
}

const parkedSince = ({ state, since }: Connector): number | null =>
  state === 'finishing' || state === 'plugged' ? (since?.atMs ?? null) : null

/** Since when a running session draws nothing, as far as this terminal saw its power. */
export function idleSince({ status, powerW, powerCurve, startedAtMs }: Session): number | null {
  if (status !== 'charging' || powerW === null || powerW >= NOTHING_W) return null
  const last = powerCurve.findLastIndex((point) => point.powerW >= NOTHING_W)
  return powerCurve[last + 1]?.atMs ?? startedAtMs
}
