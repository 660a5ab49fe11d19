import { createHmac, timingSafeEqual } from 'node:crypto'

const DIGITS = 4

/**
 * The code that opens a session, by its chargelog's id: four digits, leading zeros kept. Every
 * terminal with the site's key comes to the same one, so nothing of it is stored. Four, because a
 * guest carries it in the head to the room and back. 10 000 codes suffice only with the slow-down
 * (secrets/code-guard.ts), which leaves at most 300 tries a day: whoever stands there all day has a chance
 * of 3 in 100 at one session, and may then stop it and read its receipt.
 */
export function stopCode(key: string, chargelogId: string): string {
  const digest = createHmac('sha256', key).update(chargelogId).digest()
  return String(digest.readUInt32BE(0) % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** Whether the told code is the right one, in a time that tells nothing of it. */
export function isStopCode(key: string, chargelogId: string, told: string): boolean {
  // Hashed, both are of one length, whatever was told.
  const mark = (text: string): Buffer => createHmac('sha256', key).update(text).digest()
  return timingSafeEqual(mark(told), mark(stopCode(key, chargelogId)))
}
