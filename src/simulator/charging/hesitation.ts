import type { Random } from '../random.ts'

/** Stations, banks and the invoicing take this part of their usual time; the control changes it. */
export interface Tempo {
  pace: number
}

/** How long a station takes for a step, somewhere between two times (ms). */
export type Hesitation = (leastMs: number, mostMs: number) => number

export function createHesitation(random: Random, tempo: Tempo): Hesitation {
  return (leastMs, mostMs) => Math.round(random.whole(leastMs, mostMs) * tempo.pace)
}
