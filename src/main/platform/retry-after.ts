import type { Clock } from '#common/clock.ts'

/** A longer silence than this (ms) is not believed. */
export const LONGEST_BLOCK_MS = 15 * 60_000

/** By these the platform says that it is asked too much, or is not there for a while. */
const ASKS_TO_WAIT: ReadonlySet<number> = new Set([429, 503])

/** The time during which nothing may be asked, as the platform has said by `Retry-After`. */
export interface Block {
  /** Ms of the clock that are left of it; 0 when there is none. */
  leftMs(): number
  /** An answer came: follows what it says. The ms that it asks for, when it asks for any. */
  take(answer: Pick<Response, 'status' | 'headers'>): number | null
}

/** `serverNowMs`: the platform's time, for an answer that tells a time and no `Date`. */
export function createBlock(clock: Pick<Clock, 'now'>, serverNowMs: () => number): Block {
  let untilMs = 0
  let lengthMs = 0
  const leftMs = (): number => {
    const left = untilMs - clock.now()
    // A clock that was set back makes it no longer than it was meant.
    return left > 0 && left <= lengthMs ? left : 0
  }
  return {
    leftMs,
    take({ status, headers }) {
      if (!ASKS_TO_WAIT.has(status)) return null
      const nowMs = httpDateMs(headers.get('date')) ?? serverNowMs()
      const askedMs = waitMs(headers.get('retry-after'), nowMs)
      const takenMs = Math.min(askedMs ?? 0, LONGEST_BLOCK_MS)
      if (takenMs <= leftMs()) return askedMs
      lengthMs = takenMs
      untilMs = clock.now() + takenMs
      return askedMs
    },
  }
}

/** What `Retry-After` asks for (ms): seconds, or a date of the platform's; null for neither. */
function waitMs(text: string | null, serverNowMs: number): number | null {
  const value = text?.trim() ?? ''
  if (/^\d{1,15}$/.test(value)) return Number(value) * 1000
  const dateMs = httpDateMs(value)
  return dateMs === null ? null : Math.max(0, dateMs - serverNowMs)
}

const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** A time as HTTP's headers write it (RFC 9110), in epoch ms; null for any other text. */
export function httpDateMs(text: string | null): number | null {
  const ms = HTTP_DATE.test(text?.trim() ?? '') ? Date.parse(text ?? '') : NaN
  return Number.isNaN(ms) ? null : ms
}
