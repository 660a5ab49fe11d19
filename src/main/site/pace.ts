import type { Clock } from '#common/clock.ts'

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
  /** Now (epoch ms). */
  nowMs: number
  /** This terminal's place among all terminals: see `pollingPhaseMs`. */
  phaseMs: number
}

const BUSY_MS = 1_000
const PRESENT_MS = 5_000
/** With the refresh itself, what is shown at rest is no older than 15 s. */
const REST_MS = 14_000
/** A failed refresh is tried once more after this; then the link counts as lost. */
const SECOND_TRY_MS = 1_000
/** A platform that returns is seen within 30 s; two rests, so that each keeps its place after it. */
const REST_BACKOFF_MS = 2 * REST_MS
/** Terminals are apart by their slots already: more jitter would draw them together (docs/scale.md). */
const JITTER = 0.1
/** With the refresh itself, a platform that returns is seen within 5 s while somebody is there. */
const PRESENT_BACKOFF_MS = 4_500
const SHORTEST_MS = 500
/** So many failures later the platform is down for longer: each terminal has its turn from then on. */
const SLOTS_FROM_FAILURES = 5

/** How long to wait for the next refresh (ms). Slots and jitter only shorten: the limits are promises. */
export function nextDelayMs(input: PaceInput): number {
  const { busy, present, failures, lastTookMs, random } = input
  if (failures === 1) return SECOND_TRY_MS
  if (failures === 0) return untilSlotMs(busy ? BUSY_MS : present ? PRESENT_MS : REST_MS, input)
  const growing = 1_000 * 2 ** (failures - 1) * (1 - JITTER * random)
  if (!present && !busy)
    return failures < SLOTS_FROM_FAILURES ? growing : untilSlotMs(REST_BACKOFF_MS, input)
  const cappedMs = Math.min(growing, PRESENT_BACKOFF_MS * (1 - 0.15 * random))
  return Math.max(SHORTEST_MS, cappedMs - lastTookMs)
}

/**
 * The wait until this terminal's turn comes round again: at most `everyMs`. After a launch, a touch or
 * an outage it is shorter, once.
 */
function untilSlotMs(everyMs: number, { nowMs, phaseMs }: PaceInput): number {
  const sinceSlotMs = (((Math.round(nowMs) - phaseMs) % everyMs) + everyMs) % everyMs
  return everyMs - sinceSlotMs
}

/** How long a refresh may take (real ms). */
export function timeLimitMs(present: boolean): number {
  return present ? 4_000 : 10_000
}

/** The longest time a refresh at rest may take until it counts as lost, and a little more. */
const LATE_AFTER_MS = 45_000

/** What was asked for longer ago is late (ms of this clock), whatever the link says. */
export function lateAfterMs({ speed }: Pick<Clock, 'speed'>): number {
  return LATE_AFTER_MS * Math.max(1, speed)
}
