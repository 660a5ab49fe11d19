import type { Clock } from '#common/clock.ts'
import type { Start, Stop } from '#contract/charging.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { FingerprintOf } from '#main/charging/api/card-fingerprint.ts'
import { LATE_WINDOW_MS, type StartReading } from './follow.ts'
import { toStart, type StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import { createFollowedAccountStarts } from './followed-account-starts.ts'
import { createFollowedOwnCards } from './followed-own-cards.ts'
import { isOpenStep } from '#main/charging/ledger/start-steps.ts'

/** The starts of this terminal as readings of the site move them on. */
export interface FollowedStarts {
  take(reading: StartReading, firstSeenMs: (sessionId: string) => number | null): void
  list(): Start[]
  /** What the next refresh is to ask about them. */
  followed(): { attemptIds: string[]; chargelogIds: string[]; isBusy: boolean }
  /** Sessions that began by a start of this terminal, whose guest has not left. */
  ownSessionIds(): ReadonlySet<string>
  /** Throws a CommandError: `not-found`, or `invalid` for one that has begun. */
  cancel(startId: string): { validUntilMs: number }
  leave(startId: string): void
  leaveSession(sessionId: string): void
}

/** How long a failed start is shown that its guest has not left. */
const FAILURE_SHOWN_MS = LATE_WINDOW_MS
/** Sessions older than this are not asked for by their start any more. */
const OWN_SESSION_MS = 24 * 3_600_000

interface FollowedStartsDeps {
  startStore: StartStore
  clock: Clock
  log: Log
  fingerprintOf: FingerprintOf
  isSessionShown(sessionId: string): boolean
  /** What a guest's own card began is over. */
  ownCardEnded(startId: string): void
  /** What it shows, and to whom. */
  openingOf(record: StartRecord): Pick<Start, 'claimed' | 'code'>
  /** The stop that was asked for, by the id of a start by own card. */
  stopOf(startId: string): Stop | null
  /** Staff are at the desk. */
  isDesk(): boolean
}

export function createFollowedStarts(deps: FollowedStartsDeps): FollowedStarts {
  const { startStore, clock, log } = deps

  const note = (record: StartRecord, next: StartRecord): void => {
    if (next === record) return
    startStore.note(next)
    log.info({ startId: next.id, from: record.step, to: next.step }, 'start followed')
  }
  const accountStarts = createFollowedAccountStarts({ ...deps, note })
  const ownCards = createFollowedOwnCards({ ...deps, note, ended: deps.ownCardEnded })

  const ownSessions = (): string[] =>
    sessionsOf(startStore.all().filter((record) => isOwnSession(record, clock.now())))

  return {
    take(reading, firstSeenMs) {
      accountStarts.take(reading, firstSeenMs)
      ownCards.take(reading)
    },
    list: () =>
      startStore
        .all()
        .filter((record) => isShown(record, deps))
        .map((record) => {
          const facts = { stop: deps.stopOf(record.id), isDesk: deps.isDesk() }
          return toStart(record, deps.openingOf(record), facts)
        }),
    followed() {
      const starts = accountStarts.followed()
      return {
        attemptIds: starts.map(({ attemptId }) => attemptId).filter((id) => id !== null),
        chargelogIds: [...sessionsOf(starts), ...ownSessions()],
        isBusy: startStore.all().some(isHurried),
      }
    },
    ownSessionIds: () => new Set(ownSessions()),
    cancel(startId) {
      const record = startStore.get(startId)
      if (!record) throw new CommandError(failureOf('not-found', 'No such start.'))
      if (record.step === 'charging' && !record.cancelled) {
        throw new CommandError(failureOf('invalid', 'It has begun: it can only be stopped.'))
      }
      if (!record.cancelled) startStore.commit({ ...record, cancelled: true })
      return { validUntilMs: record.validUntilMs }
    },
    leave(startId) {
      const record = startStore.get(startId)
      if (record && !record.left) startStore.note({ ...record, left: true })
    },
    leaveSession(sessionId) {
      for (const record of startStore.all()) {
        if (record.chargelogId === sessionId && record.step === 'charging' && !record.left) {
          startStore.note({ ...record, left: true })
        }
      }
    },
  }
}

function isShown(
  record: StartRecord,
  { clock, isSessionShown }: Pick<FollowedStartsDeps, 'clock' | 'isSessionShown'>,
): boolean {
  if (isOpenStep(record.step)) return true
  if (record.kind === 'rfid' && record.step === 'charging') return record.endedAtMs === null
  if (record.left) return false
  if (record.step === 'charging') {
    return record.chargelogId !== null && isSessionShown(record.chargelogId)
  }
  return clock.now() - record.updatedAtMs < FAILURE_SHOWN_MS
}

/** Whether it has begun a session that its guest has not left. */
const isOwnSession = ({ step, left, updatedAtMs }: StartRecord, nowMs: number): boolean =>
  step === 'charging' && !left && nowMs - updatedAtMs < OWN_SESSION_MS

const sessionsOf = (records: readonly StartRecord[]): string[] =>
  records.map(({ chargelogId }) => chargelogId).filter((id) => id !== null)

/** Somebody waits for the next word. While they pay, the payment is asked for at a pace of its own. */
const isHurried = ({ step, cancelled, closed, payment }: StartRecord): boolean =>
  isOpenStep(step) &&
  !cancelled &&
  closed === null &&
  !(step === 'paying' && payment?.state === 'pending')
