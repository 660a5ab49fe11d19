import { sessionStatus, statusWord } from '#platform/session-status.ts'

export { sessionStatus, statusWord }

/** Free text of the platform. */
type Text = string | null | undefined

const says =
  (words: RegExp) =>
  (text: Text): boolean =>
    // Stryker disable next-line StringLiteral: any text without these words does
    words.test(text ?? '')

/** Whether a status or reason in free text says no. */
export const saysRejected = says(/reject|refus|denied|declin/i)

/** Whether a status or reason in free text says that time ran out. */
export const saysTimedOut = says(/time[sd]?[\s_-]*out|expire/i)

/** Whether a status in free text says that a payment or a start is off. */
export const saysRefused = says(/reject|refus|denied|declin|fail|cancel|error|abort/i)

/** Whether a status in free text says yes. */
export const saysAccepted = (text: Text): boolean =>
  ['accepted', 'success', 'started'].includes(statusWord(text))

/** Whether the status of an attempt says that it has begun: accepted alone is a plug that is awaited. */
export const saysBegun = (text: Text): boolean => ['started', 'success'].includes(statusWord(text))

/** Whether a status or reason in free text says that money is held no more. */
export const saysReleased = says(/releas|void|refund|revers/i)

/** Whether a status or reason in free text says that a card may not charge (OCPP's words for it). */
export const saysUnknownCard = says(/invalid|blocked|unauthori[sz]|unknown[\s_-]*(card|tag|id)/i)
