import { encodePng } from './png.ts'

/** `[red, green, blue]`, each 0 to 255. */
export type Colour = readonly [number, number, number]
/** `[x, y]` in px from the top left. */
export type Point = readonly [number, number]

/** A picture to paint on; every shape covers what is below it, with soft edges. Lengths in px. */
export interface Canvas {
  /** From `top` to `bottom` of the rows between. */
  gradient(fromY: number, toY: number, top: Colour, bottom: Colour): void
  box(
    at: Point,
    size: Point,
    colour: Colour,
    options?: { radius?: number; opacity?: number; softness?: number },
  ): void
  disc(centre: Point, radius: number, colour: Colour): void
  /** A round-ended line through all the points. */
  line(points: readonly Point[], width: number, colour: Colour): void
  png(): Buffer
}

/** How far a point is outside a shape; negative inside. */
type Distance = (x: number, y: number) => number

export function createCanvas(widthPx: number, heightPx: number): Canvas {
  const rgb = new Uint8Array(widthPx * heightPx * 3)

  const blend = (x: number, y: number, colour: Colour, share: number): void => {
    const at = (y * widthPx + x) * 3
    for (const [channel, value] of colour.entries()) {
      const below = rgb[at + channel] ?? 0
      rgb[at + channel] = Math.round(below + (value - below) * share)
    }
  }

  /** Paints where `distance` is negative, within the frame alone. */
  const fill = (
    [left, top, right, bottom]: readonly [number, number, number, number],
    colour: Colour,
    distance: Distance,
    { opacity = 1, softness = 1 } = {},
  ): void => {
    const fromX = Math.max(0, Math.floor(left - softness))
    const toX = Math.min(widthPx, Math.ceil(right + softness))
    const toY = Math.min(heightPx, Math.ceil(bottom + softness))
    for (let y = Math.max(0, Math.floor(top - softness)); y < toY; y += 1)
      for (let x = fromX; x < toX; x += 1) {
        const share = 0.5 - distance(x + 0.5, y + 0.5) / softness
        if (share > 0) blend(x, y, colour, Math.min(1, share) * opacity)
      }
  }

  return {
    gradient(fromY, toY, top, bottom) {
      for (let y = fromY; y < toY; y += 1) {
        const share = (y - fromY) / (toY - fromY)
        for (let x = 0; x < widthPx; x += 1) {
          blend(x, y, top, 1)
          blend(x, y, bottom, share)
        }
      }
    },
    box([x, y], [width, height], colour, { radius = 0, opacity = 1, softness = 1 } = {}) {
      const [middleX, middleY] = [x + width / 2, y + height / 2]
      const distance: Distance = (atX, atY) => {
        const outX = Math.abs(atX - middleX) - width / 2 + radius
        const outY = Math.abs(atY - middleY) - height / 2 + radius
        const outside = Math.hypot(Math.max(outX, 0), Math.max(outY, 0))
        return outside + Math.min(Math.max(outX, outY), 0) - radius
      }
      fill([x, y, x + width, y + height], colour, distance, { opacity, softness })
    },
    disc([x, y], radius, colour) {
      const frame = [x - radius, y - radius, x + radius, y + radius] as const
      fill(frame, colour, (atX, atY) => Math.hypot(atX - x, atY - y) - radius)
    },
    line(points, width, colour) {
      for (const [index, to] of points.entries()) {
        const from = points[index - 1]
        if (from) fill(frameOf(from, to, width), colour, capsule(from, to, width / 2))
      }
    },
    png: () => encodePng(widthPx, heightPx, rgb),
  }
}

function frameOf(from: Point, to: Point, width: number): readonly [number, number, number, number] {
  const left = Math.min(from[0], to[0]) - width
  const top = Math.min(from[1], to[1]) - width
  return [left, top, Math.max(from[0], to[0]) + width, Math.max(from[1], to[1]) + width]
}

function capsule(from: Point, to: Point, radius: number): Distance {
  const [alongX, alongY] = [to[0] - from[0], to[1] - from[1]]
  const squared = alongX ** 2 + alongY ** 2
  return (x, y) => {
    const share = ((x - from[0]) * alongX + (y - from[1]) * alongY) / squared
    const near = Math.min(1, Math.max(0, share))
    return Math.hypot(x - from[0] - near * alongX, y - from[1] - near * alongY) - radius
  }
}
