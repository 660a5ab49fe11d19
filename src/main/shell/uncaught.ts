import type { FileLog } from '#main/core/log.ts'
import { EXIT } from './exit-codes.ts'

interface Hands {
  log: Pick<FileLog, 'fatal' | 'error'>
  /** Ends the program, and has it begin again. */
  end: () => void
}

/** What becomes of errors that nobody caught. */
export interface Uncaught {
  /** Before all else: nothing of it becomes a dialog on the guests' screen, as Electron would have it. */
  watch(): void
  /** From now on they are written there, and one that leaves the program in an unknown state ends it so. */
  handTo(hands: Hands): void
  /** Since the program was started. */
  counts(): { uncaught: number; unhandledRejections: number }
  /** Writes down what has ended the program. */
  tell(error: unknown, message: string): void
}

export function createUncaught(process: NodeJS.Process): Uncaught {
  let hands: Hands | null = null
  let isEnding = false
  const counts = { uncaught: 0, unhandledRejections: 0 }

  const tell = (error: unknown, message: string): void => {
    if (hands) hands.log.fatal({ error: stackOf(error) }, message)
    else process.stderr.write(`${message}: ${stackOf(error)}\n`)
  }
  const end = (): void => {
    if (isEnding) return
    isEnding = true
    try {
      if (hands === null) throw new Error('There is nothing to end in order yet')
      hands.end()
    } catch {
      process.exit(EXIT.uncaught)
    }
  }
  return {
    watch() {
      // A reader of the console that has gone is no reason to end: the log has everything.
      for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
      process.on('uncaughtException', (error) => {
        counts.uncaught += 1
        tell(error, 'an error was not caught')
        end()
      })
      process.on('unhandledRejection', (reason) => {
        counts.unhandledRejections += 1
        const message = 'a promise was rejected and nobody heard of it'
        if (hands) hands.log.error({ error: stackOf(reason) }, message)
        else tell(reason, message)
      })
    },
    handTo(given) {
      hands = given
    },
    counts: () => ({ ...counts }),
    tell,
  }
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? String(error)) : String(error)

/** Of this process. */
export const uncaught = createUncaught(process)
