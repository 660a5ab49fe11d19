import type { Session } from '#contract/charging.ts'
import type { Connector } from '#contract/site.ts'

/** What a guest with a code can come back to at a connector. */
export interface WayBack {
  readonly connectorId: string
  readonly action: 'mine' | 'open' | 'receipt'
}

/** Every charge, start and receipt at this terminal that a code opens now, in the site's order. */
export function waysBack(
  connectors: readonly Connector[],
  sessions: ReadonlyMap<string, Session>,
): WayBack[] {
  return connectors.flatMap(({ id, startId, receiptUntilMs }) => {
    const session = sessions.get(id)
    const isRunning = session !== undefined && session.status !== 'stopped'
    const actions: WayBack['action'][] = [
      ...(isRunning ? (['mine'] as const) : []),
      ...(!isRunning && startId !== null ? (['open'] as const) : []),
      ...(receiptUntilMs === undefined ? [] : (['receipt'] as const)),
    ]
    return actions.map((action) => ({ connectorId: id, action }))
  })
}
