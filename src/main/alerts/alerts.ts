import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { Messages } from '#main/outbox/messages.ts'
import type { Database } from '#main/storage/database.ts'
import type { Conditions } from './alert.ts'
import { putAlertMessages } from './alert-messages.ts'
import { createAlertStore } from './alert-store.ts'
import type { AlertPlace } from './alert-words.ts'

/** Tells people of trouble, and that it is over. */
export interface Alerts {
  /** Somebody tries the ways out. Throws a CommandError `storage`. */
  test(): void
  close(): void
}

const LOOK_EVERY_MS = 15_000

/** Looks every 15 s. A disk that fails is logged; the next look tries again. */
export function createAlerts(deps: {
  database: Database
  messages: Messages
  /** The channels of the outbox that alerts go by. */
  ways: readonly string[]
  clock: Clock
  log: Log
  terminalId: string
  place(): AlertPlace
  conditions(): Conditions
  /** There is something to send. */
  put(): void
}): Alerts {
  const { database, clock, log } = deps
  const store = createAlertStore(database)
  const tell = (): void => {
    const nowMs = Math.round(clock.now())
    if (putAlertMessages({ ...deps, store, place: deps.place(), nowMs })) deps.put()
  }
  let cancel = (): void => undefined
  const look = (): void => {
    cancel = clock.setTimer(LOOK_EVERY_MS, look)
    try {
      store.take(deps.conditions(), Math.round(clock.now()))
      tell()
    } catch (error) {
      log.error({ error: String(error) }, 'alerts cannot be written down')
    }
  }
  cancel = clock.setTimer(LOOK_EVERY_MS, look)
  return {
    test() {
      const atMs = Math.round(clock.now())
      store.note({ state: 'raised', kind: 'test', facts: {}, sinceMs: atMs, atMs })
      tell()
    },
    close() {
      cancel()
    },
  }
}
