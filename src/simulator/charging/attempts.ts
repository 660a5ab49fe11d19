import type { Clock } from '#common/clock.ts'
import type { Faults } from '../faults/faults.ts'
import type { Random } from '../random.ts'
import { createSignal } from '../signal.ts'
import type { Signal } from '../signal.ts'
import type { Chargelog, Connector } from '../state/model.ts'
import { obstacleTo } from '../state/status.ts'
import type { Chargelogs, NewChargelog } from './chargelogs.ts'
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
  chargelog: Chargelog | null
}

export interface StartRequest extends NewChargelog {
  operation: string
  validUntilMs: number
  stopMinutes: number | null
}

/** The life of remote starts, from the request to the running transaction. */
export interface Attempts {
  start(request: StartRequest): Attempt
  find(id: string): Attempt | undefined
  /** The attempt that holds a connector, if any. */
  openAt(connector: Connector): Attempt | undefined
  /** A station has accepted a start: it waits for a plug, or has one. */
  readonly accepted: Signal<Connector>
}

interface Parts {
  clock: Clock
  ground: Ground
  chargelogs: Chargelogs
  faults: Faults
  random: Random
}

/** A station that does not answer is given up after this time, in ms. */
const ANSWER_LIMIT_MS = 30_000
const MS_PER_MINUTE = 60_000

export function createAttempts({ clock, ground, chargelogs, faults, random }: Parts): Attempts {
  const accepted = createSignal<Connector>()
  const attempts = new Map<string, Attempt>()
  const requests = new Map<Attempt, StartRequest>()
  const open = new Map<Connector, Attempt>()
  const beginning = new Set<Attempt>()

  const fail = (attempt: Attempt, status: AttemptStatus, reason: string): void => {
    attempt.status = status
    attempt.isFailure = true
    attempt.failureReason = reason
    if (open.get(attempt.connector) === attempt) open.delete(attempt.connector)
  }

  const isOpen = (attempt: Attempt): boolean => open.get(attempt.connector) === attempt

  const run = (attempt: Attempt, chargelog: Chargelog): void => {
    beginning.delete(attempt)
    open.delete(attempt.connector)
    if (!attempt.connector.vehicle || attempt.connector.transaction) {
      fail(attempt, 'TIMED_OUT', 'The vehicle was unplugged.')
      return
    }
    const transaction = ground.begin(attempt.connector, chargelog)
    chargelogs.attach(chargelog, transaction)
    attempt.status = 'STARTED'
    if (attempt.stopMinutes === null) return
    clock.setTimer(attempt.stopMinutes * MS_PER_MINUTE, () => {
      ground.end(transaction)
    })
  }

  /** The plug is in and the station has allowed it: the transaction begins in a moment. */
  const begin = (attempt: Attempt): void => {
    const request = requests.get(attempt)
    if (!request || beginning.has(attempt)) return
    beginning.add(attempt)
    clock.setTimer(random.between(1_000, 2_000), () => {
      const chargelog = chargelogs.create(request)
      attempt.chargelog = chargelog
      attempt.isFailure = false
      attempt.failureReason = null
      attempt.status = 'WAITING_FOR_TRANSACTION'
      clock.setTimer(random.between(500, 1_500), () => {
        run(attempt, chargelog)
      })
    })
  }

  const expireLater = (attempt: Attempt): void => {
    clock.setTimer(attempt.validUntilMs - clock.now(), () => {
      if (isOpen(attempt) && !beginning.has(attempt)) {
        fail(attempt, 'EXPIRED', 'Nothing was plugged in until the start expired.')
      }
    })
  }

  const accept = (attempt: Attempt): void => {
    attempt.status = 'ACCEPTED'
    clock.setTimer(random.between(300, 700), () => {
      if (attempt.status !== 'ACCEPTED') return
      attempt.status = 'WAITING_FOR_TRANSACTION'
      if (attempt.connector.vehicle) begin(attempt)
      accepted.emit(attempt.connector)
    })
    expireLater(attempt)
  }

  /** The station never told that it took the start, and begins when the platform has given up. */
  const beginTooLate = (attempt: Attempt, afterMs: number): void => {
    clock.setTimer(attempt.validUntilMs - clock.now(), () => {
      fail(attempt, 'TIMED_OUT', 'The station did not answer.')
      clock.setTimer(afterMs, () => {
        if (attempt.connector.transaction) return
        open.set(attempt.connector, attempt)
        if (attempt.connector.vehicle) begin(attempt)
      })
    })
  }

  const answer = (attempt: Attempt): void => {
    const { connector, operation } = attempt
    const rejection = faults.take('rejectStart', [operation])
    const obstacle = obstacleTo(connector, clock.now())
    if (rejection) fail(attempt, 'REJECTED', rejection.reason ?? 'Rejected by the station.')
    else if (obstacle) fail(attempt, 'REJECTED', obstacle)
    else if (clock.now() >= attempt.validUntilMs) fail(attempt, 'EXPIRED', 'The start has expired.')
    else accept(attempt)
  }

  const send = (attempt: Attempt): void => {
    const { connector, operation } = attempt
    attempt.status = 'SENT'
    attempt.lastSentMs = clock.now()
    const late = faults.take('startAfterTimeout', [operation])
    if (late) {
      beginTooLate(attempt, late.afterMs ?? 10_000)
      return
    }
    if (!connector.station.online) {
      clock.setTimer(Math.min(ANSWER_LIMIT_MS, attempt.validUntilMs - clock.now()), () => {
        fail(attempt, 'TIMED_OUT', 'The station did not answer.')
      })
      return
    }
    const slow = faults.take('slowStart', [operation])
    clock.setTimer(random.between(500, 2_000) + (slow ? (slow.ms ?? 20_000) : 0), () => {
      answer(attempt)
    })
  }

  ground.plugged.on((connector) => {
    const attempt = open.get(connector)
    if (attempt?.status === 'WAITING_FOR_TRANSACTION' || attempt?.status === 'TIMED_OUT') {
      begin(attempt)
    }
  })

  return {
    accepted,
    find: (id) => attempts.get(id),
    openAt: (connector) => open.get(connector),
    start(request) {
      const { connector, contact, operation, validUntilMs, stopMinutes } = request
      const attempt: Attempt = {
        id: random.uuid(),
        operation,
        contactId: contact.id,
        connector,
        status: 'REQUESTED',
        isFailure: false,
        failureReason: null,
        lastSentMs: null,
        validUntilMs,
        stopMinutes,
        chargelog: null,
      }
      attempts.set(attempt.id, attempt)
      requests.set(attempt, request)
      if (connector.transaction || open.has(connector)) {
        fail(attempt, 'REJECTED', 'The connector is occupied.')
      } else {
        open.set(connector, attempt)
        clock.setTimer(random.between(500, 1_000), () => {
          send(attempt)
        })
      }
      return attempt
    },
  }
}
