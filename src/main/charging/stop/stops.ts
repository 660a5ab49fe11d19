import type { Clock } from '#common/clock.ts'
import type { Stop } from '#contract/charging.ts'
import type { Failure } from '#contract/errors.ts'
import { failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import { PlatformError } from '#main/platform/platform.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import { commandFailure } from '#main/platform/command-failure.ts'
import type { Ledger } from '#main/charging/ledger/ledger.ts'
import type { StopRecord } from '#main/charging/ledger/records.ts'
import { REMEMBERED_MS } from '#main/charging/ledger/start-store.ts'
import { stopRefusal } from './stop-table.ts'
import type { Transactions } from './transactions.ts'

/** The stops that this terminal asked for, followed until the session has stopped. */
export interface Stops {
  /**
   * Sends `remoteStop` once for this request id; a stop that is under way is joined. `sessionId`: a
   * session's, or that of a start by own card. Throws a CommandError `storage` when it cannot be
   * written down first: then nothing is sent.
   */
  request(stop: { sessionId: string; requestId: string }): void
  of(sessionId: string): Stop | null
  /** Once the last stop of this session was answered: its refusal, or null. */
  refusal(sessionId: string): Promise<Failure | null>
  /** All that was asked for this session, oldest first. */
  history(sessionId: string): readonly StopRecord[]
  /** Everything of which a stop was asked for and whose end is not known. */
  open(): string[]
  isOpen(sessionId: string): boolean
  /** The last stop was sent, and its answer or its effect is awaited: no other is needed yet. */
  isAwaited(sessionId: string): boolean
  /** A stop was asked for a minute ago, and the session has not stopped. */
  isUnheeded(sessionId: string): boolean
  /** The session has stopped. */
  ended(sessionId: string): void
  /** It goes on after all; returns whether a stop was thought to have ended it. */
  resumed(sessionId: string): boolean
  /** Somebody waits for a stop to take effect. */
  isBusy(): boolean
  close(): void
}

/** An accepted stop without effect has failed after this time: the next one follows. */
const SILENCE_MS = 60_000
/** A press joins the terminal's own try only when that has just left. */
const JOINED_FOR_MS = 10_000
/** A stop that was tried more often is not hurried any more. */
const MOST_BUSY_TRIES = 3

export function createStops(deps: {
  ledger: Ledger
  api: Pick<ChargingApi, 'stop'>
  transactions: Transactions
  clock: Clock
  log: Log
  changed(): void
  urgent(): void
}): Stops {
  const { ledger, api, clock, log } = deps
  const records = new Map<string, StopRecord>()
  /** Their ids by session, oldest first. */
  const bySession = new Map<string, string[]>()
  /** Requests that joined a stop under way, and when: they are never sent by themselves. */
  const joined = new Map<string, number>()
  /** Sent, and the answer is lost. */
  const uncertain = new Set<string>()
  const timers = new Map<string, () => void>()
  /** The last request of each session, until it is answered. */
  const sending = new Map<string, Promise<void>>()
  let isClosed = false

  const history = (sessionId: string): StopRecord[] =>
    (bySession.get(sessionId) ?? []).flatMap((requestId) => records.get(requestId) ?? [])
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
  const isUnderWay = ({ state }: StopRecord): boolean =>
    state === 'requested' || state === 'accepted'
  const isAwaited = (record: StopRecord): boolean =>
    isUnderWay(record) && !uncertain.has(record.requestId)
  const isFresh = ({ requestedAtMs }: StopRecord): boolean =>
    clock.now() - requestedAtMs < JOINED_FOR_MS
  const isOpen = (sessionId: string): boolean => {
    const last = history(sessionId).at(-1)
    return last !== undefined && last.state !== 'done'
  }

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
      forget(record)
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
      fail(requestId, notHeeded())
    }
    timers.set(requestId, clock.setTimer(delayMs, giveUp))
  }

  const transactionFor = async (record: StopRecord): Promise<string | null> => {
    const { sessionId, requestId } = record
    try {
      return await deps.transactions.of(sessionId)
    } catch (error) {
      if (!isClosed) fail(requestId, retryable(commandFailure(error).failure))
      return null
    }
  }

  const send = async (record: StopRecord): Promise<void> => {
    const { sessionId, requestId } = record
    const isOpenStill = (): boolean => {
      const current = records.get(requestId)
      return !isClosed && current !== undefined && isUnderWay(current)
    }
    const transaction = deps.transactions.known(sessionId) ?? (await transactionFor(record))
    if (transaction === null || !isOpenStill()) return
    try {
      const refusal = stopRefusal(await api.stop(transaction))
      if (refusal) deps.transactions.doubt(sessionId)
      if (!isOpenStill()) return
      if (refusal) {
        fail(requestId, refusal)
      } else {
        note(requestId, { state: 'accepted' })
        awaitEffect(requestId, SILENCE_MS)
      }
    } catch (error) {
      if (isClosed) return
      if (error instanceof PlatformError && error.outcome !== 'unknown') {
        if (error.outcome === 'refused') deps.transactions.doubt(sessionId)
        fail(requestId, retryable(error.failure))
      } else {
        log.warn({ error: String(error) }, 'the answer to a stop is lost')
        uncertain.add(requestId)
      }
    }
    deps.changed()
    deps.urgent()
  }

  for (const record of ledger.stops()) {
    add(record)
    if (!isUnderWay(record)) continue
    uncertain.add(record.requestId)
    awaitEffect(record.requestId, record.requestedAtMs + SILENCE_MS - clock.now())
  }

  return {
    request({ sessionId, requestId }) {
      if (records.has(requestId) || joined.has(requestId)) return
      const asked = history(sessionId)
      const current = asked.findLast(isUnderWay)
      if (current && isAwaited(current) && (asked.length === 1 || isFresh(current))) {
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
      add(record)
      awaitEffect(requestId, SILENCE_MS)
      deps.changed()
      const sent = send(record).finally(() => {
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
      const asked = history(sessionId)
      const [first] = asked
      const last = asked.at(-1)
      if (!first || !last) return null
      const { requestedAtMs } = first
      const state = last.state === 'done' ? 'accepted' : last.state
      // While the next try is on its way, the last answer is why there is one.
      const failure = last.failure ?? (state === 'requested' ? asked.at(-2)?.failure : null) ?? null
      return { state, requestedAtMs, tries: asked.length, failure }
    },
    history,
    open: () => [...bySession.keys()].filter(isOpen),
    isOpen,
    isAwaited(sessionId) {
      const last = history(sessionId).at(-1)
      return last !== undefined && isAwaited(last)
    },
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
    resumed(sessionId) {
      const ended = history(sessionId).filter(({ state }) => state === 'done')
      for (const { requestId } of ended) note(requestId, { state: 'failed', failure: notHeeded() })
      return ended.length > 0
    },
    isBusy: () =>
      [...bySession].some(
        ([id, { length }]) => length <= MOST_BUSY_TRIES && history(id).some(isUnderWay),
      ),
    close() {
      isClosed = true
      for (const requestId of [...timers.keys()]) forgetTimer(requestId)
    },
  }
}

/** The session is still open: the guest may always try again. */
const retryable = (failure: Failure): Failure => ({ ...failure, retryable: true })

const notHeeded = (): Failure =>
  failureOf('timed-out', 'The stop was sent, but the session goes on.')
