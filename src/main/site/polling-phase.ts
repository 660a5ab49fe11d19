import { createHash } from 'node:crypto'

/**
 * A terminal's place in time among all terminals of a platform (ms), from a hash of its id: whatever
 * happens to all of them at once, their requests stay spread, and nobody has to tell them how.
 */
export function pollingPhaseMs(terminalId: string): number {
  return createHash('sha256').update(terminalId).digest().readUInt32BE(0)
}
