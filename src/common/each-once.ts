/** The first of each key, in their order. `seen`: the keys that have come before; those that come now join them. */
export function eachOnce<T>(
  items: readonly T[],
  keyOf: (item: T) => unknown,
  seen: Set<unknown> = new Set(),
): T[] {
  return items.filter((item) => {
    const key = keyOf(item)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
