import type { Clock } from '#common/clock.ts'

const PRESENT_AFTER_INPUT_MS = 60_000

/** Whether somebody is there: input in the last minute, or a session on screen. */
export function createPresence(clock: Clock) {
  let lastInputMs = -Infinity
  let sessionOnScreen = false
  return {
    present(): boolean {
      return sessionOnScreen || clock.now() - lastInputMs < PRESENT_AFTER_INPUT_MS
    },
    touched(): void {
      lastInputMs = clock.now()
    },
    showsSession(shown: boolean): void {
      sessionOnScreen = shown
    },
  }
}
