import type { Session } from '#contract/charging.ts'
import type { Connector } from '#contract/site.ts'
import { reportedWords } from '../charging/reported-words.ts'
import type { PlainKey } from '../i18n/text.ts'

/** What a touch on a tile does: start here, follow an open start, watch the charge, read its end. */
export type TileAction = 'charge' | 'open' | 'mine' | 'receipt'

/** The one action of a tile, or none. `session` is the running or just ended one of this terminal. */
export function tileAction(connector: Connector, session: Session | undefined): TileAction | null {
  if (session?.status === 'stopped')
    return connector.state === 'finishing' ? 'receipt' : startable(connector)
  if (session) return 'mine'
  if (connector.startId !== null) return 'open'
  const isOver = connector.state === 'finishing' && connector.receiptUntilMs !== undefined
  return isOver ? 'receipt' : startable(connector)
}

function startable(connector: Connector): TileAction | null {
  return connector.startBlock === null ? 'charge' : null
}

/**
 * The sentence of a tile that cannot be started, in everyday words; null where none is needed.
 * `ownCard`: a guest's own card charges here, and the reader knows it again.
 */
export function tileNote(connector: Connector, ownCard = false): PlainKey | null {
  if (connector.startBlock === 'on-the-spot') return 'block.on-the-spot'
  if (connector.startBlock === 'late' && connector.state === 'free') return 'tile.late'
  switch (connector.state) {
    case 'free':
      return null
    case 'charging':
      return 'tile.yours'
    case 'in-use':
      return ownCard ? 'tile.ownCard' : 'tile.in-use'
    case 'unknown':
      return reportedWords(connector).length > 0 ? 'tile.strange' : 'tile.unknown'
    default:
      return `tile.${connector.state}`
  }
}

/** A tile that stands apart from the ones that a guest could use. */
export function isDimmed(connector: Connector): boolean {
  return ['out-of-order', 'unavailable', 'unknown'].includes(connector.state)
}

/** More signs than fit beside the plug are written smaller, so that the tile stays whole. */
export function numberSize(number: string): 'short' | 'long' | 'longest' {
  if (number.length <= 3) return 'short'
  return number.length <= 8 ? 'long' : 'longest'
}
