import type { Clock } from '#common/clock.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import type { Log } from '#main/log.ts'
import { afterError } from './after-error.ts'
import type { ChargingApi } from './charging-api.ts'
import { commandFailure } from './command-failure.ts'
import { withStep, type StartRecord } from './records.ts'
import type { StartBook } from './start-book.ts'
import { assertStartable, assertStillFree, type KnownConnector } from './start-gate.ts'
import { VALID_FOR_MS, type ReadyStart } from './start-requests.ts'

export interface Starter {
  /**
   * Resolves once the start is on disk and its request about to leave; what becomes of it is told by
   * the start's steps. The same request id is carried out once; `ready` says what is to be sent,
   * after the connector was found to let a start through. Throws a CommandError, and then nothing
   * was sent.
   */
  start(
    request: { connectorId: string; requestId: string },
    ready: () => ReadyStart,
  ): Promise<{ startId: string }>
}

export function createStarter(deps: {
  api: Pick<ChargingApi, 'connectorNow'>
  clock: Clock
  log: Log
  book: StartBook
  connector(id: string): KnownConnector | null
  /** Throws a CommandError while starts may be open that the ledger does not hold. */
  assertKnown(): void
  isClosed(): boolean
  changed(): void
  urgent(): void
}): Starter {
  const { api, book, clock, log } = deps
  const underWay = new Map<string, Promise<{ startId: string }>>()

  const begin = async (
    connectorId: string,
    ready: () => ReadyStart,
  ): Promise<{ startId: string }> => {
    // Everything that can be told without asking: from here to the ledger nothing is awaited.
    deps.assertKnown()
    if (book.openAt(connectorId)) {
      throw new CommandError(failureOf('start-open', 'A start is under way at this connector.'))
    }
    assertStartable(deps.connector(connectorId))
    const { record: chosen, send } = ready()
    book.insert(chosen)
    deps.changed()
    try {
      await readAgain(connectorId)
      const current = book.get(chosen.id)
      if (deps.isClosed() || !current || current.cancelled) {
        throw new CommandError(failureOf('start-expired', 'It was cancelled before it was sent.'))
      }
      const requested = withStep(current, 'requested', 'terminal', clock.now())
      const validUntilMs = Math.round(clock.now()) + VALID_FOR_MS
      const record = book.commit({ ...requested, validUntilMs })
      deps.changed()
      void sendOnce(record, send)
      return { startId: record.id }
    } catch (error) {
      if (!deps.isClosed()) book.remove(chosen.id)
      deps.changed()
      throw commandFailure(error)
    }
  }

  /** Another terminal may have taken the connector since the last refresh. */
  const readAgain = async (connectorId: string): Promise<void> => {
    const status = await api.connectorNow(connectorId)
    if (!status) throw new CommandError(failureOf('not-found', 'The connector is gone.'))
    assertStillFree(status)
  }

  /** Sent once, whatever comes of it. */
  const sendOnce = async (record: StartRecord, send: ReadyStart['send']): Promise<void> => {
    const { id } = record
    try {
      const answered = await send(record)
      const current = deps.isClosed() ? undefined : book.get(id)
      if (current) book.note(answered(current))
    } catch (error) {
      const current = deps.isClosed() ? undefined : book.get(id)
      if (current) book.note(afterError(current, error, clock.now()))
      log.warn({ startId: id, error: String(error) }, 'a start was not answered well')
    }
    if (deps.isClosed()) return
    deps.changed()
    deps.urgent()
  }

  return {
    start({ connectorId, requestId }, ready) {
      const waiting = underWay.get(requestId)
      if (waiting) return waiting
      const known = book.byRequest(requestId)
      if (known) return Promise.resolve({ startId: known.id })
      const promise = begin(connectorId, ready).finally(() => underWay.delete(requestId))
      underWay.set(requestId, promise)
      return promise
    },
  }
}
