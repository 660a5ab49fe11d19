import { computed, type ComputedRef, type Ref } from 'vue'

/** The rows that somebody has chosen together, by their keys. */
export interface Marks {
  readonly has: (key: string) => boolean
  /** How many of the rows are: for the box that stands above them all. */
  readonly extent: ComputedRef<'all' | 'some' | 'none'>
  /** One more or one less; `onTo`: with all rows from the last one that was touched. */
  toggle(key: string, onTo: boolean): void
  /** These two and all rows between them. */
  between(oneKey: string, otherKey: string): void
  /** All of them, or none where all are. */
  toggleAll(): void
}

/** @param marked null where rows cannot be chosen */
export function useMarks(
  marked: Ref<ReadonlySet<string> | null>,
  keys: () => readonly string[],
): Marks {
  let last: string | null = null
  const has = (key: string): boolean => marked.value?.has(key) ?? false
  const extent = computed(() => {
    const count = keys().filter((key) => has(key)).length
    if (count === 0) return 'none'
    return count === keys().length ? 'all' : 'some'
  })

  function between(oneKey: string, otherKey: string): void {
    if (!marked.value) return
    const all = keys()
    const [from = 0, until = 0] = [all.indexOf(oneKey), all.indexOf(otherKey)].toSorted(
      (a, b) => a - b,
    )
    last = otherKey
    marked.value = new Set([...marked.value, ...all.slice(Math.max(0, from), until + 1)])
  }
  function toggle(key: string, onTo: boolean): void {
    if (!marked.value) return
    if (onTo && last !== null) {
      between(last, key)
      return
    }
    const next = new Set(marked.value)
    if (!next.delete(key)) next.add(key)
    last = key
    marked.value = next
  }
  function toggleAll(): void {
    if (marked.value) marked.value = new Set(extent.value === 'all' ? [] : keys())
  }
  return { has, extent, toggle, between, toggleAll }
}
