import type { RateText } from '#common/rate-text.ts'
import type { Payment, Start, StartStep, Stop, Target } from '#contract/charging.ts'
import type { Closing, Origin } from '#contract/desk.ts'
import type { Failure } from '#contract/errors.ts'
import { isOpenStep } from './start-steps.ts'

/** Who closed it at the desk, and when. */
export type ClosedBy = Closing & { readonly by: string }

export type StartMoment = Start['history'][number]

/** A start as the ledger keeps it. Never a tag id: only the card's id. Times in epoch ms. */
export interface StartRecord {
  readonly id: string
  readonly kind: Start['kind']
  readonly requestId: string
  readonly connectorId: string
  readonly optionLabel: string | null
  /** The account's card; empty where the guest's own card starts. */
  readonly cardId: string
  readonly step: StartStep
  readonly history: readonly StartMoment[]
  readonly validUntilMs: number
  /** `AttemptRemoteStartResponse.id`; null until the platform has answered. */
  readonly attemptId: string | null
  /** The session that belongs to this start, from the moment it is known. */
  readonly chargelogId: string | null
  /** Of a start by phone; null before the guest may pay. */
  readonly payment: Payment | null
  /** `RemoteStartWithPreauthResponse.remoteStartPreauthId` (L6068). */
  readonly preauthId: string | null
  /** `RemoteStartResponse.transaction`: what stops a session of another account. */
  readonly transaction: string | null
  /** HMAC of the guest's own card (see card-fingerprint.ts). */
  readonly cardFingerprint: string | null
  /** HMAC of the tag of the account's card that was sent (see card-fingerprint.ts); null before there were any. */
  readonly tagFingerprint: string | null
  readonly packageId: string | null
  readonly target: Target | null
  /** What the chosen option was said to cost; null where nobody said, and with a package. */
  readonly rate: RateText | null
  readonly bookingReference: string | null
  readonly startedBy: 'guest' | 'desk'
  /** By `remoteStartWithoutInvoicing` (L2527): nobody pays for it. */
  readonly withoutInvoice: boolean
  /** When a session by the guest's own card was seen to end; this account has no chargelog of it. */
  readonly endedAtMs: number | null
  readonly cancelled: boolean
  /** The guest has left it. */
  readonly left: boolean
  /** Closed at the desk: it does not keep its connector any more, but is still followed. */
  readonly closed: ClosedBy | null
  readonly failure: Failure | null
  readonly createdAtMs: number
  readonly updatedAtMs: number
}

/** A stop as the ledger keeps it. Times in epoch ms. */
export interface StopRecord {
  readonly requestId: string
  /** The chargelog's id. */
  readonly sessionId: string
  readonly state: Stop['state'] | 'done'
  readonly failure: Failure | null
  readonly requestedAtMs: number
}

/** It was sent or is about to be, and neither its refusal nor its effect is known. */
export const isStopUnderWay = ({ state }: StopRecord): boolean =>
  state === 'requested' || state === 'accepted'

/** The record at a further step; the history stays in order even where a source's clock is off. */
export function withStep(
  record: StartRecord,
  step: StartStep,
  source: StartMoment['source'],
  atMs: number,
): StartRecord {
  if (step === record.step) return record
  const lastMs = record.history.at(-1)?.atMs ?? 0
  const moment = { step, source, atMs: Math.max(lastMs, Math.round(atMs)) }
  return { ...record, step, history: [...record.history, moment] }
}

/**
 * What the bridge shows of it: to everybody that a start is under way, the rest to the guest whose it
 * is; to staff also who asked for it. The session is named once it has begun.
 */
export function toStart(
  record: StartRecord,
  opening: Pick<Start, 'claimed' | 'code'>,
  facts: { stop: Stop | null; isDesk: boolean },
): Start {
  const { closed } = record
  const { claimed } = opening
  const { stop, isDesk } = facts
  return {
    id: record.id,
    connectorId: record.connectorId,
    kind: record.kind,
    ...opening,
    payment: claimed ? paymentOf(record) : null,
    target: claimed ? record.target : null,
    step: record.step,
    history: [...record.history],
    validUntilMs: record.validUntilMs,
    cancelled: record.cancelled,
    failure: claimed ? record.failure : null,
    sessionId: record.step === 'charging' ? record.chargelogId : null,
    ...(claimed && record.kind === 'rfid' && stop && { stop }),
    ...(closed && isOpenStep(record.step) && { closed: shownClosing(closed, isDesk) }),
    ...(isDesk && { origin: originOf(record) }),
  }
}

export const originOf = (record: StartRecord): Origin => {
  const { startedBy, optionLabel, bookingReference, withoutInvoice } = record
  return { startedBy, optionLabel, bookingReference, withoutInvoice }
}

/** Guests read that it was closed, not by whom. */
export const shownClosing = ({ by, atMs }: ClosedBy, isDesk: boolean): Closing => ({
  by: isDesk ? by : null,
  atMs,
})

/** Who has cancelled, or has left it, needs the page no more. */
function paymentOf({ payment, left, cancelled }: StartRecord): Payment | null {
  return payment && (left || cancelled) ? { ...payment, url: null } : payment
}
