import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, describeCounts, withExit } from '#tools/test/counts.ts'

describe('the closing count', () => {
  it('is one plain line', () => {
    expect(describeCounts({ passed: 12, failed: 1, skipped: 0 })).toBe(
      '12 passed, 1 failed, 0 skipped',
    )
  })

  it('counts a test file that cannot be loaded as a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
      ],
    }
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 })
  })

  it('counts a flaky end-to-end test and an error outside of tests as failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 })
  })

  it('does not believe a clean report of a runner that ended badly', () => {
    const counts = { passed: 5, failed: 0, skipped: 0 }
    expect(withExit(counts, 1).failed).toBe(1)
    expect(withExit(counts, 0).failed).toBe(0)
  })
})
