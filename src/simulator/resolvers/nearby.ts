import { badInput } from './kit.ts'

/** Degrees; radius in metres (its unit is not documented; the example says 5000). */
export interface LocationFilter {
  latitude: number
  longitude: number
  radius?: number | null
}

export interface Place {
  latitude: number
  longitude: number
}

const EARTH_RADIUS_M = 6_371_008.8

/** Those within the radius, nearest first unless `isOrdered` is false. Without a location: all. */
export function nearby<T extends Place>(
  items: readonly T[],
  location: LocationFilter | null | undefined,
  isOrdered = true,
): T[] {
  if (!location) return [...items]
  const { latitude, longitude, radius } = location
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badInput('No place on Earth.')
  const found = items
    .map((item) => ({ item, metres: metresBetween(location, item) }))
    .filter(({ metres }) => metres <= (radius ?? Infinity))
  if (isOrdered) found.sort((a, b) => a.metres - b.metres)
  return found.map(({ item }) => item)
}

/**
 * `orderedByDistance` is a text for a yes or no, and the list of what means yes is lost (traps 57):
 * everything does but `false`, `no` and `0`.
 */
export const wantsOrder = (text: string | null | undefined): boolean =>
  !['false', 'no', '0'].includes(text?.toLowerCase() ?? '')

/** Great-circle distance (haversine) in metres. */
export function metresBetween(one: Place, other: Place): number {
  const [fromRad, toRad] = [radians(one.latitude), radians(other.latitude)]
  const across = Math.sin((toRad - fromRad) / 2) ** 2
  const along = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  const chord = Math.sqrt(across + Math.cos(fromRad) * Math.cos(toRad) * along)
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, chord))
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180
