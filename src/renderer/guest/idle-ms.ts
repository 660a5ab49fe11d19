import type { Start } from '#contract/charging.ts'

/** Without a touch for this long, a guest screen asks whether somebody is still there. */
const ASK_AFTER_MS = 60_000
/** … but paying on a phone takes both hands and some minutes. */
export const PAYING_ASK_AFTER_MS = 300_000

/** How long the screen of a start waits for a touch (ms): longer while its code to pay is shown. */
export function askAfterMs(start: Start | undefined): number {
  return start?.step === 'paying' ? PAYING_ASK_AFTER_MS : ASK_AFTER_MS
}
