import type { Failure } from '#contract/errors.ts'

/** Digits of a stop code. */
export const CODE_LENGTH = 4

/** When the next code may be tried (epoch ms); 0 where main names no time. */
export function retryAtMs(failure: Failure | null): number {
  const atMs = Number(failure?.details?.['retryAtMs'] ?? 0)
  return Number.isFinite(atMs) ? atMs : 0
}
