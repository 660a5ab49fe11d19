import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { PlatformError } from '#main/platform/platform.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import { isOpenStep } from '#main/charging/ledger/start-steps.ts'
import { afterOwnCardAttempt } from './own-card-follow.ts'
import { afterPaymentError, followPayment, isPaymentFollowed } from './payment.ts'

/** What an answer makes of a start, which may have moved on since it was asked about. */
type Change = (current: StartRecord) => StartRecord

/** What the platform is asked about one start alone. */
export interface StartQuestions {
  /** Whether there is something to ask. */
  isOpen(record: StartRecord): boolean
  /** Never rejects: a question without an answer may change a start, too. */
  ask(record: StartRecord): Promise<Change>
}

export function createStartQuestions(deps: {
  api: Pick<ChargingApi, 'preauthStatus' | 'attemptStatus'>
  clock: Clock
  log: Log
}): StartQuestions {
  const { api, clock, log } = deps
  /** Attempts that the platform does not tell this account about. */
  const denied = new Set<string>()

  const isOwnCardAsked = ({ kind, step, attemptId }: StartRecord): boolean =>
    kind === 'rfid' && isOpenStep(step) && attemptId !== null && !denied.has(attemptId)

  const answerOf = async (record: StartRecord): Promise<Change> => {
    if (record.kind === 'rfid') {
      const attempt = await api.attemptStatus(record.attemptId ?? '')
      return (current) => afterOwnCardAttempt(current, attempt, clock.now())
    }
    const status = await api.preauthStatus(record.preauthId ?? '')
    return (current) => followPayment(current, status, clock.now())
  }

  const afterFailure = (record: StartRecord, error: unknown): Change => {
    log.info({ startId: record.id, error: String(error) }, 'no word about a start')
    const isFinal = saysFinally(error)
    if (record.kind !== 'rfid') {
      return (current) => afterPaymentError(current, isFinal, clock.now())
    }
    if (isFinal) denied.add(record.attemptId ?? '')
    return (current) => current
  }

  return {
    isOpen: (record) => isPaymentFollowed(record, clock.now()) || isOwnCardAsked(record),
    ask: (record) => answerOf(record).catch((error: unknown) => afterFailure(record, error)),
  }
}

/** The platform has looked at the question and will not answer it another time. */
const saysFinally = (error: unknown): boolean =>
  error instanceof PlatformError &&
  error.outcome === 'refused' &&
  ['not-found', 'invalid', 'rejected', 'forbidden'].includes(error.failure.code)
