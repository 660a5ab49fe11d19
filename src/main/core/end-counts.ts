import type { ErrorCode } from '#contract/errors.ts'

/** So many of them ended so; `reason`: why, where they failed. */
export interface EndCount<E extends string = string> {
  readonly end: E
  readonly reason: ErrorCode | null
  readonly count: number
}

/** Counts how something ended since the launch. */
export interface EndCounts<E extends string> {
  add(end: E, reason?: ErrorCode | null): void
  list(): readonly EndCount<E>[]
}

export function createEndCounts<E extends string>(): EndCounts<E> {
  const counts = new Map<string, EndCount<E>>()
  return {
    add(end, reason = null) {
      const key = JSON.stringify([end, reason])
      counts.set(key, { end, reason, count: (counts.get(key)?.count ?? 0) + 1 })
    },
    list: () => [...counts.values()],
  }
}
