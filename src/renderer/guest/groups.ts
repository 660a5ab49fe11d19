/** More than this and the board is a dense list by stations. */
export const DENSE_FROM = 13

/** Columns of tiles that fill a page well, by how it stands. */
interface Columns {
  readonly portrait: number
  readonly landscape: number
}

/** Of the large tiles, where a guest can start. */
export function columnsFor(count: number): Columns {
  const portrait = count <= 2 ? 1 : count <= 8 ? 2 : 3
  const landscape = count <= 4 ? Math.max(1, count) : count <= 6 ? 3 : 4
  return { portrait, landscape }
}

/** Of the small ones, where nobody can. */
export function calmColumnsFor(count: number): Columns {
  const portrait = count <= 1 ? 1 : count <= 4 ? 2 : 3
  const landscape = count <= 4 ? Math.max(1, count) : count <= 6 ? 3 : 4
  return { portrait, landscape }
}
