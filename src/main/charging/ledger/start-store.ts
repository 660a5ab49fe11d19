import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { Ledger } from './ledger.ts'
import type { StartRecord } from './records.ts'
import type { RecentStartIds } from './recent-start-ids.ts'
import { isOpenStep } from './start-steps.ts'
import { REMEMBERED_MS } from './validity.ts'

/** The starts of this terminal: in memory for reading, written through to the ledger. */
export interface StartStore {
  /** Newest first. */
  all(): readonly StartRecord[]
  get(id: string): StartRecord | undefined
  byRequest(requestId: string): StartRecord | undefined
  /** The open start that keeps the connector. */
  openAt(connectorId: string): StartRecord | undefined
  /** Forgets what is long over. On disk when it returns; throws a CommandError `storage`, and then nothing has changed. */
  insert(record: StartRecord): void
  /** As `insert`, for a change that must be on disk before something leaves. */
  commit(record: StartRecord): StartRecord
  /**
   * For what the platform already knows: it holds in memory even when the disk fails, as the next
   * launch can ask the platform again.
   */
  note(record: StartRecord): StartRecord
  /** For a start that was never sent. */
  remove(id: string): void
  /** From now on `listener` hears what becomes of starts; there is one. */
  listen(listener: StartListener): void
}

/** Who hears what becomes of starts. Must not throw. */
export interface StartListener {
  /** The session that belongs to a start has become known. */
  linked(sessionId: string, record: StartRecord): void
  /** A start has come to another step. */
  moved(record: StartRecord): void
}

export function createStartStore(deps: {
  ledger: Ledger
  /** Has each start's id, too, so that a ledger that forgets one is found out. */
  recentIds?: Pick<RecentStartIds, 'add' | 'remove'>
  clock: Clock
  log: Log
}): StartStore {
  const { ledger, clock, log } = deps
  const records = new Map(ledger.starts().map((record) => [record.id, record]))
  const disk = createLateWrites({ ledger, log, current: (id) => records.get(id) })
  let listener: StartListener | null = null

  const forgetOld = (): void => {
    const beforeMs = Math.round(clock.now()) - REMEMBERED_MS
    ledger.prune(beforeMs)
    for (const { id, step, updatedAtMs } of records.values()) {
      if (!isOpenStep(step) && updatedAtMs < beforeMs) records.delete(id)
    }
  }
  const stamped = (record: StartRecord): StartRecord => ({
    ...record,
    updatedAtMs: Math.round(clock.now()),
  })
  const keepInMemory = (record: StartRecord): StartRecord => {
    const { chargelogId } = record
    const known = records.get(record.id)
    const isNews = known?.chargelogId !== chargelogId
    records.set(record.id, record)
    if (known?.step !== record.step) listener?.moved(record)
    if (chargelogId !== null && isNews) listener?.linked(chargelogId, record)
    return record
  }

  return {
    ...readingOf(records),
    insert(record) {
      forgetOld()
      disk.catchUp()
      ledger.insertStart(record)
      records.set(record.id, record)
      deps.recentIds?.add(record.id)
    },
    commit(record) {
      const changed = stamped(record)
      ledger.updateStart(changed)
      return keepInMemory(changed)
    },
    note(record) {
      const changed = keepInMemory(stamped(record))
      disk.keep(changed.id)
      return changed
    },
    remove(id) {
      records.delete(id)
      deps.recentIds?.remove(id)
      disk.keep(id)
    },
    listen(next) {
      listener = next
    },
  }
}

/** What is asked of the starts in memory, which are in the order in which they were made. */
function readingOf(
  records: ReadonlyMap<string, StartRecord>,
): Pick<StartStore, 'all' | 'get' | 'byRequest' | 'openAt'> {
  const find = (matches: (record: StartRecord) => boolean): StartRecord | undefined =>
    [...records.values()].find(matches)
  return {
    all: () => [...records.values()].reverse(),
    get: (id) => records.get(id),
    byRequest: (requestId) => find((record) => record.requestId === requestId),
    openAt: (connectorId) =>
      find(
        ({ connectorId: at, step, closed }) =>
          at === connectorId && isOpenStep(step) && closed === null,
      ),
  }
}

/** Brings the disk to what is known in memory, where it failed before. */
interface LateWrites {
  /** Throws a CommandError `storage` while the disk still fails. */
  catchUp(): void
  /** Writes the start as it is by now, or removes it; where the disk fails, at the next occasion. */
  keep(startId: string): void
}

function createLateWrites(deps: {
  ledger: Pick<Ledger, 'updateStart' | 'removeStart'>
  log: Log
  /** Undefined for a start that is removed. */
  current(startId: string): StartRecord | undefined
}): LateWrites {
  const { ledger, log } = deps
  /** Starts whose last change is not on disk yet. */
  const behind = new Set<string>()
  const catchUp = (): void => {
    for (const id of behind) {
      const record = deps.current(id)
      if (record) ledger.updateStart(record)
      else ledger.removeStart(id)
      behind.delete(id)
    }
  }
  return {
    catchUp,
    keep(id) {
      behind.add(id)
      try {
        catchUp()
      } catch (error) {
        log.error({ startId: id, error: String(error) }, 'start not kept')
      }
    },
  }
}
