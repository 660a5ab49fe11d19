import type { Platform } from '#main/platform/platform.ts'
import { ReceiptStationDocument } from '#platform/generated/main/graphql.ts'

/** What a receipt says of the station, as the platform tells it. */
export interface ToldPlace {
  /** Street, then postal code, town and country; empty where nothing is told. */
  readonly address: readonly string[]
  readonly operator: string | null
}

/** A guest waits for the printer: a receipt without an address rather than none. */
const TIMEOUT_MS = 3000

export const untoldPlace: ToldPlace = { address: [], operator: null }

/** Reads a station for receipts (operation `cp`), once for each; never throws. */
export function createToldPlaces(platform: Platform): (stationId: string) => Promise<ToldPlace> {
  const told = new Map<string, ToldPlace>()
  return async (stationId) => {
    const known = told.get(stationId)
    if (known) return known
    try {
      const limits = { timeoutMs: TIMEOUT_MS, tries: 1 }
      const { data } = await platform.execute(ReceiptStationDocument, { id: stationId }, limits)
      const { cp } = data
      if (!cp) return untoldPlace
      const town = line([cp.zip, cp.city], ' ')
      const address = [line([cp.address], ''), line([town, cp.country], ', ')]
      const station = {
        address: address.filter((part) => part !== null),
        operator: line([cp.operator?.name], ''),
      }
      told.set(stationId, station)
      return station
    } catch {
      return untoldPlace
    }
  }
}

/** What is told of these in one line; null where nothing is. */
function line(parts: readonly (string | null | undefined)[], between: string): string | null {
  const told = parts.map((part) => part?.trim() ?? '').filter((part) => part !== '')
  return told.length === 0 ? null : told.join(between)
}
