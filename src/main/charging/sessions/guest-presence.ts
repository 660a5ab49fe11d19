import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { GuestStore } from '#main/charging/ledger/guest-store.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'

/** Which starts were made by the person who stands here now. */
export interface GuestPresence {
  isTheirs(record: StartRecord): boolean
  /** The guest has gone: what was started until now needs its proof. */
  left(): void
}

const LEFT_AT = 'guestLeftAtMs'
/** A crash must not lock out who stands before the screen: who started so short ago is still here. */
const STILL_THERE_MS = 5 * 60_000

export function createGuestPresence(deps: {
  startStore: StartStore
  store: GuestStore
  clock: Clock
  log: Log
}): GuestPresence {
  const { startStore, store, clock, log } = deps
  const goneMs = Math.max(Number(store.note(LEFT_AT) ?? 0), clock.now() - STILL_THERE_MS)
  let leftBehind = idsOf(startStore.all().filter(({ createdAtMs }) => createdAtMs <= goneMs))

  return {
    isTheirs: ({ id, left, startedBy }) => startedBy === 'guest' && !left && !leftBehind.has(id),
    left() {
      leftBehind = idsOf(startStore.all())
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
