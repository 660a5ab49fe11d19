import type { Clock } from '#common/clock.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Failure } from '#contract/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import { commandFailure } from '#main/platform/command-failure.ts'
import { withStep, type StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import type { KnownConnector } from '#main/charging/api/known-connector.ts'
import { afterError } from './after-error.ts'
import { assertStartable, assertStillFree } from './gate.ts'
import { newRecord } from './new-record.ts'
import type { StartKind } from './start-kind.ts'

/**
 * Starts at a connector. Resolves once the start is on disk and its request about to leave; its
 * steps show what becomes of it. The same request id is carried out once. `choose` says what is
 * to be started, after the connector was found to let a start through. Throws a CommandError, and
 * then nothing was sent.
 */
export type StartAt = (
  request: { readonly connectorId: string; readonly requestId: string },
  choose: () => StartKind,
) => Promise<{ startId: string }>

interface StartDeps {
  api: Pick<ChargingApi, 'connectorNow'>
  clock: Clock
  log: Log
  startStore: StartStore
  connector(id: string): KnownConnector | null
  /** Throws a CommandError while starts may be open that the ledger does not hold. */
  assertLedgerComplete(): void
  isClosed(): boolean
  /** It was on disk, and is taken back: nothing has left. */
  notSent(record: StartRecord, failure: Failure): void
  changed(): void
  urgent(): void
}

export function createStart(deps: StartDeps): StartAt {
  const { startStore } = deps
  const underWay = new Map<string, Promise<{ startId: string }>>()
  return (request, choose) => {
    const { requestId } = request
    const waiting = underWay.get(requestId)
    if (waiting) return waiting
    const known = startStore.byRequest(requestId)
    if (known) return Promise.resolve({ startId: known.id })
    const promise = carryOutStart(request, choose, deps).finally(() => underWay.delete(requestId))
    underWay.set(requestId, promise)
    return promise
  }
}

/**
 * The order that makes a start safe, for every kind: gate, choose, write, read again, send. From the
 * gate to the ledger nothing is awaited, so that two starts cannot pass it side by side.
 */
async function carryOutStart(
  { connectorId, requestId }: Parameters<StartAt>[0],
  choose: () => StartKind,
  deps: StartDeps,
): Promise<{ startId: string }> {
  assertMayStart(connectorId, deps)
  const kind = choose()
  kind.check()
  const { id } = write(newRecord({ connectorId, requestId, kind, nowMs: deps.clock.now() }), deps)
  try {
    await readAgain(connectorId, deps)
    const record = writeRequested(id, kind.validForMs, deps)
    void sendOnce(kind, record, deps)
  } catch (error) {
    const answer = commandFailure(error)
    takeBack(id, answer.failure, deps)
    throw answer
  }
  return { startId: id }
}

/** Gate: everything that can be said without asking anybody. */
function assertMayStart(connectorId: string, deps: StartDeps): void {
  deps.assertLedgerComplete()
  if (deps.startStore.openAt(connectorId)) {
    throw new CommandError(failureOf('start-open', 'A start is under way at this connector.'))
  }
  assertStartable(deps.connector(connectorId))
}

/** On disk when it returns. */
function write(record: StartRecord, { startStore, changed }: StartDeps): StartRecord {
  startStore.insert(record)
  changed()
  return record
}

/** Another terminal may have taken the connector since the last refresh. */
async function readAgain(connectorId: string, { api }: StartDeps): Promise<void> {
  const status = await api.connectorNow(connectorId)
  if (!status) throw new CommandError(failureOf('not-found', 'The connector is gone.'))
  assertStillFree(status)
}

/** The last word before the request leaves: it is on disk as requested, unless it was cancelled meanwhile. */
function writeRequested(id: string, validForMs: number, deps: StartDeps): StartRecord {
  const { startStore, clock } = deps
  const current = startStore.get(id)
  if (deps.isClosed() || !current || current.cancelled) {
    throw new CommandError(failureOf('start-expired', 'It was cancelled before it was sent.'))
  }
  const requested = withStep(current, 'requested', 'terminal', clock.now())
  const validUntilMs = Math.round(clock.now()) + validForMs
  const record = startStore.commit({ ...requested, validUntilMs })
  deps.changed()
  return record
}

/** Sent once, whatever comes of it. */
async function sendOnce(kind: StartKind, record: StartRecord, deps: StartDeps): Promise<void> {
  const { startStore, clock, log } = deps
  const { id } = record
  const note = (next: (current: StartRecord) => StartRecord): void => {
    const current = deps.isClosed() ? undefined : startStore.get(id)
    if (current) startStore.note(next(current))
  }
  try {
    const answer = await kind.send(record)
    note((current) => kind.afterAnswer(current, answer, clock.now()))
  } catch (error) {
    note((current) => afterError(current, error, clock.now()))
    log.warn({ startId: id, error: String(error) }, 'a start was not answered well')
  }
  if (deps.isClosed()) return
  deps.changed()
  deps.urgent()
}

/** Nothing was sent: the connector is free again. */
function takeBack(id: string, failure: Failure, deps: StartDeps): void {
  const { startStore, isClosed, notSent } = deps
  const record = startStore.get(id)
  if (!isClosed()) startStore.remove(id)
  if (record && !isClosed()) notSent(record, failure)
  deps.changed()
}
