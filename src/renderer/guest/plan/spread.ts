import type { PlanPlace } from '#common/plan-places.ts'

/** A pin on the plan: its middle, and its own size (px). */
export interface Pin {
  readonly at: PlanPlace
  readonly widthPx: number
  readonly heightPx: number
}

/** A plan is not spread further than this, whatever lies on it. */
const MOST_TIMES = 4

/** How wide and high a picture of this shape is that fits into the room (px). */
export function fitted(
  room: { readonly widthPx: number; readonly heightPx: number },
  ratio: number,
): number {
  return Math.max(1, Math.min(room.widthPx, room.heightPx * ratio))
}

/**
 * The width (px) at which no pin lies over another, never less than `leastPx`, at which all is in view.
 * `ratio`: the picture's width by its height.
 */
export function spread(pins: readonly Pin[], ratio: number, leastPx: number): number {
  let widthPx = leastPx
  for (const [index, one] of pins.entries()) {
    for (const other of pins.slice(index + 1)) widthPx = Math.max(widthPx, apart(one, other, ratio))
  }
  return Math.min(widthPx, leastPx * MOST_TIMES)
}

/** The width at which these two lie beside each other, or one below the other; 0 where they never do. */
function apart(one: Pin, other: Pin, ratio: number): number {
  const across = Math.abs(one.at[0] - other.at[0]) / 100
  const down = Math.abs(one.at[1] - other.at[1]) / 100
  const beside = across === 0 ? Infinity : (one.widthPx + other.widthPx) / 2 / across
  const below = down === 0 ? Infinity : ((one.heightPx + other.heightPx) / 2 / down) * ratio
  const least = Math.min(beside, below)
  return Number.isFinite(least) ? least : 0
}
