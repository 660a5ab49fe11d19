import { randomUUID } from 'node:crypto'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import { VALID_FOR_MS } from '#main/charging/ledger/validity.ts'
import type { StartKind } from './start-kind.ts'

/** A start that has just been chosen, as the ledger is to keep it. */
export function newRecord(start: {
  connectorId: string
  requestId: string
  kind: Pick<StartKind, 'record'>
  nowMs: number
}): StartRecord {
  const { connectorId, requestId, kind } = start
  const atMs = Math.round(start.nowMs)
  return {
    id: randomUUID(),
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
    cardFingerprint: null,
    tagFingerprint: null,
    packageId: null,
    target: null,
    rate: null,
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
    ...kind.record,
  }
}
