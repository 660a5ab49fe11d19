import type { Clock } from '#common/clock.ts'
import { LatestMap } from '#common/latest-map.ts'
import type { Faults } from '../faults/faults.ts'
import type { Random } from '../random.ts'
import { createSignal } from '../signal.ts'
import type { Signal } from '../signal.ts'
import { KEPT } from '../state/latest.ts'
import type { Chargelog, Connector } from '../state/model.ts'
import { obstacleTo } from '../state/status.ts'
import type { Chargelogs, NewChargelog } from './chargelogs.ts'
import type { Hesitation } from './hesitation.ts'
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

/** The life of remote starts, from the request to the running transaction. */
export interface Attempts {
  /** Goes its way step by step; its status says how far it is (attemptRemoteStart). */
  start(request: StartRequest): Attempt
  /** The station has answered when it returns (the classic remoteStart). */
  startAtOnce(request: StartRequest): Attempt
  find(id: string): Attempt | undefined
  /** The attempts that hold a connector, oldest first: one at most, unless a fault lets more. */
  openAt(connector: Connector): Attempt[]
  /** A station has accepted a start: it waits for a plug, or has one. */
  readonly accepted: Signal<Connector>
}

interface Parts {
  clock: Clock
  ground: Ground
  chargelogs: Chargelogs
  faults: Faults
  random: Random
  hesitation: Hesitation
}

/** A station that does not answer is given up after this time, in ms. */
const ANSWER_LIMIT_MS = 30_000
const SLOW_START_MS = 20_000
const LATE_START_MS = 10_000
/** A station that takes a start too late waits for a plug for this time, in ms (OCPP's ConnectionTimeOut). */
const PLUG_LIMIT_MS = 10 * 60_000
const MS_PER_MINUTE = 60_000

export function createAttempts(parts: Parts): Attempts {
  const { clock, ground, chargelogs, faults, random, hesitation } = parts
  const accepted = createSignal<Connector>()
  const attempts = new LatestMap<string, Attempt>(KEPT)
  const requests = new WeakMap<Attempt, StartRequest>()
  /** In the order in which they came; more than one at a connector only where a fault lets it. */
  const open = new Set<Attempt>()
  const beginning = new Set<Attempt>()

  const fail = (attempt: Attempt, status: AttemptStatus, reason: string): void => {
    attempt.status = status
    attempt.isFailure = true
    attempt.failureReason = reason
    open.delete(attempt)
  }

  const timeOut = (attempt: Attempt): void => {
    fail(attempt, 'TIMED_OUT', 'The station did not answer.')
  }

  const openAt = (connector: Connector): Attempt[] =>
    [...open].filter((attempt) => attempt.connector === connector)

  const expire = (attempt: Attempt): void => {
    if (!open.has(attempt) || beginning.has(attempt) || clock.now() < attempt.validUntilMs) return
    fail(attempt, 'EXPIRED', 'Nothing was plugged in until the start expired.')
  }

  const run = (attempt: Attempt, chargelog: Chargelog): void => {
    beginning.delete(attempt)
    if (!attempt.connector.vehicle || attempt.connector.transaction) {
      chargelogs.abandon(chargelog)
      fail(attempt, 'TIMED_OUT', 'The vehicle was unplugged.')
      return
    }
    open.delete(attempt)
    const { connector, transactionId: id, stopMinutes } = attempt
    const transaction = ground.begin(connector, chargelog, { id })
    chargelogs.attach(chargelog, transaction)
    attempt.status = 'STARTED'
    if (stopMinutes === null) return
    clock.setTimer(stopMinutes * MS_PER_MINUTE, () => {
      ground.end(transaction)
    })
  }

  /** The plug is in and the station has allowed it: the transaction begins in a moment. */
  const begin = (attempt: Attempt): void => {
    const request = requests.get(attempt)
    if (!request || beginning.has(attempt)) return
    beginning.add(attempt)
    clock.setTimer(hesitation(1_000, 2_000), () => {
      if (!attempt.connector.vehicle) {
        beginning.delete(attempt)
        expire(attempt)
        return
      }
      const chargelog = chargelogs.create(request)
      attempt.chargelog = chargelog
      attempt.isFailure = false
      attempt.failureReason = null
      attempt.status = 'WAITING_FOR_TRANSACTION'
      clock.setTimer(hesitation(500, 1_500), () => {
        run(attempt, chargelog)
      })
    })
  }

  const accept = (attempt: Attempt): void => {
    attempt.status = 'ACCEPTED'
    clock.setTimer(hesitation(300, 700), () => {
      if (attempt.status !== 'ACCEPTED') return
      attempt.status = 'WAITING_FOR_TRANSACTION'
      if (attempt.connector.vehicle) begin(attempt)
      accepted.emit(attempt.connector)
    })
    clock.setTimer(attempt.validUntilMs - clock.now(), () => {
      expire(attempt)
    })
  }

  const beginAnyway = (attempt: Attempt, afterMs: number): void => {
    clock.setTimer(afterMs, () => {
      const { connector } = attempt
      if (connector.transaction) return
      for (const other of openAt(connector)) fail(other, 'REJECTED', 'The connector is occupied.')
      open.add(attempt)
      if (attempt.connector.vehicle) begin(attempt)
      clock.setTimer(PLUG_LIMIT_MS, () => {
        expire(attempt)
      })
    })
  }

  /** The station never reported that it took the start, and begins when the platform has given up. */
  const beginTooLate = (attempt: Attempt, afterMs: number): void => {
    clock.setTimer(attempt.validUntilMs - clock.now(), () => {
      timeOut(attempt)
      beginAnyway(attempt, afterMs)
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
      beginTooLate(attempt, late.afterMs ?? LATE_START_MS)
    } else if (connector.station.online) {
      const slow = faults.take('slowStart', [operation])
      clock.setTimer(hesitation(500, 2_000) + (slow ? (slow.ms ?? SLOW_START_MS) : 0), () => {
        answer(attempt)
      })
    } else {
      clock.setTimer(Math.min(ANSWER_LIMIT_MS, attempt.validUntilMs - clock.now()), () => {
        timeOut(attempt)
      })
    }
  }

  const sendAtOnce = (attempt: Attempt): void => {
    attempt.lastSentMs = clock.now()
    const late = faults.take('startAfterTimeout', [attempt.operation])
    if (late) {
      timeOut(attempt)
      beginAnyway(attempt, late.afterMs ?? LATE_START_MS)
    } else if (attempt.connector.station.online) answer(attempt)
    else timeOut(attempt)
  }

  const create = (request: StartRequest, next: (attempt: Attempt) => void): Attempt => {
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
      transactionId: ground.reserveId(),
      chargelog: null,
    }
    attempts.set(attempt.id, attempt)
    requests.set(attempt, request)
    const isTaken = openAt(connector).length > 0 && !faults.take('secondAttempt', [operation])
    if (connector.transaction || isTaken) {
      fail(attempt, 'REJECTED', 'The connector is occupied.')
    } else {
      open.add(attempt)
      next(attempt)
    }
    return attempt
  }

  ground.plugged.on((connector) => {
    const ready = openAt(connector).filter(
      ({ status }) => status === 'WAITING_FOR_TRANSACTION' || status === 'TIMED_OUT',
    )
    const isOlder = faults.peek('secondAttempt')?.begins === 'older'
    const attempt = ready.at(isOlder ? 0 : -1)
    if (attempt) begin(attempt)
  })

  return {
    accepted,
    find: (id) => attempts.get(id),
    openAt,
    start: (request) =>
      create(request, (attempt) => {
        clock.setTimer(hesitation(500, 1_000), () => {
          send(attempt)
        })
      }),
    startAtOnce: (request) => create(request, sendAtOnce),
  }
}
