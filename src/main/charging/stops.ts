import type { Clock } from '#common/clock.ts'
import type { Stop } from '#contract/charging.ts'
import type { Failure } from '#contract/errors.ts'
import { failureOf } from '#main/errors.ts'
import type { Log } from '#main/log.ts'
import { PlatformError } from '#main/platform/platform.ts'
import type { ChargingApi } from './charging-api.ts'
import type { Ledger } from './ledger.ts'
import type { StopRecord } from './records.ts'
import { REMEMBERED_MS } from './start-book.ts'
import { stopRefusal } from './stop-table.ts'

/** The stops that this terminal asked for, followed until the session has stopped. */
export interface Stops {
  /**
   * Sends `remoteStop` once for this request id; a stop that is under way is joined. Throws a
   * CommandError `storage` when it cannot be written down first: then nothing is sent.
   */
  request(stop: { sessionId: string; transaction: string; requestId: string }): void
  of(sessionId: string): Stop | null
  /** Once the last stop of this session was answered: its refusal, or null. */
  refusal(sessionId: string): Promise<Failure | null>
  /** All that was asked for this session, oldest first. */
  history(sessionId: string): readonly StopRecord[]
  /** A stop was asked for a minute ago, and the session has not stopped. */
  isUnheeded(sessionId: string): boolean
  /** The session has stopped. */
  ended(sessionId: string): void
  isBusy(): boolean
  close(): void
}

/** An accepted stop that changes nothing for so long has failed; the guest may try again. */
export const SILENCE_MS = 60_000

export function createStops(deps: {
  ledger: Ledger
  api: Pick<ChargingApi, 'stop'>
  clock: Clock
  log: Log
  changed(): void
  urgent(): void
}): Stops {
  const { ledger, api, clock, log } = deps
  const records = new Map(ledger.stops().map((record) => [record.requestId, record]))
  /** Requests that joined a stop under way, and when: they are never sent by themselves. */
  const joined = new Map<string, number>()
  /** Sent, and the answer is lost. */
  const uncertain = new Set<string>()
  const timers = new Map<string, () => void>()
  /** The last request of each session, until it is answered. */
  const sending = new Map<string, Promise<void>>()
  let isClosed = false

  const history = (sessionId: string): StopRecord[] =>
    [...records.values()].filter((record) => record.sessionId === sessionId)
  const isUnderWay = ({ state }: StopRecord): boolean =>
    state === 'requested' || state === 'accepted'

  const note = (requestId: string, change: Partial<StopRecord>): void => {
    const record = records.get(requestId)
    if (!record || isClosed) return
    const changed = { ...record, ...change }
    records.set(requestId, changed)
    if (!isUnderWay(changed)) forgetTimer(requestId)
    try {
      ledger.saveStop(changed)
    } catch (error) {
      log.error({ sessionId: record.sessionId, error: String(error) }, 'stop not kept')
    }
  }

  const forgetOld = (): void => {
    const beforeMs = clock.now() - REMEMBERED_MS
    for (const record of records.values()) {
      if (record.requestedAtMs >= beforeMs || isUnderWay(record)) continue
      records.delete(record.requestId)
    }
    for (const [requestId, joinedAtMs] of joined)
      if (joinedAtMs < beforeMs) joined.delete(requestId)
  }

  const forgetTimer = (requestId: string): void => {
    timers.get(requestId)?.()
    timers.delete(requestId)
  }

  const fail = (requestId: string, failure: Failure): void => {
    note(requestId, { state: 'failed', failure })
    deps.changed()
  }

  const awaitEffect = (requestId: string, delayMs: number): void => {
    forgetTimer(requestId)
    const giveUp = (): void => {
      fail(requestId, failureOf('timed-out', 'The stop was sent, but the session goes on.'))
    }
    timers.set(requestId, clock.setTimer(delayMs, giveUp))
  }

  const send = async (requestId: string, transaction: string): Promise<void> => {
    try {
      const refusal = stopRefusal(await api.stop(transaction))
      const record = records.get(requestId)
      if (isClosed || !record || !isUnderWay(record)) return
      if (refusal) {
        fail(requestId, refusal)
      } else {
        note(requestId, { state: 'accepted' })
        awaitEffect(requestId, SILENCE_MS)
      }
    } catch (error) {
      if (isClosed) return
      if (error instanceof PlatformError && error.outcome !== 'unknown') {
        fail(requestId, retryable(error))
      } else {
        log.warn({ error: String(error) }, 'the answer to a stop is lost')
        uncertain.add(requestId)
      }
    }
    deps.changed()
    deps.urgent()
  }

  for (const record of records.values()) {
    if (!isUnderWay(record)) continue
    uncertain.add(record.requestId)
    awaitEffect(record.requestId, record.requestedAtMs + SILENCE_MS - clock.now())
  }

  return {
    request({ sessionId, transaction, requestId }) {
      if (records.has(requestId) || joined.has(requestId)) return
      const current = history(sessionId).findLast(isUnderWay)
      if (current && !uncertain.has(current.requestId)) {
        joined.set(requestId, clock.now())
        return
      }
      forgetOld()
      const requestedAtMs = Math.round(clock.now())
      const record: StopRecord = {
        requestId,
        sessionId,
        state: 'requested',
        failure: null,
        requestedAtMs,
      }
      ledger.saveStop(record)
      if (current) note(current.requestId, { state: 'failed' })
      records.set(requestId, record)
      awaitEffect(requestId, SILENCE_MS)
      deps.changed()
      const sent = send(requestId, transaction).finally(() => {
        if (sending.get(sessionId) === sent) sending.delete(sessionId)
      })
      sending.set(sessionId, sent)
    },
    async refusal(sessionId) {
      await sending.get(sessionId)
      const last = history(sessionId).at(-1)
      return last?.state === 'failed' ? last.failure : null
    },
    of(sessionId) {
      const record = history(sessionId).at(-1)
      if (!record) return null
      const { requestedAtMs, failure } = record
      return { state: record.state === 'done' ? 'accepted' : record.state, requestedAtMs, failure }
    },
    history,
    isUnheeded(sessionId) {
      const asked = history(sessionId)
      const [first] = asked
      if (!first || asked.some(({ state }) => state === 'done')) return false
      return clock.now() - first.requestedAtMs >= SILENCE_MS
    },
    ended(sessionId) {
      const last = history(sessionId).at(-1)
      for (const { requestId } of history(sessionId)) {
        uncertain.delete(requestId)
        if (requestId === last?.requestId) note(requestId, { state: 'done', failure: null })
        else forgetTimer(requestId)
      }
    },
    isBusy: () => [...records.values()].some(isUnderWay),
    close() {
      isClosed = true
      for (const requestId of [...timers.keys()]) forgetTimer(requestId)
    },
  }
}

/** The session is still open: the guest may always try again. */
const retryable = (error: PlatformError): Failure => ({ ...error.failure, retryable: true })
