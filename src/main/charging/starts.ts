import type { Clock } from '#common/clock.ts'
import type { Start } from '#contract/charging.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import type { Log } from '#main/log.ts'
import { claimSessions } from './claims.ts'
import { follow, isFollowed, LATE_WINDOW_MS, type StartReading } from './follow.ts'
import { toStart, type StartRecord } from './records.ts'
import type { StartBook } from './start-book.ts'
import { isOpenStep } from './start-steps.ts'

/** The starts of this terminal as readings of the site move them on. */
export interface Starts {
  take(reading: StartReading, firstSeenMs: (sessionId: string) => number | null): void
  list(): Start[]
  /** What the next refresh is to ask about them. */
  followed(): { attemptIds: string[]; chargelogIds: string[]; isBusy: boolean }
  /** Sessions that began by a start of this terminal, whose guest has not left. */
  ownSessionIds(): ReadonlySet<string>
  /** Cancelled starts that began all the same: start id and session. */
  unwanted(): { startId: string; sessionId: string }[]
  cancel(startId: string): { validUntilMs: number }
  leave(startId: string): void
  leaveSession(sessionId: string): void
}

/** A failed start that nobody has left is shown for so long. */
const FAILURE_SHOWN_MS = LATE_WINDOW_MS
/** A session that began so long ago is not asked for by its start any more. */
const OWN_SESSION_MS = 24 * 3_600_000

export function createStarts(deps: {
  book: StartBook
  clock: Clock
  log: Log
  skewMs(): number
  isSessionShown(sessionId: string): boolean
  /** What stops it here, for the guest who started it; null where codes are off. */
  stopCodeOf(record: StartRecord): string | null
}): Starts {
  const { book, clock, log } = deps

  const followedNow = (): StartRecord[] =>
    book.all().filter((record) => isFollowed(record, clock.now()))

  const isShown = (record: StartRecord): boolean => {
    if (isOpenStep(record.step)) return true
    if (record.left) return false
    if (record.step === 'charging') {
      return record.chargelogId !== null && deps.isSessionShown(record.chargelogId)
    }
    return clock.now() - record.updatedAtMs < FAILURE_SHOWN_MS
  }

  const ownSessions = (): StartRecord[] =>
    book
      .all()
      .filter(
        ({ step, left, updatedAtMs }) =>
          step === 'charging' && !left && clock.now() - updatedAtMs < OWN_SESSION_MS,
      )

  return {
    take(reading, firstSeenMs) {
      const starts = followedNow()
      const ids = new Set(starts.map(({ id }) => id))
      const others = book.all().filter(({ id }) => !ids.has(id))
      const settled = new Set(others.map(({ chargelogId }) => chargelogId ?? ''))
      const skewMs = deps.skewMs()
      const claims = claimSessions(starts, reading, { skewMs, firstSeenMs, settled })
      for (const record of starts) {
        const chargelogId = claims.get(record.id) ?? null
        const next = follow(record, reading, { skewMs, chargelogId })
        if (next === record) continue
        book.note(next)
        log.info({ startId: next.id, from: record.step, to: next.step }, 'start followed')
      }
    },
    list: () =>
      book
        .all()
        .filter(isShown)
        .map((record) => toStart(record, deps.stopCodeOf(record))),
    followed() {
      const starts = followedNow()
      const linked = [...starts, ...ownSessions()]
      return {
        attemptIds: starts.map(({ attemptId }) => attemptId).filter((id) => id !== null),
        chargelogIds: linked.map(({ chargelogId }) => chargelogId).filter((id) => id !== null),
        isBusy: starts.some(({ step, cancelled }) => isOpenStep(step) && !cancelled),
      }
    },
    ownSessionIds: () =>
      new Set(
        ownSessions()
          .map(({ chargelogId }) => chargelogId)
          .filter((id) => id !== null),
      ),
    unwanted: () =>
      book
        .all()
        .flatMap(({ id, step, cancelled, chargelogId }) =>
          cancelled && step === 'charging' && chargelogId !== null
            ? [{ startId: id, sessionId: chargelogId }]
            : [],
        ),
    cancel(startId) {
      const record = book.get(startId)
      if (!record) throw new CommandError(failureOf('not-found', 'No such start.'))
      if (record.step === 'charging' && !record.cancelled) {
        throw new CommandError(failureOf('invalid', 'It has begun: it can only be stopped.'))
      }
      if (!record.cancelled) book.commit({ ...record, cancelled: true })
      return { validUntilMs: record.validUntilMs }
    },
    leave(startId) {
      const record = book.get(startId)
      if (record && !record.left) book.note({ ...record, left: true })
    },
    leaveSession(sessionId) {
      for (const record of book.all()) {
        if (record.chargelogId === sessionId && record.step === 'charging' && !record.left) {
          book.note({ ...record, left: true })
        }
      }
    },
  }
}
