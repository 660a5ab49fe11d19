import type { Clock } from '#common/clock.ts'

const PRESENT_AFTER_INPUT_MS = 60_000

export interface Presence {
  present(): boolean
  touched(): void
  showsSession(shown: boolean): void
}

/** Whether somebody is there: input in the last minute, or a session on screen. */
export function createPresence(clock: Clock): Presence {
  let lastInputMs = -Infinity
  let sessionOnScreen = false
  return {
    present() {
      return sessionOnScreen || clock.now() - lastInputMs < PRESENT_AFTER_INPUT_MS
    },
    touched() {
      lastInputMs = clock.now()
    },
    showsSession(shown) {
      sessionOnScreen = shown
    },
  }
}
