/** One spelling for "WAITING_FOR_TRANSACTION", "Waiting for transaction" and the like. */
export const statusWord = (status: string | null | undefined): string =>
  (status ?? '').toLowerCase().replaceAll(/[^a-z]/g, '')

export type SessionStatus = 'waiting' | 'charging' | 'stopped' | 'unknown'

const sessionStatuses: ReadonlyMap<string, SessionStatus> = new Map([
  ['started', 'charging'],
  ['roamingstart', 'charging'],
  ['waitingfortransaction', 'waiting'],
  ['roamingwaitingfortransaction', 'waiting'],
  ...['stopped', 'stop', 'roamingstop', 'roamingstopped', 'completed', 'ended', 'finished'].map(
    (word) => [word, 'stopped'] as const,
  ),
  ...['invoiced', 'closed'].map((word) => [word, 'stopped'] as const),
])

/** What `Chargelog.status` (free text, L3522) means; unknown words are lived with. */
export const sessionStatus = (status: string): SessionStatus =>
  sessionStatuses.get(statusWord(status)) ?? 'unknown'
