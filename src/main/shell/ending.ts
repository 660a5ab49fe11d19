import type { App } from 'electron'
import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
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

/** The ways in which the program ends by its own will. */
export function createEnding(deps: {
  app: Pick<App, 'quit' | 'exit' | 'relaunch' | 'releaseSingleInstanceLock' | 'once'>
  clock: Clock
  log: Log
  relaunches: Pick<Relaunches, 'next'>
  /** Closes what is open, where nobody else came to it. */
  close: () => void
}): Ending {
  const { app, clock, log, relaunches } = deps
  let ending = false
  const quit = (): void => {
    ending = true
    clock.setTimer(END_LIMIT_MS, () => {
      deps.close()
      app.exit(0)
    })
    app.quit()
  }
  const relaunchAfter = (pauseMs: number): void => {
    if (ending) return
    ending = true
    log.warn({ pauseMs }, 'the terminal is relaunched')
    clock.setTimer(pauseMs, () => {
      app.relaunch()
      // The next one must not find the door closed, however long this one takes to go.
      app.once('quit', () => {
        app.releaseSingleInstanceLock()
      })
      quit()
    })
  }
  return {
    quit() {
      if (ending) return
      log.info({}, 'the terminal ends')
      quit()
    },
    relaunch() {
      relaunchAfter(0)
    },
    relaunchInTrouble() {
      relaunchAfter(relaunches.next('window'))
    },
    relaunchAfterError() {
      relaunchAfter(relaunches.next('error'))
    },
  }
}
