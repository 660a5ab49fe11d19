import type { Clock } from '#common/clock.ts'
import type { Start, Stop } from '#contract/charging.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { FingerprintOf } from '#main/charging/api/card-fingerprint.ts'
import { claimSessions } from './claims.ts'
import { follow, isFollowed, LATE_WINDOW_MS, type StartReading } from './follow.ts'
import { toStart, type StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import {
  followOwnCard,
  isOwnCardFollowed,
  isOwnCardSuperseded,
  saysOwnCardOver,
} from './own-card-follow.ts'
import { isOpenStep } from '#main/charging/ledger/start-steps.ts'

/** The starts of this terminal as readings of the site move them on. */
export interface FollowedStarts {
  take(reading: StartReading, firstSeenMs: (sessionId: string) => number | null): void
  list(): Start[]
  /** What the next refresh is to ask about them. */
  followed(): { attemptIds: string[]; chargelogIds: string[]; isBusy: boolean }
  /** Sessions that began by a start of this terminal, whose guest has not left. */
  ownSessionIds(): ReadonlySet<string>
  /** Cancelled starts that began all the same: start id and session. */
  unwanted(): { startId: string; sessionId: string }[]
  /** As `unwanted`, by guests' own cards whose transaction is known: their starts' ids. */
  unwantedOwnCards(): string[]
  cancel(startId: string): { validUntilMs: number }
  leave(startId: string): void
  leaveSession(sessionId: string): void
}

/** How long a failed start is shown that its guest has not left. */
const FAILURE_SHOWN_MS = LATE_WINDOW_MS
/** Sessions older than this are not asked for by their start any more. */
const OWN_SESSION_MS = 24 * 3_600_000

export function createFollowedStarts(deps: {
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
}): FollowedStarts {
  const { startStore, clock, log, fingerprintOf } = deps
  /** A platform that has named the session of an attempt names those of the others, too. */
  let namesSessions = false
  /** Charges by own card that the last reading called over. */
  let ownCardsOver: ReadonlySet<string> = new Set()

  const followedNow = (): StartRecord[] =>
    startStore.all().filter((record) => record.kind !== 'rfid' && isFollowed(record, clock.now()))

  const note = (record: StartRecord, next: StartRecord): void => {
    if (next === record) return
    startStore.note(next)
    log.info({ startId: next.id, from: record.step, to: next.step }, 'start followed')
  }

  const takeOwnCards = (reading: StartReading): void => {
    const records = startStore.all()
    const wereOver = ownCardsOver
    ownCardsOver = new Set(
      records.filter((record) => saysOwnCardOver(record, reading)).map(({ id }) => id),
    )
    for (const record of records) {
      if (record.kind !== 'rfid' || !isOwnCardFollowed(record, clock.now())) continue
      const isSuperseded = isOwnCardSuperseded(record, records, reading, fingerprintOf)
      const wasOver = wereOver.has(record.id)
      const next = followOwnCard(record, reading, { isSuperseded, wasOver })
      note(record, next)
      if (next.endedAtMs !== record.endedAtMs) deps.ownCardEnded(next.id)
    }
  }

  const isShown = (record: StartRecord): boolean => {
    if (isOpenStep(record.step)) return true
    if (record.kind === 'rfid' && record.step === 'charging') return record.endedAtMs === null
    if (record.left) return false
    if (record.step === 'charging') {
      return record.chargelogId !== null && deps.isSessionShown(record.chargelogId)
    }
    return clock.now() - record.updatedAtMs < FAILURE_SHOWN_MS
  }

  const ownSessions = (): StartRecord[] =>
    startStore
      .all()
      .filter(
        ({ step, left, updatedAtMs }) =>
          step === 'charging' && !left && clock.now() - updatedAtMs < OWN_SESSION_MS,
      )

  return {
    take(reading, firstSeenMs) {
      const starts = followedNow()
      const ids = new Set(starts.map(({ id }) => id))
      const settled = startStore.all().filter(({ id }) => !ids.has(id))
      namesSessions ||= reading.attempts.some(({ chargelogId }) => chargelogId !== null)
      const context = { firstSeenMs, settled, namesSessions, fingerprintOf }
      const claims = claimSessions(starts, reading, context)
      for (const record of starts) {
        const chargelogId = claims.get(record.id) ?? null
        note(record, follow(record, reading, chargelogId))
      }
      takeOwnCards(reading)
    },
    list: () =>
      startStore
        .all()
        .filter(isShown)
        .map((record) => {
          const facts = { stop: deps.stopOf(record.id), isDesk: deps.isDesk() }
          return toStart(record, deps.openingOf(record), facts)
        }),
    followed() {
      const starts = followedNow()
      const linked = [...starts, ...ownSessions()]
      return {
        attemptIds: starts.map(({ attemptId }) => attemptId).filter((id) => id !== null),
        chargelogIds: linked.map(({ chargelogId }) => chargelogId).filter((id) => id !== null),
        isBusy: startStore.all().some(isHurried),
      }
    },
    ownSessionIds: () =>
      new Set(
        ownSessions()
          .map(({ chargelogId }) => chargelogId)
          .filter((id) => id !== null),
      ),
    unwanted: () =>
      startStore
        .all()
        .flatMap(({ id, step, cancelled, chargelogId }) =>
          cancelled && step === 'charging' && chargelogId !== null
            ? [{ startId: id, sessionId: chargelogId }]
            : [],
        ),
    unwantedOwnCards: () =>
      startStore
        .all()
        .flatMap(({ id, kind, step, cancelled, endedAtMs, transaction }) =>
          kind === 'rfid' && cancelled && step === 'charging' && endedAtMs === null && transaction
            ? [id]
            : [],
        ),
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

/** Somebody waits for the next word. While they pay, the payment is asked for at a pace of its own. */
const isHurried = ({ step, cancelled, closed, payment }: StartRecord): boolean =>
  isOpenStep(step) &&
  !cancelled &&
  closed === null &&
  !(step === 'paying' && payment?.state === 'pending')
