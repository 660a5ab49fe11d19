const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}:\d{2})(:\d{2})?([.,]\d+)?)?\s*(?:[Zz]|([+-]\d{2}):?(\d{2}))?$/

/**
 * A time as the platform writes it, in epoch ms: ISO 8601, and without a zone in UTC, as the reference writes
 * `Z` everywhere. Null for none, for a day that no calendar has, and for any other text.
 */
export function platformTimeMs(text: string | null | undefined): number | null {
  const found = DATE_TIME.exec(text?.trim() ?? '')
  if (!found) return null
  const [, year = '', month = '', day = '', minutes = '00:00', seconds = ':00'] = found
  const [fraction = '', hours, rest = ''] = found.slice(6)
  const date = `${year}-${month}-${day}`
  const midnight = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date) return null
  const zone = hours === undefined ? 'Z' : `${hours}:${rest}`
  const ms = Date.parse(`${date}T${minutes}${seconds}${fraction.replace(',', '.')}${zone}`)
  return Number.isNaN(ms) ? null : ms
}

const WITHOUT_ZONE = /"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?"/

/** A time without a zone in an answer's JSON text; null where there is none. */
export const timeWithoutZone = (json: string): string | null =>
  WITHOUT_ZONE.exec(json)?.[0].slice(1, -1) ?? null
