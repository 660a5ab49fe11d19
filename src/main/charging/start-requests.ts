import { randomUUID } from 'node:crypto'
import type { Clock } from '#common/clock.ts'
import type { Target } from '#contract/charging.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import type { MarkOf } from './card-mark.ts'
import type { ChargingApi } from './charging-api.ts'
import { afterClassicAnswer } from './classic-start.ts'
import { followAnswer } from './follow.ts'
import type { Choice, Chosen } from './options.ts'
import { afterOwnCardAnswer } from './own-card.ts'
import { afterPaymentOpened, newPayment } from './payment.ts'
import type { StartRecord } from './records.ts'
import { UNTOLD_VALID_FOR_MS, VALID_FOR_MS } from './validity.ts'

/** What a guest has chosen to start. The same request id is carried out once. */
export interface StartRequest extends Chosen {
  readonly requestId: string
  readonly packageId?: string | undefined
  readonly target?: Target | undefined
  /** Desk only. */
  readonly withoutInvoice?: boolean | undefined
}

/** A start that is ready to leave: what the ledger is to keep, and the one request that is sent. */
export interface ReadyStart {
  readonly record: StartRecord
  /** How long it may begin once it has left. */
  readonly validForMs: number
  /** Answers what the start becomes by the platform's answer. Throws a PlatformError. */
  send(record: StartRecord): Promise<(current: StartRecord) => StartRecord>
}

interface SendDeps {
  readonly api: ChargingApi
  readonly clock: Clock
  readonly markOf: MarkOf
  /** The platform's clock less ours, in ms. */
  skewMs(): number
}

/** A start with a card of the account: at once, or after a payment on the guest's phone. */
export function readyChoice(
  request: StartRequest,
  choice: Choice,
  startedBy: StartRecord['startedBy'],
  deps: SendDeps,
): ReadyStart {
  const nowMs = deps.clock.now()
  const { kind, cardId, label, tagId, hold } = choice
  const { packageId = null, target = null, bookingReference = null } = request
  const withoutInvoice = request.withoutInvoice ?? false
  if (withoutInvoice && (hold || packageId !== null || target?.kind === 'time')) {
    const why = 'A start without invoice takes neither payment, package nor time.'
    throw new CommandError(failureOf('invalid', why))
  }
  if (kind !== 'card' && packageId !== null) {
    throw new CommandError(failureOf('invalid', 'A package goes with a card only.'))
  }
  const record: StartRecord = {
    ...newRecord(request, nowMs),
    kind,
    cardId,
    tagMark: deps.markOf(tagId),
    optionLabel: label,
    packageId,
    target,
    bookingReference,
    startedBy,
    withoutInvoice,
    payment: hold && newPayment(hold, nowMs),
  }
  const send = hold
    ? sendWithPreauth(tagId, hold, deps)
    : withoutInvoice
      ? sendWithoutInvoice(tagId, deps)
      : sendAttempt(tagId, deps)
  return { record, send, validForMs: withoutInvoice ? UNTOLD_VALID_FOR_MS : VALID_FOR_MS }
}

function sendAttempt(tagId: string, { api, clock, skewMs }: SendDeps): ReadyStart['send'] {
  return async (record) => {
    const { connectorId, packageId, target } = record
    const config = {
      validUntil: new Date(record.validUntilMs + skewMs()).toISOString(),
      ...(packageId === null ? {} : { ratePackage: packageId }),
      ...(target?.kind === 'time' ? { stopMinutes: target.minutes } : {}),
    }
    const attempt = await api.attemptStart({ connectorId, tagId, config })
    return (current) => followAnswer(current, attempt, clock.now())
  }
}

/** `remoteStartWithoutInvoicing` answers as `remoteStart` does: an attempt may be named, or not. */
function sendWithoutInvoice(tagId: string, { api, clock }: SendDeps): ReadyStart['send'] {
  return async ({ connectorId }) => {
    const answer = await api.startWithoutInvoice(connectorId, tagId)
    return (current) => afterClassicAnswer(current, answer, clock.now())
  }
}

function sendWithPreauth(
  tagId: string,
  hold: NonNullable<Choice['hold']>,
  { api, clock }: SendDeps,
): ReadyStart['send'] {
  return async ({ connectorId }) => {
    const answer = await api.startWithPreauth({ connectorId, tagId, hold })
    return (current) => afterPaymentOpened(current, answer, clock.now())
  }
}

/** A start with the guest's own card. The tag is sent, and kept nowhere. */
export function readyOwnCard(
  scan: { connectorId: string; requestId: string; tag: string; cardMark: string },
  { api, clock }: Pick<SendDeps, 'api' | 'clock'>,
): ReadyStart {
  const { tag, cardMark } = scan
  return {
    record: { ...newRecord(scan, clock.now()), kind: 'rfid', cardMark },
    validForMs: UNTOLD_VALID_FOR_MS,
    async send({ connectorId }) {
      const answer = await api.startWithTag(connectorId, tag)
      const { attemptId = null, transaction = null, status = null } = answer ?? {}
      const message = answer?.message?.replaceAll(tag, '…') ?? null
      const told = { attemptId, transaction, status, message }
      return (current) => afterOwnCardAnswer(current, told, clock.now())
    },
  }
}

function newRecord(
  { connectorId, requestId }: { connectorId: string; requestId: string },
  nowMs: number,
): StartRecord {
  const atMs = Math.round(nowMs)
  return {
    id: randomUUID(),
    kind: 'card',
    requestId,
    connectorId,
    optionLabel: null,
    cardId: '',
    step: 'chosen',
    history: [{ step: 'chosen', atMs, source: 'terminal' }],
    validUntilMs: atMs + VALID_FOR_MS,
    attemptId: null,
    chargelogId: null,
    payment: null,
    preauthId: null,
    transaction: null,
    cardMark: null,
    tagMark: null,
    packageId: null,
    target: null,
    bookingReference: null,
    startedBy: 'guest',
    withoutInvoice: false,
    endedAtMs: null,
    cancelled: false,
    left: false,
    closed: null,
    failure: null,
    createdAtMs: atMs,
    updatedAtMs: atMs,
  }
}
