import type { PlanPlace } from '#common/plan-places.ts'

/** What stands at one place of the plan, and how large that is (px). */
export interface Pin {
  readonly at: PlanPlace
  readonly widthPx: number
  readonly heightPx: number
}

/** A picture of this width, and the middles of its pins on it, from the left and from the top (px). */
export interface Laid {
  readonly widthPx: number
  readonly middles: readonly Middle[]
}

interface Middle {
  xPx: number
  yPx: number
}

/** Between pins (px). */
const GAP_PX = 4
/** A picture grows in such steps, until no pin has to stand aside by more than so much of its own size. */
const STEP = 1.25
const MOST_ASIDE = 0.8
/** It is never larger than this, whatever lies on it. */
const MOST_TIMES = 4
/** Pairs are looked at so often, fewer times the more there are: it is done within a frame or few. */
const MOST_ROUNDS = 200
const LEAST_ROUNDS = 5
const MOST_PAIRS = 4e6

/** The width (px) of a picture that fits into the room whole; `ratio`: its width by its height. */
export function fitted(
  room: { readonly widthPx: number; readonly heightPx: number },
  ratio: number,
): number {
  return Math.max(1, Math.min(room.widthPx, room.heightPx * ratio))
}

/**
 * Lays pins on a picture that is at least `leastPx` wide, at which all of it is in view: those that would lie over
 * one another stand aside a little. Only where that would lead astray the picture is larger than its room.
 */
export function layPins(pins: readonly Pin[], ratio: number, leastPx: number): Laid {
  for (let times = 1; ; times *= STEP) {
    const widthPx = Math.floor(leastPx * Math.min(times, MOST_TIMES))
    const { middles, settled } = standAside(pins, widthPx, widthPx / ratio)
    const isTrue = settled && pins.every((pin, at) => isNear(pin, middles[at], widthPx, ratio))
    if (isTrue || times >= MOST_TIMES) return { widthPx, middles }
  }
}

function isNear(pin: Pin, middle: Middle | undefined, widthPx: number, ratio: number): boolean {
  const x = Math.abs((middle?.xPx ?? 0) - (pin.at[0] / 100) * widthPx)
  const y = Math.abs((middle?.yPx ?? 0) - (pin.at[1] / 100) * (widthPx / ratio))
  return x <= MOST_ASIDE * pin.widthPx && y <= MOST_ASIDE * pin.heightPx
}

/** Each pair that overlaps moves apart on the shorter way, half each, until none does: then they are settled. */
function standAside(
  pins: readonly Pin[],
  widthPx: number,
  heightPx: number,
): { middles: readonly Middle[]; settled: boolean } {
  const middles = pins.map(({ at: [x, y] }) => ({
    xPx: (x / 100) * widthPx,
    yPx: (y / 100) * heightPx,
  }))
  const keepWithin = (): void => {
    for (const [index, middle] of middles.entries()) {
      const pin = pins[index]
      middle.xPx = within(middle.xPx, (pin?.widthPx ?? 0) / 2, widthPx)
      middle.yPx = within(middle.yPx, (pin?.heightPx ?? 0) / 2, heightPx)
    }
  }
  const most = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, MOST_PAIRS / (pins.length ** 2 + 1)))
  keepWithin()
  for (let round = 0; round < most; round += 1) {
    if (!moveApart(pins, middles)) return { middles, settled: true }
    keepWithin()
  }
  return { middles, settled: false }
}

/** Whether any had to move. */
function moveApart(pins: readonly Pin[], middles: readonly Middle[]): boolean {
  let moved = false
  for (let first = 0; first < pins.length; first += 1) {
    for (let second = first + 1; second < pins.length; second += 1) {
      const [a, b, one, other] = [pins[first], pins[second], middles[first], middles[second]]
      if (!a || !b || !one || !other) continue
      const across = (a.widthPx + b.widthPx) / 2 + GAP_PX - Math.abs(other.xPx - one.xPx)
      const down = (a.heightPx + b.heightPx) / 2 + GAP_PX - Math.abs(other.yPx - one.yPx)
      if (across < 1 || down < 1) continue
      moved = true
      const axis = across <= down ? 'xPx' : 'yPx'
      const half = (Math.min(across, down) / 2) * (other[axis] >= one[axis] ? 1 : -1)
      one[axis] -= half
      other[axis] += half
    }
  }
  return moved
}

const within = (value: number, half: number, most: number): number =>
  Math.max(half, Math.min(most - half, value))
