import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { ChargelogReading, MeterReading } from '#main/site/reading.ts'
import { takeMeter, takeRecord, type TrackedSession } from './tracked-session.ts'

/** Takes readings into sessions, counts what is not believed of them, and says so once a session. */
export interface SessionReadings {
  takeRecord(session: TrackedSession, record: ChargelogReading): void
  /** `atMs`: when the values arrived (epoch ms). */
  takeMeter(session: TrackedSession, meter: MeterReading, atMs: number): void
  /** Values and times, since the launch. */
  leftOut(): number
}

export function createSessionReadings(deps: {
  clock: Clock
  log: Log
  maxPowerKW(connectorId: string): number | null
}): SessionReadings {
  let leftOut = 0
  const taking = (session: TrackedSession, take: (maxPowerKW: number | null) => void): void => {
    const before = session.leftOut
    const { id, connectorId } = session.log
    take(deps.maxPowerKW(connectorId))
    leftOut += session.leftOut - before
    if (before > 0 || session.leftOut === 0) return
    const facts = { sessionId: id, connectorId }
    deps.log.warn(facts, 'readings of a session are left out: they cannot be')
  }
  return {
    takeRecord(session, record) {
      taking(session, (maxPowerKW) => {
        takeRecord(session, record, { atMs: deps.clock.now(), maxPowerKW })
      })
    },
    takeMeter(session, meter, atMs) {
      taking(session, (maxPowerKW) => {
        takeMeter(session, meter, { atMs, maxPowerKW })
      })
    },
    leftOut: () => leftOut,
  }
}
