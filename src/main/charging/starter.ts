import { randomUUID } from 'node:crypto'
import type { Clock } from '#common/clock.ts'
import type { StartStep } from '#contract/charging.ts'
import type { Failure } from '#contract/errors.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import type { Log } from '#main/log.ts'
import { PlatformError } from '#main/platform/platform.ts'
import type { ChargingApi } from './charging-api.ts'
import { commandFailure } from './command-failure.ts'
import { followAnswer } from './follow.ts'
import type { ChosenCard, OptionBook } from './options.ts'
import { withStep, type StartRecord } from './records.ts'
import type { StartBook } from './start-book.ts'
import { assertStartable, assertStillFree, type KnownConnector } from './start-gate.ts'

/** The countdown that the guest sees, and the platform's `validUntil` (L3062). */
export const VALID_FOR_MS = 5 * 60_000

export interface StartRequest {
  readonly connectorId: string
  readonly optionId: string
  readonly requestId: string
}

export interface Starter {
  /**
   * Resolves once the start is on disk and its request about to leave; what becomes of it is told by
   * the start's steps. The same request id is carried out once. Throws a CommandError, and then
   * nothing was sent.
   */
  start(request: StartRequest): Promise<{ startId: string }>
}

export function createStarter(deps: {
  api: ChargingApi
  clock: Clock
  log: Log
  book: StartBook
  options: OptionBook
  connector(id: string): KnownConnector | null
  skewMs(): number
  isClosed(): boolean
  changed(): void
  urgent(): void
}): Starter {
  const { api, book, clock, log } = deps
  const underWay = new Map<string, Promise<{ startId: string }>>()

  const begin = async (request: StartRequest): Promise<{ startId: string }> => {
    const { connectorId } = request
    const card = admit(request)
    const chosen = newRecord(request, card, clock.now())
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
      void send(record, card.tagId)
      return { startId: record.id }
    } catch (error) {
      if (!deps.isClosed()) book.remove(chosen.id)
      deps.changed()
      throw commandFailure(error)
    }
  }

  /** Everything that can be told without asking: from here to the ledger nothing is awaited. */
  const admit = (request: StartRequest): ChosenCard => {
    const { connectorId, optionId } = request
    if (book.openAt(connectorId)) {
      throw new CommandError(failureOf('start-open', 'A start is under way at this connector.'))
    }
    assertStartable(deps.connector(connectorId))
    return deps.options.choose(connectorId, optionId)
  }

  /** Another terminal may have taken the connector since the last refresh. */
  const readAgain = async (connectorId: string): Promise<void> => {
    const status = await api.connectorNow(connectorId)
    if (!status) throw new CommandError(failureOf('not-found', 'The connector is gone.'))
    assertStillFree(status)
  }

  /** Sent once, whatever comes of it. */
  const send = async (record: StartRecord, tagId: string): Promise<void> => {
    const { connectorId, id } = record
    const validUntil = new Date(record.validUntilMs + deps.skewMs()).toISOString()
    try {
      const attempt = await api.attemptStart({ connectorId, tagId, config: { validUntil } })
      const current = deps.isClosed() ? undefined : book.get(id)
      if (current) book.note(followAnswer(current, attempt, clock.now()))
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
    start(request) {
      const waiting = underWay.get(request.requestId)
      if (waiting) return waiting
      const known = book.byRequest(request.requestId)
      if (known) return Promise.resolve({ startId: known.id })
      const promise = begin(request).finally(() => underWay.delete(request.requestId))
      underWay.set(request.requestId, promise)
      return promise
    },
  }
}

function newRecord(request: StartRequest, card: ChosenCard, nowMs: number): StartRecord {
  const atMs = Math.round(nowMs)
  return {
    id: randomUUID(),
    kind: 'card',
    requestId: request.requestId,
    connectorId: request.connectorId,
    optionLabel: card.label,
    cardId: card.cardId,
    step: 'chosen',
    history: [{ step: 'chosen', atMs, source: 'terminal' }],
    validUntilMs: atMs + VALID_FOR_MS,
    attemptId: null,
    chargelogId: null,
    payment: null,
    preauthId: null,
    transaction: null,
    cardMark: null,
    packageId: null,
    target: null,
    bookingReference: null,
    endedAtMs: null,
    cancelled: false,
    left: false,
    failure: null,
    createdAtMs: atMs,
    updatedAtMs: atMs,
  }
}

/** What is known after a request that failed decides the step; `unknown` is never sent again. */
function afterError(record: StartRecord, error: unknown, atMs: number): StartRecord {
  if (record.step !== 'requested') return record
  const outcome = error instanceof PlatformError ? error.outcome : 'unknown'
  const failure: Failure =
    error instanceof PlatformError
      ? error.failure
      : failureOf('internal', 'The answer could not be read.')
  const steps: Record<typeof outcome, StartStep> = {
    refused: 'rejected',
    'not-carried-out': 'failed',
    unknown: 'unknown',
  }
  const step = steps[outcome]
  const stepped = withStep(record, step, step === 'rejected' ? 'platform' : 'terminal', atMs)
  return { ...stepped, failure: step === 'failed' ? { ...failure, retryable: true } : failure }
}
