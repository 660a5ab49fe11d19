import type { Session } from '#contract/charging.ts'

type PowerPoint = Session['powerCurve'][number]

/** Power over a whole session, oldest first, in at most 60 points. */
export interface PowerCurve {
  readonly points: readonly PowerPoint[]
  /** Points stand at least so far apart, but for the newest. */
  readonly spacingMs: number
}

export const emptyCurve: PowerCurve = { points: [], spacingMs: 0 }
const MOST_POINTS = 60

/**
 * The curve with one more measurement; one that is not newer than the last is left out. When it is
 * full, every second point goes, and from then on points stand twice as far apart.
 */
export function addPower(curve: PowerCurve, point: PowerPoint): PowerCurve {
  const { points, spacingMs } = curve
  const last = points.at(-1)
  if (last && point.atMs <= last.atMs) return curve
  const beforeLast = points.at(-2)
  const isCrowded = last && beforeLast && last.atMs - beforeLast.atMs < spacingMs
  const longer = isCrowded ? points.with(-1, point) : [...points, point]
  return longer.length > MOST_POINTS ? thinned(longer) : { points: longer, spacingMs }
}

function thinned(full: readonly PowerPoint[]): PowerCurve {
  const newest = full.length - 1
  const points = full.filter((_, index) => index % 2 === 0 || index === newest)
  const [first, second] = points
  return { points, spacingMs: first && second ? second.atMs - first.atMs : 0 }
}
