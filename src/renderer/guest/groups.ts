/** More than this and the board is a dense list by stations. */
export const DENSE_FROM = 13

/** Columns of large tiles that fill a page well, by how it stands. */
export function columnsFor(count: number): { portrait: number; landscape: number } {
  const portrait = count <= 1 ? 1 : count <= 8 ? 2 : 3
  const landscape = count <= 3 ? Math.max(1, count) : count === 4 ? 2 : count <= 6 ? 3 : 4
  return { portrait, landscape }
}
