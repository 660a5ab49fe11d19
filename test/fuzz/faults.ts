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

/** Bytes that are in use after everything unused was collected. */
export function heapInUse(): number {
  ;(globalThis as { gc?: () => void }).gc?.()
  return process.memoryUsage().heapUsed
}
