/** Where an arrow key leads from a pin, by its direction. */
const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** What lies aside counts so much more than what lies ahead. */
const ASIDE = 2

interface Spot {
  readonly x: number
  readonly y: number
}

/** The place in `spots` of the nearest one that lies from `here` where the key points; null: there is none. */
export function toward(key: string, here: Spot, spots: readonly Spot[]): number | null {
  const direction = DIRECTIONS[key]
  if (direction === undefined) return null
  const [toX, toY] = direction
  const ranked = spots.flatMap(({ x, y }, index) => {
    const ahead = (x - here.x) * toX + (y - here.y) * toY
    const aside = Math.abs((x - here.x) * toY) + Math.abs((y - here.y) * toX)
    return ahead > 1 && aside <= 2 * ahead ? [{ index, far: ahead + ASIDE * aside }] : []
  })
  return ranked.toSorted((one, other) => one.far - other.far)[0]?.index ?? null
}
