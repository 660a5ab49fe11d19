import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { Ledger } from './ledger.ts'
import { isStopUnderWay, type StopRecord } from './records.ts'
import { REMEMBERED_MS } from './validity.ts'

/** The stops of this terminal: in memory for reading, written through to the ledger. */
export interface StopStore {
  /** Oldest first. */
  all(): readonly StopRecord[]
  get(requestId: string): StopRecord | undefined
  /** All that was asked for this session, oldest first. */
  of(sessionId: string): readonly StopRecord[]
  /** The sessions of which a stop was asked for. */
  sessionIds(): string[]
  /** Whether this request has been made before. */
  knows(requestId: string): boolean
  /** The request joins a stop under way: it is in no ledger, and is never sent by itself. */
  join(requestId: string): void
  /** Forgets what is long over. On disk when it returns; throws a CommandError `storage`, and then it is not kept. */
  insert(record: StopRecord): void
  /**
   * For what the platform already knows: it holds in memory even when the disk fails. Undefined for a stop that
   * is forgotten.
   */
  note(requestId: string, change: Partial<StopRecord>): StopRecord | undefined
}

export function createStopStore(deps: { ledger: Ledger; clock: Clock; log: Log }): StopStore {
  const { ledger, clock, log } = deps
  const records = new Map<string, StopRecord>()
  /** Their ids by session, oldest first. */
  const bySession = new Map<string, string[]>()
  /** When each request joined. */
  const joined = new Map<string, number>()

  const add = (record: StopRecord): void => {
    const { requestId, sessionId } = record
    records.set(requestId, record)
    bySession.set(sessionId, [...(bySession.get(sessionId) ?? []), requestId])
  }
  const forget = ({ requestId, sessionId }: StopRecord): void => {
    records.delete(requestId)
    const left = (bySession.get(sessionId) ?? []).filter((id) => id !== requestId)
    if (left.length > 0) bySession.set(sessionId, left)
    else bySession.delete(sessionId)
  }
  const forgetOld = (): void => {
    const beforeMs = clock.now() - REMEMBERED_MS
    for (const record of records.values()) {
      if (record.requestedAtMs < beforeMs && !isStopUnderWay(record)) forget(record)
    }
    for (const [requestId, atMs] of joined) if (atMs < beforeMs) joined.delete(requestId)
  }

  for (const record of ledger.stops()) add(record)

  return {
    all: () => [...records.values()],
    get: (requestId) => records.get(requestId),
    of: (sessionId) => (bySession.get(sessionId) ?? []).flatMap((id) => records.get(id) ?? []),
    sessionIds: () => [...bySession.keys()],
    knows: (requestId) => records.has(requestId) || joined.has(requestId),
    join: (requestId) => void joined.set(requestId, clock.now()),
    insert(record) {
      forgetOld()
      ledger.saveStop(record)
      add(record)
    },
    note(requestId, change) {
      const record = records.get(requestId)
      if (!record) return undefined
      const changed = { ...record, ...change }
      records.set(requestId, changed)
      try {
        ledger.saveStop(changed)
      } catch (error) {
        log.error({ sessionId: record.sessionId, error: String(error) }, 'stop not kept')
      }
      return changed
    },
  }
}
