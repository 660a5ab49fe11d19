import { CommandError, failureOf } from '#main/core/errors.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import { isOpenStep } from '#main/charging/ledger/start-steps.ts'

/** A family starts its two cars, and one of them at the wrong plug first. */
const AT_ONCE = 3
/** After as many cancelled ones, by anybody, this pause lies between one start and the next. */
const PAUSE_MS = 2 * 60_000

/**
 * Keeps one person from keeping every connector: a start keeps its connector until it has expired, though it
 * was cancelled. Open starts of other visits do not count: at a busy terminal there are many. Throws
 * a CommandError `too-many-starts` with `retryAtMs`.
 */
export function assertFewStarts(
  starts: readonly StartRecord[],
  isOfVisit: (record: StartRecord) => boolean,
  nowMs: number,
): void {
  const kept = starts.filter(
    ({ step, closed, startedBy }) => isOpenStep(step) && closed === null && startedBy === 'guest',
  )
  const ofVisit = kept.filter(isOfVisit)
  if (ofVisit.length >= AT_ONCE) {
    throw tooMany(Math.min(...ofVisit.map(({ validUntilMs }) => validUntilMs)))
  }
  const cancelled = kept.filter((record) => record.cancelled)
  const untilMs = Math.max(...cancelled.map(({ createdAtMs }) => createdAtMs + PAUSE_MS))
  if (cancelled.length >= AT_ONCE && nowMs < untilMs) throw tooMany(untilMs)
}

const tooMany = (retryAtMs: number): CommandError =>
  new CommandError(
    failureOf('too-many-starts', 'Too many starts keep their connectors here.', {
      retryAtMs: String(Math.round(retryAtMs)),
    }),
  )
