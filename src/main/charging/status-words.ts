import { sessionStatus, statusWord } from '#platform/session-status.ts'

export { sessionStatus, statusWord }

/** Whether a status or reason in free text says no. */
export const saysRejected = (text: string | null | undefined): boolean =>
  /reject|refus|denied|declin/i.test(text ?? '')

/** Whether a status or reason in free text says that time ran out. */
export const saysTimedOut = (text: string | null | undefined): boolean =>
  /time[sd]?[\s_-]*out|expire/i.test(text ?? '')

/** Whether a status in free text says that a payment or a start is off. */
export const saysRefused = (text: string | null | undefined): boolean =>
  /reject|refus|denied|declin|fail|cancel|error|abort/i.test(text ?? '')

/** Whether a status in free text says yes. */
export const saysAccepted = (text: string | null | undefined): boolean =>
  ['accepted', 'success', 'started'].includes(statusWord(text))

/** Whether the status of an attempt says that it has begun: accepted alone is a plug that is awaited. */
export const saysBegun = (text: string | null | undefined): boolean =>
  ['started', 'success'].includes(statusWord(text))

/** Whether a status or reason in free text says that money is held no more. */
export const saysReleased = (text: string | null | undefined): boolean =>
  /releas|void|refund|revers/i.test(text ?? '')

/** Whether a status or reason in free text says that a card may not charge (OCPP's words for it). */
export const saysUnknownCard = (text: string | null | undefined): boolean =>
  /invalid|blocked|unauthori[sz]|unknown[\s_-]*(card|tag|id)/i.test(text ?? '')
