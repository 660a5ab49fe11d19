import { LatestMap } from '#common/latest-map.ts'
import type { Faults } from '../faults/faults.ts'
import type { Random } from '../random.ts'
import { KEPT } from '../state/latest.ts'
import type { Chargelog, Connector } from '../state/model.ts'
import type { NewChargelog } from './chargelogs.ts'
import type { Ground } from './transactions.ts'

export type AttemptStatus =
  | 'REQUESTED'
  | 'SENT'
  | 'ACCEPTED'
  | 'WAITING_FOR_TRANSACTION'
  | 'STARTED'
  | 'REJECTED'
  | 'TIMED_OUT'
  | 'EXPIRED'

/** A remote start on its way (AttemptRemoteStartResponse, L3092). */
export interface Attempt {
  id: string
  /** The mutation that asked for it. */
  operation: string
  contactId: string
  connector: Connector
  status: AttemptStatus
  isFailure: boolean
  failureReason: string | null
  lastSentMs: number | null
  validUntilMs: number
  stopMinutes: number | null
  /** What the transaction will be called. */
  transactionId: string
  chargelog: Chargelog | null
}

export interface StartRequest extends NewChargelog {
  operation: string
  validUntilMs: number
  stopMinutes: number | null
}

/** Which remote starts there are, which of them are open, and how one ends without a charge. */
export interface AttemptBook {
  /** A new one, open unless its connector is taken: then it is rejected already. */
  add(request: StartRequest): Attempt
  find(id: string): Attempt | undefined
  requestOf(attempt: Attempt): StartRequest | undefined
  isOpen(attempt: Attempt): boolean
  /** Those that hold a connector, oldest first: one at most, unless a fault lets more. */
  openAt(connector: Connector): Attempt[]
  /** The station begins it after all, and no other at its connector. */
  reopen(attempt: Attempt): void
  /** It has become a transaction. */
  close(attempt: Attempt): void
  fail(attempt: Attempt, status: AttemptStatus, reason: string): void
  timeOut(attempt: Attempt): void
}

interface Parts {
  ground: Ground
  faults: Faults
  random: Random
}

const OCCUPIED = 'The connector is occupied.'

export function createAttemptBook({ ground, faults, random }: Parts): AttemptBook {
  const attempts = new LatestMap<string, Attempt>(KEPT)
  const requests = new WeakMap<Attempt, StartRequest>()
  /** In the order in which they came; more than one at a connector only where a fault lets it. */
  const open = new Set<Attempt>()

  const openAt = (connector: Connector): Attempt[] =>
    [...open].filter((attempt) => attempt.connector === connector)

  const fail = (attempt: Attempt, status: AttemptStatus, reason: string): void => {
    attempt.status = status
    attempt.isFailure = true
    attempt.failureReason = reason
    open.delete(attempt)
  }

  return {
    add(request) {
      const { connector, operation } = request
      const attempt = newAttempt(request, random.uuid(), ground.reserveId())
      attempts.set(attempt.id, attempt)
      requests.set(attempt, request)
      const isTaken = openAt(connector).length > 0 && !faults.take('secondAttempt', [operation])
      if (connector.transaction || isTaken) fail(attempt, 'REJECTED', OCCUPIED)
      else open.add(attempt)
      return attempt
    },
    find: (id) => attempts.get(id),
    requestOf: (attempt) => requests.get(attempt),
    isOpen: (attempt) => open.has(attempt),
    openAt,
    reopen(attempt) {
      for (const other of openAt(attempt.connector)) fail(other, 'REJECTED', OCCUPIED)
      open.add(attempt)
    },
    close: (attempt) => void open.delete(attempt),
    fail,
    timeOut: (attempt) => fail(attempt, 'TIMED_OUT', 'The station did not answer.'),
  }
}

function newAttempt(request: StartRequest, id: string, transactionId: string): Attempt {
  const { connector, contact, operation, validUntilMs, stopMinutes } = request
  return {
    id,
    operation,
    contactId: contact.id,
    connector,
    status: 'REQUESTED',
    isFailure: false,
    failureReason: null,
    lastSentMs: null,
    validUntilMs,
    stopMinutes,
    transactionId,
    chargelog: null,
  }
}
