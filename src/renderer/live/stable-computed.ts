import { computed, type ComputedRef } from 'vue'

/** A computed value that stays the same object as long as `same` says so: who shows it is not woken. */
export function stableComputed<T>(
  get: () => T,
  same: (one: T, other: T) => boolean = Object.is,
): ComputedRef<T> {
  return computed<T>((old) => {
    const next = get()
    return old !== undefined && same(old, next) ? old : next
  })
}

export function sameList<T>(
  one: readonly T[],
  other: readonly T[],
  same: (one: T, other: T) => boolean = Object.is,
): boolean {
  return (
    one.length === other.length &&
    one.every((item, index) => {
      const counterpart = other[index]
      return counterpart !== undefined && same(item, counterpart)
    })
  )
}
