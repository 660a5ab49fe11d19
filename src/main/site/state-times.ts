import type { Clock } from '#common/clock.ts'
import type { Connector, ConnectorState } from '#contract/site.ts'

interface Seen {
  readonly state: ConnectorState
  readonly since: NonNullable<Connector['since']>
  readonly wasLive: boolean
}

/**
 * Adds since when each connector is seen in its state. No operation has it: this terminal keeps
 * count from its launch on, and says where it did not see the change itself.
 */
export function createStateTimes(
  clock: Pick<Clock, 'now'>,
): (connectors: readonly Connector[]) => Connector[] {
  const seen = new Map<string, Seen>()

  return (connectors) =>
    connectors.map((connector) => {
      const { id, state, freshness } = connector
      const isLive = freshness === 'live'
      const before = seen.get(id)
      if (!before && !isLive) return connector
      const since =
        before?.state === state
          ? before.since
          : { atMs: Math.round(clock.now()), exact: isLive && before?.wasLive === true }
      seen.set(id, { state, since, wasLive: isLive })
      return { ...connector, since }
    })
}
