/** What the next refresh's time depends on. */
export interface PaceInput {
  /** Something is starting or stopping. */
  busy: boolean
  /** Input in the last minute, or a session on screen. */
  present: boolean
  /** Failed refreshes in a row. */
  failures: number
  /** How long the last refresh took (ms of the clock). */
  lastTookMs: number
  /** 0 … 1, for the jitter. */
  random: number
}

const BUSY_MS = 1_000
const PRESENT_MS = 5_000
const REST_MS = 15_000
/** A failed refresh is tried once more after this; then the link counts as lost. */
const SECOND_TRY_MS = 1_000
const REST_BACKOFF_MS = 30_000
/** With the refresh itself, a link that returns is seen within 5 s while somebody is there. */
const PRESENT_BACKOFF_MS = 4_500
const SHORTEST_MS = 500

/** How long to wait for the next refresh (ms). Jitter only shortens: the limits are promises. */
export function nextDelayMs(input: PaceInput): number {
  const { busy, present, failures, lastTookMs, random } = input
  const jitter = 1 - 0.15 * random
  if (failures === 1) return SECOND_TRY_MS
  if (failures === 0) return (busy ? BUSY_MS : present ? PRESENT_MS : REST_MS) * jitter
  const growing = 1_000 * 2 ** (failures - 1) * (1 - 0.5 * random)
  if (!present && !busy) return Math.min(growing, REST_BACKOFF_MS * jitter)
  return Math.max(SHORTEST_MS, Math.min(growing, PRESENT_BACKOFF_MS * jitter) - lastTookMs)
}

/** How long a refresh may take (real ms). */
export function timeLimitMs(present: boolean): number {
  return present ? 4_000 : 10_000
}
