import { LatestMap } from '#common/latest-map.ts'
import type { Log } from '#main/core/log.ts'

/** An impossible value of an answer: it counts as missing. */
export interface LeftOutValue {
  /** The field that was asked, by its name in the answer. */
  readonly root: string
  /** `Type.field` of the schema. */
  readonly field: string
  /** The nearest object's id; empty where it has none. */
  readonly id: string
  readonly value: unknown
}

export interface LeftOutValues {
  take(values: readonly LeftOutValue[]): void
  /** Since the launch; a repeated one counts once. */
  count(): number
}

const MOST_REMEMBERED = 1_000

/** Counts what is left out of the platform's answers, and says once of each field that something was. */
export function countLeftOutValues(log: Pick<Log, 'warn'>): LeftOutValues {
  const last = new LatestMap<string, unknown>(MOST_REMEMBERED)
  const warned = new Set<string>()
  let count = 0
  return {
    take(values) {
      for (const { root, field, id, value } of values) {
        const place = `${root} ${field} ${id}`
        if (last.has(place) && last.get(place) === value) continue
        last.set(place, value)
        count += 1
        if (warned.has(field)) continue
        warned.add(field)
        log.warn({ field }, 'the platform tells a value that cannot be: it is left out')
      }
    },
    count: () => count,
  }
}
