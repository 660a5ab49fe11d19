import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { TrackedSession } from './tracked-session.ts'

/** Takes readings into sessions, counts what is not believed of them, and says so once a session. */
export interface LeftOut {
  /** `take` is handed the present time and the connector's rating. */
  taking(
    session: TrackedSession,
    take: (at: { atMs: number; maxPowerKW: number | null }) => void,
  ): void
  /** Values and times, since the launch. */
  count(): number
}

export function countLeftOut(deps: {
  clock: Clock
  log: Log
  maxPowerKW(connectorId: string): number | null
}): LeftOut {
  let count = 0
  return {
    taking(session, take) {
      const before = session.leftOut
      const { id, connectorId } = session.log
      take({ atMs: deps.clock.now(), maxPowerKW: deps.maxPowerKW(connectorId) })
      count += session.leftOut - before
      if (before > 0 || session.leftOut === 0) return
      const facts = { sessionId: id, connectorId }
      deps.log.warn(facts, 'readings of a session are left out: they cannot be')
    },
    count: () => count,
  }
}
