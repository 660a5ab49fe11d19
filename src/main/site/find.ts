import type { Platform } from '#main/platform/platform.ts'
import { ConnectorByEvseIdDocument } from '#platform/generated/main/graphql.ts'
import type { StaticConnector } from './static.ts'

/** EVSE IDs are written with and without separators (ISO 15118: `AT*HTB*E1`, `ATHTBE1`). */
const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** What an EVSE ID may be in: itself, or the address in a station's QR code, part by part. */
function candidates(scanned: string): string[] {
  const text = scanned.trim()
  const url = /^[a-z]+:\/\//i.test(text) ? URL.parse(text) : null
  if (!url) return [text]
  const parts = [...url.pathname.split('/'), ...url.searchParams.values(), url.hash.slice(1)]
  return parts.filter((part) => plain(part) !== '').map(decoded)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/**
 * The id of this site's connector with this EVSE ID, however it is written; null when there is none.
 * Where the site's own data do not tell, the platform is asked (operation `connectorByEvseId`).
 * Throws a PlatformError.
 */
export async function findByEvseId(
  scanned: string,
  connectors: readonly StaticConnector[],
  platform: Platform,
): Promise<string | null> {
  const ids = candidates(scanned)
  const wanted = new Set(ids.map(plain))
  const own = connectors.find(({ evseId }) => evseId !== null && wanted.has(plain(evseId)))
  if (own) return own.id
  const [evseId] = ids
  // Of an address nobody knows which part it would be.
  if (evseId === undefined || ids.length > 1) return null
  const variables = { evseId: evseId.toUpperCase() }
  const { data } = await platform.execute(ConnectorByEvseIdDocument, variables)
  const id = data.connectorByEvseId?.id
  return connectors.some((connector) => connector.id === id) ? (id ?? null) : null
}
