import type { Clock } from '#common/clock.ts'
import type { Faults } from '../faults/faults.ts'
import type { Signal } from '../signal.ts'
import type { Connector } from '../state/model.ts'
import { obstacleTo } from '../state/status.ts'
import type { Beginning } from './attempt-begin.ts'
import type { Attempt, AttemptBook } from './attempt-book.ts'
import type { Hesitation } from './hesitation.ts'

/** How a remote start goes to its station, and what that answers. */
export interface StationAnswer {
  send(attempt: Attempt): void
  /** The station has answered when it returns. */
  sendAtOnce(attempt: Attempt): void
}

interface Parts {
  clock: Clock
  faults: Faults
  hesitation: Hesitation
  book: AttemptBook
  beginning: Beginning
  accepted: Signal<Connector>
}

/** A station that does not answer is given up after this time, in ms. */
const ANSWER_LIMIT_MS = 30_000
const SLOW_START_MS = 20_000
const LATE_START_MS = 10_000
/** A station that takes a start too late waits for a plug for this time, in ms (OCPP's ConnectionTimeOut). */
const PLUG_LIMIT_MS = 10 * 60_000

export function createStationAnswer(parts: Parts): StationAnswer {
  const { clock, faults, hesitation, book, beginning, accepted } = parts
  const lateStart = createLateStart(parts)

  const accept = (attempt: Attempt): void => {
    attempt.status = 'ACCEPTED'
    clock.setTimer(hesitation(300, 700), () => {
      if (attempt.status !== 'ACCEPTED') return
      attempt.status = 'WAITING_FOR_TRANSACTION'
      if (attempt.connector.vehicle) beginning.begin(attempt)
      accepted.emit(attempt.connector)
    })
    clock.setTimer(attempt.validUntilMs - clock.now(), () => {
      beginning.expire(attempt)
    })
  }

  const answer = (attempt: Attempt): void => {
    const { connector, operation } = attempt
    const rejection = faults.take('rejectStart', [operation])
    const obstacle = obstacleTo(connector, clock.now())
    if (rejection) book.fail(attempt, 'REJECTED', rejection.reason ?? 'Rejected by the station.')
    else if (obstacle) book.fail(attempt, 'REJECTED', obstacle)
    else if (clock.now() >= attempt.validUntilMs)
      book.fail(attempt, 'EXPIRED', 'The start has expired.')
    else accept(attempt)
  }

  const send = (attempt: Attempt): void => {
    const { connector, operation } = attempt
    attempt.status = 'SENT'
    attempt.lastSentMs = clock.now()
    const late = faults.take('startAfterTimeout', [operation])
    if (late) {
      lateStart.afterItsTime(attempt, late.afterMs ?? LATE_START_MS)
    } else if (connector.station.online) {
      const slow = faults.take('slowStart', [operation])
      clock.setTimer(hesitation(500, 2_000) + (slow ? (slow.ms ?? SLOW_START_MS) : 0), () => {
        answer(attempt)
      })
    } else {
      clock.setTimer(Math.min(ANSWER_LIMIT_MS, attempt.validUntilMs - clock.now()), () => {
        book.timeOut(attempt)
      })
    }
  }

  const sendAtOnce = (attempt: Attempt): void => {
    attempt.lastSentMs = clock.now()
    const late = faults.take('startAfterTimeout', [attempt.operation])
    if (late) {
      book.timeOut(attempt)
      lateStart.after(attempt, late.afterMs ?? LATE_START_MS)
    } else if (attempt.connector.station.online) answer(attempt)
    else book.timeOut(attempt)
  }

  return { send, sendAtOnce }
}

/** A station that begins a start which the platform has given up. */
function createLateStart({ clock, book, beginning }: Pick<Parts, 'clock' | 'book' | 'beginning'>) {
  const after = (attempt: Attempt, afterMs: number): void => {
    clock.setTimer(afterMs, () => {
      if (attempt.connector.transaction) return
      book.reopen(attempt)
      if (attempt.connector.vehicle) beginning.begin(attempt)
      clock.setTimer(PLUG_LIMIT_MS, () => {
        beginning.expire(attempt)
      })
    })
  }
  return {
    after,
    /** The station never reported that it took the start: the platform waits until its time is over. */
    afterItsTime(attempt: Attempt, afterMs: number): void {
      clock.setTimer(attempt.validUntilMs - clock.now(), () => {
        book.timeOut(attempt)
        after(attempt, afterMs)
      })
    },
  }
}
