/** What was seen and what was not, a line each. */
export interface Checks {
  /** Runs one check; what it throws is its failure, and the others go on. */
  see(name: string, check: () => Promise<void>): Promise<void>
  readonly passed: number
  readonly failed: number
}

export function createChecks(): Checks {
  let passed = 0
  let failed = 0
  return {
    async see(name, check) {
      const beganMs = performance.now()
      const took = (): string => `${((performance.now() - beganMs) / 1000).toFixed(1)} s`
      try {
        await check()
        passed += 1
        console.log(`pass  ${name} (${took()})`)
      } catch (error) {
        failed += 1
        console.log(
          `FAIL  ${name} (${took()})\n      ${String(error).replaceAll('\n', '\n      ')}`,
        )
      }
    },
    get passed() {
      return passed
    },
    get failed() {
      return failed
    },
  }
}

/** @throws {Error} where they differ */
export function same(found: string, wanted: string): void {
  if (found !== wanted) throw new Error(`found:\n${found}\nwanted:\n${wanted}`)
}

/** @throws {Error} where the text does not hold it */
export function holds(text: string, wanted: string | RegExp): void {
  const found = typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
  if (!found) throw new Error(`${String(wanted)} is not in:\n${text}`)
}
