import type { Start } from '#contract/charging.ts'
import type { GuestLimit } from '../live/time-limits.ts'
import type { Screen } from '../screen.ts'

/** Which time a screen has: longer while a guest pays, waits for the desk, or has codes to scan. */
export function limitOf(shown: Screen, starts: ReadonlyMap<string, Start>): GuestLimit {
  if (shown.name === 'board' || shown.name === 'summary') return shown.name
  const isPaying = shown.name === 'starting' && starts.get(shown.startId)?.step === 'paying'
  return isPaying || shown.name === 'approval' ? 'paying' : 'screen'
}
