import type { Clock } from '#common/clock.ts'
import type { Faults } from '../faults/faults.ts'
import type { Random } from '../random.ts'
import { createSignal } from '../signal.ts'
import type { Signal } from '../signal.ts'
import type { Connector } from '../state/model.ts'
import { createBeginning } from './attempt-begin.ts'
import { createAttemptBook, type Attempt, type StartRequest } from './attempt-book.ts'
import type { Chargelogs } from './chargelogs.ts'
import type { Hesitation } from './hesitation.ts'
import { createStationAnswer } from './station-answer.ts'
import type { Ground } from './transactions.ts'

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

export function createAttempts(parts: Parts): Attempts {
  const { clock, ground, faults, hesitation } = parts
  const accepted = createSignal<Connector>()
  const book = createAttemptBook(parts)
  const beginning = createBeginning({ ...parts, book })
  const station = createStationAnswer({ clock, faults, hesitation, book, beginning, accepted })

  ground.plugged.on((connector) => {
    const ready = book
      .openAt(connector)
      .filter(({ status }) => status === 'WAITING_FOR_TRANSACTION' || status === 'TIMED_OUT')
    const isOlder = faults.peek('secondAttempt')?.begins === 'older'
    const attempt = ready.at(isOlder ? 0 : -1)
    if (attempt) beginning.begin(attempt)
  })

  return {
    accepted,
    find: book.find,
    openAt: book.openAt,
    start(request) {
      const attempt = book.add(request)
      if (!book.isOpen(attempt)) return attempt
      clock.setTimer(hesitation(500, 1_000), () => {
        station.send(attempt)
      })
      return attempt
    },
    startAtOnce(request) {
      const attempt = book.add(request)
      if (book.isOpen(attempt)) station.sendAtOnce(attempt)
      return attempt
    },
  }
}
