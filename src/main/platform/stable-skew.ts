import type { Clock } from '#common/clock.ts'

/** A `Date` header names whole seconds, and an answer takes its time: less than this is noise. */
export const CLOCK_NOISE_MS = 3_000

/**
 * The platform's clock less ours in ms, from what is measured with each answer: it moves only where that
 * has moved beyond the noise, so that the same time of the platform stays the same time here.
 */
export function stableSkew(measuredMs: () => number, clock: Pick<Clock, 'speed'>): () => number {
  let inUseMs = 0
  return () => {
    const nowMs = measuredMs()
    if (Math.abs(nowMs - inUseMs) > CLOCK_NOISE_MS * Math.max(1, clock.speed))
      inUseMs = Math.round(nowMs)
    return inUseMs
  }
}
