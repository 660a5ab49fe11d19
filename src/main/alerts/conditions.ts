import { fullNumber } from '#common/plug-number.ts'
import type { Link } from '#contract/live.ts'
import type { Connector } from '#contract/site.ts'
import type { OutgoingSettings } from '#main/settings/outgoing-settings.ts'
import type { AlertKind, Condition, Conditions } from './alert.ts'

/** What the terminal sees now. */
export interface Sight {
  readonly link: Pick<Link, 'state' | 'error'>
  readonly connectors: readonly Connector[]
  /** Why somebody must change something, by its code; null: nobody must. */
  readonly trouble: string | null
  readonly failedInARow: number
}

const signInTroubles: ReadonlySet<string | null> = new Set([
  ...['wrong-key', 'wrong-credentials', 'email-unconfirmed', 'signed-out', 'unauthorised'],
  ...['forbidden', 'sign-in-expired'],
])

/** What is wrong, by the operator's settings. A paper roll that is empty is not seen: no printer tells it. */
export function conditionsOf(
  sight: Sight,
  settings: Pick<OutgoingSettings, 'alertAfterMs' | 'failedStarts'>,
): Conditions {
  const { link, connectors, trouble, failedInARow } = sight
  const isLive = link.state === 'live'
  const atOnce = (kind: AlertKind, facts: Condition['facts']): Condition => ({
    ...{ kind, subject: '', facts, afterMs: 0 },
  })
  const present = [
    ...(isLive ? connectors.filter(isBroken).map((each) => broken(each, settings)) : []),
    ...(isLive
      ? []
      : [{ ...atOnce('platform-lost', { code: link.error }), afterMs: settings.alertAfterMs }]),
    ...(failedInARow >= settings.failedStarts
      ? [atOnce('starts-failing', { count: failedInARow })]
      : []),
    ...(signInTroubles.has(trouble) ? [atOnce('sign-in-refused', { code: trouble })] : []),
    ...(trouble === 'clock-wrong' ? [atOnce('clock-wrong', {})] : []),
  ]
  // Nobody knows how plugs are while the platform is silent.
  return { present, unknown: new Set(isLive ? [] : ['connector-out-of-order']) }
}

/** The station says so, or is not heard any more. */
const isBroken = ({ state, freshness }: Connector): boolean =>
  state === 'out-of-order' ||
  state === 'unavailable' ||
  (state === 'unknown' && freshness === 'live')

const broken = (
  connector: Connector,
  { alertAfterMs: afterMs }: Pick<OutgoingSettings, 'alertAfterMs'>,
): Condition => {
  const { id, state, stationLabel: station, evseId } = connector
  const facts = { number: fullNumber(connector), evseId, station, state }
  return { kind: 'connector-out-of-order', subject: id, facts, afterMs }
}
