import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/log.ts'
import type { GuestStore } from './guest-store.ts'
import type { StartRecord } from './records.ts'
import type { StartBook } from './start-book.ts'
import { isOpenStep } from './start-steps.ts'

/** Which starts are those of the person who stands here now. */
export interface GuestPresence {
  isTheirs(record: StartRecord): boolean
  /**
   * Whoever stood here has gone. A start that has no code to show yet stays theirs for five minutes:
   * they went to plug in, and come back for the code.
   */
  left(): void
}

const LEFT_AT = 'guestLeftAtMs'
/** Who started so short ago is still here: after a restart, or on the way from the car. */
const STILL_THERE_MS = 5 * 60_000

export function createGuestPresence(deps: {
  book: StartBook
  store: GuestStore
  clock: Clock
  log: Log
}): GuestPresence {
  const { book, store, clock, log } = deps
  const goneMs = Math.max(Number(store.note(LEFT_AT) ?? 0), clock.now() - STILL_THERE_MS)
  const earlier = book.all().filter(({ createdAtMs }) => createdAtMs <= goneMs)
  let leftBehind = idsOf(earlier)
  let atCar: ReadonlySet<string> = new Set()

  return {
    isTheirs: ({ id, left, startedBy, createdAtMs }) =>
      startedBy === 'guest' &&
      !left &&
      !leftBehind.has(id) &&
      (!atCar.has(id) || clock.now() - createdAtMs < STILL_THERE_MS),
    left() {
      atCar = idsOf(book.all().filter(hasNoCodeYet))
      leftBehind = idsOf(book.all().filter(({ id }) => !atCar.has(id)))
      try {
        store.setNote(LEFT_AT, String(Math.round(clock.now())))
      } catch (error) {
        log.error({ error: String(error) }, 'that the guest has left is not kept')
      }
    },
  }
}

const idsOf = (records: readonly StartRecord[]): ReadonlySet<string> =>
  new Set(records.map(({ id }) => id))

const hasNoCodeYet = ({ step, chargelogId, cancelled }: StartRecord): boolean =>
  isOpenStep(step) && chargelogId === null && !cancelled
