export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
}

const PAIR = /(-?\d{1,3}(?:[.,]\d+)?)\s*(?:[,;/ ]|%2C)\s*(-?\d{1,3}(?:[.,]\d+)?)/

/**
 * The coordinates in what a map app gives: `47.8095, 13.0550`, `geo:47.8095,13.055`, a link with `@47.8095,13.055`.
 * Null: none, or none on Earth.
 */
export function coordinatesIn(text: string): Coordinates | null {
  const marked = /(?:@|geo:|[?&](?:q|ll|mlat)=)(.*)/i.exec(text)?.[1] ?? text
  const found = PAIR.exec(marked.trim())
  if (!found) return null
  const [latitude = NaN, longitude = NaN] = found
    .slice(1)
    .map((one) => Number(one.replace(',', '.')))
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}
