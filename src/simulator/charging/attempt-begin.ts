import type { Clock } from '#common/clock.ts'
import type { Chargelog } from '../state/model.ts'
import type { Attempt, AttemptBook } from './attempt-book.ts'
import type { Chargelogs } from './chargelogs.ts'
import type { Hesitation } from './hesitation.ts'
import type { Ground } from './transactions.ts'

/** What happens at the station once it has taken a start. */
export interface Beginning {
  /** The plug is in and the station has allowed it: the transaction begins in a moment. */
  begin(attempt: Attempt): void
  /** Its time is over: it ends, unless it begins already. */
  expire(attempt: Attempt): void
}

interface Parts {
  clock: Clock
  ground: Ground
  chargelogs: Chargelogs
  hesitation: Hesitation
  book: AttemptBook
}

const MS_PER_MINUTE = 60_000

export function createBeginning({ clock, ground, chargelogs, hesitation, book }: Parts): Beginning {
  const beginning = new Set<Attempt>()

  const expire = (attempt: Attempt): void => {
    const isDue = clock.now() >= attempt.validUntilMs
    if (!book.isOpen(attempt) || beginning.has(attempt) || !isDue) return
    book.fail(attempt, 'EXPIRED', 'Nothing was plugged in until the start expired.')
  }

  const run = (attempt: Attempt, chargelog: Chargelog): void => {
    beginning.delete(attempt)
    if (!attempt.connector.vehicle || attempt.connector.transaction) {
      chargelogs.abandon(chargelog)
      book.fail(attempt, 'TIMED_OUT', 'The vehicle was unplugged.')
      return
    }
    book.close(attempt)
    const { connector, transactionId: id, stopMinutes } = attempt
    const transaction = ground.begin(connector, chargelog, { id })
    chargelogs.attach(chargelog, transaction)
    attempt.status = 'STARTED'
    if (stopMinutes === null) return
    clock.setTimer(stopMinutes * MS_PER_MINUTE, () => {
      ground.end(transaction)
    })
  }

  return {
    expire,
    begin(attempt) {
      const request = book.requestOf(attempt)
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
    },
  }
}
