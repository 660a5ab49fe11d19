import type { Start } from '#contract/charging.ts'
import type { Screen } from '../screen.ts'

/** Without a touch for this long, a guest screen asks whether somebody is still there. */
const ASK_AFTER_MS = 60_000
/** … but paying on a phone takes both hands, and waiting for the desk some minutes. */
export const PAYING_ASK_AFTER_MS = 300_000

/** How long a screen waits for a touch (ms): longer while a guest pays or waits for the desk. */
export function askAfterMs(shown: Screen, starts: ReadonlyMap<string, Start>): number {
  const isPaying = shown.name === 'starting' && starts.get(shown.startId)?.step === 'paying'
  return isPaying || shown.name === 'approval' ? PAYING_ASK_AFTER_MS : ASK_AFTER_MS
}
