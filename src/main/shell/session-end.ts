import type { Clock } from '#common/clock.ts'

/** A person who cancels the end of Windows' session is not told of; after this time the guard is back. */
const PERHAPS_MS = 30_000

/** Whether the program is about to end: only then a kiosk's window may close. */
export interface SessionEnd {
  isEnding(): boolean
  /** Windows asks whether it may end the session: somebody may still say no. */
  mayEnd: () => void
  /** It ends: by Windows, or by the program itself. */
  ends: () => void
}

export function createSessionEnd(clock: Clock): SessionEnd {
  let state: 'no' | 'perhaps' | 'surely' = 'no'
  let cancel = (): void => undefined
  return {
    isEnding: () => state !== 'no',
    mayEnd() {
      if (state === 'surely') return
      cancel()
      state = 'perhaps'
      cancel = clock.setTimer(PERHAPS_MS, () => {
        state = 'no'
      })
    },
    ends() {
      cancel()
      state = 'surely'
    },
  }
}
