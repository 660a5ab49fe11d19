/** What a run of the fuzzers counted. */
export interface Figures {
  messages: number
  answers: number
  files: number
  /** Everything that was not as it must be, in words. */
  faults: string[]
}

export const noFigures = (): Figures => ({ messages: 0, answers: 0, files: 0, faults: [] })

/** Kept words of faults: one that is found a thousand times is one. */
const MOST_WORDS = 50

/** Writes down what is wrong, once each. */
export function createFaults(): { readonly all: string[]; found(words: string): void } {
  const all: string[] = []
  return {
    all,
    found(words) {
      const short = words.slice(0, 600)
      if (all.length < MOST_WORDS && !all.includes(short)) all.push(short)
    },
  }
}

/** Errors that nobody caught are faults of whatever runs. Returns what ends the watch. */
export function watchUncaught(found: (words: string) => void): () => void {
  const onError = (error: unknown): void => {
    found(`uncaught: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
  process.on('uncaughtException', onError)
  process.on('unhandledRejection', onError)
  return () => {
    process.off('uncaughtException', onError)
    process.off('unhandledRejection', onError)
  }
}

/** Bytes that are in use after everything unused was collected. */
export function heapInUse(): number {
  ;(globalThis as { gc?: () => void }).gc?.()
  return process.memoryUsage().heapUsed
}
