import type { Session } from '#contract/charging.ts'

/** One spelling for "WAITING_FOR_TRANSACTION", "Waiting for transaction" and the like. */
export const statusWord = (status: string | null | undefined): string =>
  (status ?? '').toLowerCase().replaceAll(/[^a-z]/g, '')

const sessionStatuses: ReadonlyMap<string, Session['status']> = new Map([
  ['started', 'charging'],
  ['roamingstart', 'charging'],
  ['waitingfortransaction', 'waiting'],
  ['roamingwaitingfortransaction', 'waiting'],
  ['stopped', 'stopped'],
])

/** What `Chargelog.status` (free text, L3522) means; unknown words are lived with. */
export const sessionStatus = (status: string): Session['status'] =>
  sessionStatuses.get(statusWord(status)) ?? 'unknown'

/** Whether a status or reason in free text says no. */
export const saysRejected = (text: string | null | undefined): boolean =>
  /reject|refus|denied|declin/i.test(text ?? '')

/** Whether a status or reason in free text says that time ran out. */
export const saysTimedOut = (text: string | null | undefined): boolean =>
  /time[sd]?[\s_-]*out|expire/i.test(text ?? '')
