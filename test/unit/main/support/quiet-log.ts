import type { Log } from '#main/core/log.ts'

/** A log that keeps its lines, so that a test can look for what must not be in them. */
export function createQuietLog(): Log & { lines: string[] } {
  const lines: string[] = []
  const write = (facts: Record<string, unknown>, message: string): void => {
    lines.push(`${message} ${JSON.stringify(facts)}`)
  }
  return { info: write, warn: write, error: write, lines }
}
