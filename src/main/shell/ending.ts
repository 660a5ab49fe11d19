import type { App } from 'electron'
import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { EXIT } from './exit-codes.ts'
import type { Relaunches } from './relaunches.ts'

/** What does not end by itself within this time is ended. */
const END_LIMIT_MS = 3_000

export interface Ending {
  quit(): void
  /** Ends everything in order, hands the lock over and restarts. */
  relaunch(): void
  /** The same because no new window helps: it waits ever longer before the next time. */
  relaunchInTrouble(): void
  /** The same because of an error that nobody caught. */
  relaunchAfterError(): void
}

interface EndingDeps {
  app: Pick<App, 'quit' | 'exit' | 'relaunch' | 'releaseSingleInstanceLock' | 'once'>
  /**
   * Somebody else starts it again, by its exit code: a copy that it started itself would have no
   * compositor, be killed with its unit, or be a second one.
   */
  supervised: boolean
  clock: Clock
  log: Log
  relaunches: Pick<Relaunches, 'next'>
  /** Closes what is open, where nobody else came to it. */
  close: () => void
}

/** The ways in which the program ends by its own will. */
export function createEnding(deps: EndingDeps): Ending {
  const { app, clock, log, relaunches, supervised } = deps
  let state: 'running' | 'pausing' | 'ending' = 'running'
  let cancelPause = (): void => undefined
  const exit = (exitCode: number): void => {
    deps.close()
    app.exit(exitCode)
  }
  const quit = (): void => {
    cancelPause()
    state = 'ending'
    clock.setTimer(END_LIMIT_MS, () => {
      exit(EXIT.closed)
    })
    app.quit()
  }
  const again = (exitCode: number): void => {
    state = 'ending'
    if (supervised) {
      exit(exitCode)
      return
    }
    app.relaunch()
    // The next one must not find the door closed, however long this one takes to go.
    app.once('quit', () => {
      app.releaseSingleInstanceLock()
    })
    quit()
  }
  const relaunchAfter = (pauseMs: number, exitCode: number = EXIT.again): void => {
    cancelPause()
    state = 'pausing'
    log.warn({ pauseMs, exitCode: supervised ? exitCode : null }, 'the terminal is relaunched')
    cancelPause = clock.setTimer(pauseMs, () => {
      again(exitCode)
    })
  }
  return {
    quit() {
      if (state === 'ending') return
      log.info({}, 'the terminal ends')
      quit()
    },
    relaunch() {
      if (state !== 'ending') relaunchAfter(0)
    },
    relaunchInTrouble() {
      if (state === 'running') relaunchAfter(relaunches.next('window'))
    },
    relaunchAfterError() {
      if (state === 'running') relaunchAfter(relaunches.next('error'), EXIT.uncaught)
    },
  }
}
