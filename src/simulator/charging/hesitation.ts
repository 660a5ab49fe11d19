import type { Random } from '../random.ts'

/** How long a station takes for a step, somewhere between two times (ms). */
export type Hesitation = (leastMs: number, mostMs: number) => number

/** Draws from `random`; `pace` 1 is a station's usual time, 0.5 half of it. */
export function createHesitation(random: Random, pace: number): Hesitation {
  return (leastMs, mostMs) => Math.round(random.whole(leastMs, mostMs) * pace)
}
