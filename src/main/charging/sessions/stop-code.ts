import { createHmac, timingSafeEqual } from 'node:crypto'

const DIGITS = 4

/**
 * The code that opens a session, by its chargelog's id: four digits, leading zeros kept. Every
 * terminal with the site's key comes to the same one, so nothing of it is stored. Four, because a
 * guest carries it in the head to the room and back. 10 000 codes suffice only with the slow-down
 * (secrets/code-guard.ts), 6 tries at one session and 20 at a terminal, each with four more an hour:
 * a person who tries all day has 102 at one session and 116 in all, a chance of 1 in 100 or so (of 2 where
 * its start's code opens it, too), and may then stop it and read its receipt. Terminals do not know of each
 * other's tries: at ten terminals of one site there are ten times as many (11 in 100).
 */
export function stopCode(key: string, chargelogId: string): string {
  const digest = createHmac('sha256', key).update(chargelogId).digest()
  return String(digest.readUInt32BE(0) % 10 ** DIGITS).padStart(DIGITS, '0')
}

/**
 * The code of a start, by its id, before there is a session: as a session's. A start is known to the
 * terminal that made it, so only there its code opens what the start began.
 */
export const startCode = (key: string, startId: string): string =>
  stopCode(key, `start\n${startId}`)

/** Whether the given code is the session's, compared in constant time. */
export const isStopCode = (key: string, chargelogId: string, given: string): boolean =>
  isSame(key, given, stopCode(key, chargelogId))

/** As `isStopCode`, for a start. */
export const isStartCode = (key: string, startId: string, given: string): boolean =>
  isSame(key, given, startCode(key, startId))

function isSame(key: string, given: string, right: string): boolean {
  // Hashed, both have one length, whatever was typed.
  const mark = (text: string): Buffer => createHmac('sha256', key).update(text).digest()
  return timingSafeEqual(mark(given), mark(right))
}
