import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/log.ts'
import type { GuestStore } from './guest-store.ts'
import type { StartRecord } from './records.ts'
import type { StartBook } from './start-book.ts'

/** Which starts are those of the person who stands here now. */
export interface GuestPresence {
  isTheirs(record: StartRecord): boolean
  /** Whoever stood here has gone. */
  left(): void
}

const LEFT_AT = 'guestLeftAtMs'
/** After a restart, who started so short ago and was not seen to leave still stands here. */
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
  let leftBehind: ReadonlySet<string> = new Set(earlier.map(({ id }) => id))

  return {
    isTheirs: ({ id, left }) => !left && !leftBehind.has(id),
    left() {
      leftBehind = new Set(book.all().map(({ id }) => id))
      try {
        store.setNote(LEFT_AT, String(Math.round(clock.now())))
      } catch (error) {
        log.error({ error: String(error) }, 'that the guest has left is not kept')
      }
    },
  }
}
