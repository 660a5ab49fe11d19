import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { PlatformError } from './platform.ts'

/** The time during which nobody signs in, after a failure that asking again at once cannot help. */
export interface SignInPause {
  /** Throws the failure that began the pause, while it lasts. */
  assertOver(): void
  /** Twice as long each time, until it is ended. */
  begin(failure: PlatformError): void
  /** The account works, or is another one: the next pause is short again. */
  end(): void
}

const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 600_000

export function createSignInPause({ clock, log }: { clock: Clock; log: Log }): SignInPause {
  let pause: { failure: PlatformError; untilMs: number; lengthMs: number } | null = null

  /** A clock that was set back makes no pause longer than it was meant. */
  const isOn = ({ untilMs, lengthMs }: NonNullable<typeof pause>): boolean => {
    const leftMs = untilMs - clock.now()
    return leftMs > 0 && leftMs <= lengthMs
  }

  return {
    assertOver() {
      if (pause && isOn(pause)) throw pause.failure
    },
    begin(failure) {
      // Once for all that were refused together: what fails during a pause makes it no longer.
      if (pause && isOn(pause)) return
      const lengthMs = Math.min(pause ? pause.lengthMs * 2 : FIRST_PAUSE_MS, LONGEST_PAUSE_MS)
      pause = { failure, untilMs: clock.now() + lengthMs, lengthMs }
      log.warn({ code: failure.failure.code, pauseMs: lengthMs }, 'cannot sign in')
    },
    end() {
      pause = null
    },
  }
}
