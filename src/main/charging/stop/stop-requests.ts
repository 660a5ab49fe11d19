import type { Clock } from '#common/clock.ts'
import type { Failure } from '#contract/errors.ts'
import type { Log } from '#main/core/log.ts'
import { commandFailure } from '#main/platform/command-failure.ts'
import { PlatformError } from '#main/platform/platform.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import { isStopUnderWay, type StopRecord } from '#main/charging/ledger/records.ts'
import type { StopStore } from '#main/charging/ledger/stop-store.ts'
import type { StopOutcomes } from './stop-outcomes.ts'
import { stopRefusal } from './stop-table.ts'
import type { Transactions } from './transactions.ts'

export interface StopRequests {
  /**
   * Sends `remoteStop` once for this request id; a stop that is under way is joined. `sessionId`: a
   * session's, or that of a start by own card. Throws a CommandError `storage` when it cannot be
   * written down first: then nothing is sent.
   */
  request(stop: { sessionId: string; requestId: string }): void
  /** Once the last stop of this session was answered: its refusal, or null. */
  refusal(sessionId: string): Promise<Failure | null>
}

interface StopRequestsDeps {
  store: StopStore
  outcomes: StopOutcomes
  api: Pick<ChargingApi, 'stop'>
  transactions: Transactions
  clock: Clock
  log: Log
  isClosed(): boolean
  changed(): void
  urgent(): void
}

/** A press joins the terminal's own try only when that has just left. */
const JOINED_FOR_MS = 10_000

export function createStopRequests(deps: StopRequestsDeps): StopRequests {
  const { store, outcomes, clock } = deps
  /** The last request of each session, until it is answered. */
  const sending = new Map<string, Promise<void>>()

  const joins = (current: StopRecord, asked: readonly StopRecord[]): boolean => {
    const isFresh = clock.now() - current.requestedAtMs < JOINED_FOR_MS
    return outcomes.isAwaited(current) && (asked.length === 1 || isFresh)
  }

  return {
    request({ sessionId, requestId }) {
      if (store.knows(requestId)) return
      const asked = store.of(sessionId)
      const current = asked.findLast(isStopUnderWay)
      if (current && joins(current, asked)) {
        store.join(requestId)
        return
      }
      const record = newStop(sessionId, requestId, clock.now())
      store.insert(record)
      if (current) outcomes.replaced(current.requestId)
      outcomes.sent(requestId)
      deps.changed()
      const sent = sendOnce(record, deps).finally(() => {
        if (sending.get(sessionId) === sent) sending.delete(sessionId)
      })
      sending.set(sessionId, sent)
    },
    async refusal(sessionId) {
      await sending.get(sessionId)
      const last = store.of(sessionId).at(-1)
      return last?.state === 'failed' ? last.failure : null
    },
  }
}

const newStop = (sessionId: string, requestId: string, nowMs: number): StopRecord => ({
  requestId,
  sessionId,
  state: 'requested',
  failure: null,
  requestedAtMs: Math.round(nowMs),
})

/** Sent once, whatever comes of it: what repeats it is another request (stop-retries.ts). */
async function sendOnce(record: StopRecord, deps: StopRequestsDeps): Promise<void> {
  const { api, outcomes, transactions } = deps
  const { sessionId, requestId } = record
  const transaction = transactions.known(sessionId) ?? (await askForTransaction(record, deps))
  if (transaction === null || !outcomes.isUnderWay(requestId)) return
  try {
    const refusal = stopRefusal(await api.stop(transaction))
    if (refusal) transactions.doubt(sessionId)
    if (!outcomes.isUnderWay(requestId)) return
    if (refusal) outcomes.failed(requestId, refusal)
    else outcomes.accepted(requestId)
  } catch (error) {
    if (deps.isClosed()) return
    afterError(record, error, deps)
  }
  deps.changed()
  deps.urgent()
}

async function askForTransaction(
  { sessionId, requestId }: StopRecord,
  { transactions, outcomes, isClosed }: StopRequestsDeps,
): Promise<string | null> {
  try {
    return await transactions.of(sessionId)
  } catch (error) {
    if (!isClosed()) outcomes.failed(requestId, retryable(commandFailure(error).failure))
    return null
  }
}

function afterError(
  { sessionId, requestId }: StopRecord,
  error: unknown,
  { transactions, outcomes, log }: StopRequestsDeps,
): void {
  if (error instanceof PlatformError && error.outcome !== 'unknown') {
    if (error.outcome === 'refused') transactions.doubt(sessionId)
    outcomes.failed(requestId, retryable(error.failure))
  } else {
    log.warn({ error: String(error) }, 'the answer to a stop is lost')
    outcomes.lost(requestId)
  }
}

/** The session is still open: the guest may always try again. */
const retryable = (failure: Failure): Failure => ({ ...failure, retryable: true })
