import { z } from 'zod'
import type { Clock } from '#common/clock.ts'

/** When something was said by whom, in an order that all terminals agree on (a hybrid logical clock). */
export const stampSchema = z.strictObject({
  /** Epoch ms, as far as that terminal's clock is right; 0: it comes before all that was said. */
  ms: z.int().min(0),
  /** Tells what was said within one ms apart. */
  count: z.int().min(0),
  by: z.uuid(),
})
export type Stamp = z.infer<typeof stampSchema>

/** A clock that is ahead by more than this (ms) must not win for ever: what it says is refused. */
export const MOST_AHEAD_MS = 24 * 3_600_000

/** The one rule of conflicts: the later stamp holds; of the same time, that of the greater id. */
export function isLater(a: Stamp, b: Stamp): boolean {
  if (a.ms !== b.ms) return a.ms > b.ms
  return a.count === b.count ? a.by > b.by : a.count > b.count
}

/** Gives stamps: each is later than all that this terminal has given or seen. */
export function createStamps(
  by: string,
  clock: Pick<Clock, 'now'>,
  last: Stamp | null,
): { next(): Stamp; saw(stamp: Stamp): void } {
  let latest: Stamp = last ?? { ms: 0, count: 0, by }
  return {
    next() {
      const nowMs = Math.round(clock.now())
      const isNew = nowMs > latest.ms
      latest = { ms: isNew ? nowMs : latest.ms, count: isNew ? 0 : latest.count + 1, by }
      return latest
    },
    saw(stamp) {
      if (isLater(stamp, latest)) latest = { ...stamp, by }
    },
  }
}
