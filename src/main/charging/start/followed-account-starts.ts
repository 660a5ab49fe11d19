import type { Clock } from '#common/clock.ts'
import type { FingerprintOf } from '#main/charging/api/card-fingerprint.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import { claimSessions } from './claims.ts'
import { follow, isFollowed, type StartReading } from './follow.ts'

/** The starts with cards of the account, as their attempts and sessions move them on. */
export interface FollowedAccountStarts {
  /** Those that the platform is still asked about. */
  followed(): StartRecord[]
  /** `firstSeenMs`: when this terminal first saw a session (epoch ms); null for one never seen. */
  take(reading: StartReading, firstSeenMs: (sessionId: string) => number | null): void
}

export function createFollowedAccountStarts(deps: {
  startStore: Pick<StartStore, 'all'>
  clock: Clock
  fingerprintOf: FingerprintOf
  /** Keeps the start as it is after a reading, where that has changed it. */
  note(record: StartRecord, next: StartRecord): void
}): FollowedAccountStarts {
  const { startStore, clock, fingerprintOf } = deps
  /** A platform that has named the session of an attempt names those of the others, too. */
  let namesSessions = false

  const followed = (): StartRecord[] =>
    startStore.all().filter((record) => record.kind !== 'rfid' && isFollowed(record, clock.now()))

  return {
    followed,
    take(reading, firstSeenMs) {
      const starts = followed()
      const ids = new Set(starts.map(({ id }) => id))
      const settled = startStore.all().filter(({ id }) => !ids.has(id))
      namesSessions ||= reading.attempts.some(({ chargelogId }) => chargelogId !== null)
      const context = { firstSeenMs, settled, namesSessions, fingerprintOf }
      const claims = claimSessions(starts, reading, context)
      for (const record of starts) {
        const chargelogId = claims.get(record.id) ?? null
        deps.note(record, follow(record, reading, chargelogId))
      }
    },
  }
}
