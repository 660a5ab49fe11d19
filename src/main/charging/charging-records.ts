import type { Session } from '#contract/charging.ts'
import type { PowerCurve } from './sessions/power-curve.ts'
import type { StartRecord } from './ledger/records.ts'
import type { NewFailedStart } from './start/start-outcomes.ts'

/** What is kept of starts and sessions beyond their guests' stay. Told once a session; must not throw. */
export interface ChargingRecords {
  /** The session of a start that was booked has become known. */
  began(sessionId: string, bookingReference: string): void
  /** The session of a start has become known. */
  startedBy(sessionId: string, start: Pick<StartRecord, 'id' | 'startedBy'>): void
  /** A session has stopped: its power as this terminal saw it, oldest first. */
  ended(sessionId: string, points: Session['powerCurve']): void
  /** A start began no charge. */
  failed(start: NewFailedStart): void
  /** One that had failed has begun all the same (epoch ms). */
  beganLate(startId: string, atMs: number): void
}

/** Tells the records, where somebody keeps any, of what start store and sessions see. */
export function recordsOf(records: ChargingRecords | undefined): {
  linked(sessionId: string, record: StartRecord): void
  ended(sessionId: string, curve: PowerCurve): void
  failed(start: NewFailedStart): void
  beganLate(startId: string, atMs: number): void
} {
  return {
    linked(sessionId, { id, startedBy, bookingReference }) {
      records?.startedBy(sessionId, { id, startedBy })
      if (bookingReference !== null) records?.began(sessionId, bookingReference)
    },
    ended(sessionId, { points }) {
      records?.ended(sessionId, [...points])
    },
    failed(start) {
      records?.failed(start)
    },
    beganLate(startId, atMs) {
      records?.beganLate(startId, atMs)
    },
  }
}
