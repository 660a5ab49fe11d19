import type { Clock } from '#common/clock.ts'
import type { FingerprintOf } from '#main/charging/api/card-fingerprint.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import type { StartReading } from './follow.ts'
import {
  followOwnCard,
  isOwnCardFollowed,
  isOwnCardSuperseded,
  saysOwnCardOver,
} from './own-card-follow.ts'

/** The starts by guests' own cards, as the states of their connectors move them on. */
export interface FollowedOwnCards {
  take(reading: StartReading): void
}

export function createFollowedOwnCards(deps: {
  startStore: Pick<StartStore, 'all'>
  clock: Clock
  fingerprintOf: FingerprintOf
  /** Keeps the start as it is after a reading, where that has changed it. */
  note(record: StartRecord, next: StartRecord): void
  /** What the card began is over. */
  ended(startId: string): void
}): FollowedOwnCards {
  const { startStore, clock, fingerprintOf } = deps
  /** Charges that the last reading called over. */
  let over: ReadonlySet<string> = new Set()
  return {
    take(reading) {
      const records = startStore.all()
      const wereOver = over
      over = new Set(
        records.filter((record) => saysOwnCardOver(record, reading)).map(({ id }) => id),
      )
      for (const record of records) {
        if (record.kind !== 'rfid' || !isOwnCardFollowed(record, clock.now())) continue
        const isSuperseded = isOwnCardSuperseded(record, records, reading, fingerprintOf)
        const wasOver = wereOver.has(record.id)
        const next = followOwnCard(record, reading, { isSuperseded, wasOver })
        deps.note(record, next)
        if (next.endedAtMs !== record.endedAtMs) deps.ended(next.id)
      }
    },
  }
}
