import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { PlatformError } from '#main/platform/platform.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import { afterOwnCardAttempt } from './own-card-follow.ts'
import { afterPaymentError, followPayment, isPaymentFollowed } from './payment.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import { isOpenStep } from '#main/charging/ledger/start-steps.ts'

/**
 * Asks what must not ride along with a refresh: how a payment goes, and attempts of another account,
 * which the platform may deny (that would spoil the whole refresh).
 */
export interface SeparatePolling {
  /** Something may be worth asking for from now on. */
  wake(): void
  close(): void
}

const PACE_MS = 3_000
/** For what is over as far as its guest is concerned, but may still begin. */
const LATE_PACE_MS = 15_000

export function createSeparatePolling(deps: {
  startStore: StartStore
  api: Pick<ChargingApi, 'preauthStatus' | 'attemptStatus'>
  clock: Clock
  log: Log
  changed(): void
  urgent(): void
}): SeparatePolling {
  const { startStore, api, clock, log } = deps
  /** Attempts that the platform does not tell this account about. */
  const denied = new Set<string>()
  let timer: { dueMs: number; cancel: () => void } | null = null
  let isAsking = false
  let isClosed = false

  const isOwnCardAsked = ({ kind, step, attemptId }: StartRecord): boolean =>
    kind === 'rfid' && isOpenStep(step) && attemptId !== null && !denied.has(attemptId)
  const asked = (): StartRecord[] =>
    startStore.all().filter((each) => isPaymentFollowed(each, clock.now()) || isOwnCardAsked(each))

  const ask = async (record: StartRecord): Promise<(current: StartRecord) => StartRecord> => {
    if (record.kind === 'rfid') {
      const attempt = await api.attemptStatus(record.attemptId ?? '')
      return (current) => afterOwnCardAttempt(current, attempt, clock.now())
    }
    const status = await api.preauthStatus(record.preauthId ?? '')
    return (current) => followPayment(current, status, clock.now())
  }

  const failed = (record: StartRecord, error: unknown): ((current: StartRecord) => StartRecord) => {
    log.info({ startId: record.id, error: String(error) }, 'no word about a start')
    const isFinal = saysFinally(error)
    if (record.kind !== 'rfid') {
      return (current) => afterPaymentError(current, isFinal, clock.now())
    }
    if (isFinal) denied.add(record.attemptId ?? '')
    return (current) => current
  }

  const askAbout = async (record: StartRecord): Promise<void> => {
    const change = await ask(record).catch((error: unknown) => failed(record, error))
    const current = isClosed ? undefined : startStore.get(record.id)
    if (!current) return
    const next = change(current)
    if (next === current) return
    startStore.note(next)
    log.info({ startId: next.id, from: current.step, to: next.step }, 'start followed')
    deps.changed()
    deps.urgent()
  }

  const tick = async (): Promise<void> => {
    timer = null
    isAsking = true
    await Promise.all(asked().map(askAbout))
    isAsking = false
    wake()
  }

  const wake = (): void => {
    const waiting = asked()
    if (isClosed || isAsking || waiting.length === 0) return
    const isLate = waiting.every(({ step }) => !isOpenStep(step))
    const dueMs = clock.now() + (isLate ? LATE_PACE_MS : PACE_MS)
    if (timer && timer.dueMs <= dueMs) return
    timer?.cancel()
    timer = { dueMs, cancel: clock.setTimer(dueMs - clock.now(), () => void tick()) }
  }

  return {
    wake,
    close() {
      isClosed = true
      timer?.cancel()
    },
  }
}

/** The platform has looked at the question and will not answer it another time. */
const saysFinally = (error: unknown): boolean =>
  error instanceof PlatformError &&
  error.outcome === 'refused' &&
  ['not-found', 'invalid', 'rejected', 'forbidden'].includes(error.failure.code)
