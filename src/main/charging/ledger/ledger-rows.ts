import { z } from 'zod'
import {
  paymentSchema,
  rateTextSchema,
  startSchema,
  startStepSchema,
  targetSchema,
} from '#contract/charging.ts'
import { failureSchema } from '#contract/errors.ts'
import type { Row } from '#main/storage/database.ts'
import type { ClosedBy, StartRecord, StopRecord } from './records.ts'

const json = z.string().transform((text): unknown => JSON.parse(text))
const flag = z.number().transform((value) => value !== 0)
const failure = json.nullable().pipe(failureSchema.nullable())

const startRowSchema = z.object({
  id: z.string(),
  request_id: z.string(),
  connector_id: z.string(),
  option_label: z.string().nullable(),
  card_id: z.string(),
  step: startStepSchema,
  history: json.pipe(startSchema.shape.history),
  valid_until_ms: z.number(),
  attempt_id: z.string().nullable(),
  chargelog_id: z.string().nullable(),
  kind: startSchema.shape.kind,
  payment: json.nullable().pipe(paymentSchema.nullable()),
  preauth_id: z.string().nullable(),
  transaction_id: z.string().nullable(),
  card_mark: z.string().nullable(),
  tag_mark: z.string().nullable(),
  package_id: z.string().nullable(),
  target: json.nullable().pipe(targetSchema.nullable()),
  rate: json.nullable().pipe(rateTextSchema.nullable()),
  booking_reference: z.string().nullable(),
  started_by: z.enum(['guest', 'desk']),
  without_invoice: flag,
  ended_at_ms: z.number().nullable(),
  cancelled: flag,
  has_left: flag,
  closed_by: z.string().nullable(),
  closed_at_ms: z.number().nullable(),
  failure,
  created_at_ms: z.number(),
  updated_at_ms: z.number(),
})

const stopRowSchema = z.object({
  request_id: z.string(),
  session_id: z.string(),
  state: z.enum(['requested', 'accepted', 'failed', 'done']),
  failure,
  requested_at_ms: z.number(),
})

const closingRowSchema = z.object({
  session_id: z.string(),
  closed_by: z.string(),
  closed_at_ms: z.number(),
})

const toJson = (value: object | null): string | null => value && JSON.stringify(value)

export function startToRow(record: StartRecord): Row {
  return {
    id: record.id,
    request_id: record.requestId,
    connector_id: record.connectorId,
    option_label: record.optionLabel,
    card_id: record.cardId,
    step: record.step,
    history: JSON.stringify(record.history),
    valid_until_ms: record.validUntilMs,
    attempt_id: record.attemptId,
    chargelog_id: record.chargelogId,
    kind: record.kind,
    payment: toJson(record.payment),
    preauth_id: record.preauthId,
    transaction_id: record.transaction,
    card_mark: record.cardFingerprint,
    tag_mark: record.tagFingerprint,
    package_id: record.packageId,
    target: toJson(record.target),
    rate: toJson(record.rate),
    booking_reference: record.bookingReference,
    started_by: record.startedBy,
    without_invoice: Number(record.withoutInvoice),
    ended_at_ms: record.endedAtMs,
    cancelled: Number(record.cancelled),
    has_left: Number(record.left),
    closed_by: record.closed?.by ?? null,
    closed_at_ms: record.closed?.atMs ?? null,
    failure: toJson(record.failure),
    created_at_ms: record.createdAtMs,
    updated_at_ms: record.updatedAtMs,
  }
}

/** Throws when the row is not what `startToRow` wrote. */
export function rowToStart(raw: unknown): StartRecord {
  const row = startRowSchema.parse(raw)
  return {
    id: row.id,
    requestId: row.request_id,
    connectorId: row.connector_id,
    optionLabel: row.option_label,
    cardId: row.card_id,
    step: row.step,
    history: row.history,
    validUntilMs: row.valid_until_ms,
    attemptId: row.attempt_id,
    chargelogId: row.chargelog_id,
    kind: row.kind,
    payment: row.payment,
    preauthId: row.preauth_id,
    transaction: row.transaction_id,
    cardFingerprint: row.card_mark,
    tagFingerprint: row.tag_mark,
    packageId: row.package_id,
    target: row.target,
    rate: row.rate,
    bookingReference: row.booking_reference,
    startedBy: row.started_by,
    withoutInvoice: row.without_invoice,
    endedAtMs: row.ended_at_ms,
    cancelled: row.cancelled,
    left: row.has_left,
    closed: row.closed_at_ms === null ? null : { by: row.closed_by ?? '', atMs: row.closed_at_ms },
    failure: row.failure,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  }
}

export function stopToRow(record: StopRecord): Row {
  return {
    request_id: record.requestId,
    session_id: record.sessionId,
    state: record.state,
    failure: toJson(record.failure),
    requested_at_ms: record.requestedAtMs,
  }
}

/** Throws when the row is not what `stopToRow` wrote. */
export function rowToStop(raw: unknown): StopRecord {
  const row = stopRowSchema.parse(raw)
  return {
    requestId: row.request_id,
    sessionId: row.session_id,
    state: row.state,
    failure: row.failure,
    requestedAtMs: row.requested_at_ms,
  }
}

export function rowToClosing(raw: unknown): [string, ClosedBy] {
  const row = closingRowSchema.parse(raw)
  return [row.session_id, { by: row.closed_by, atMs: row.closed_at_ms }]
}
