import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { FailedStart } from '#contract/failed-starts.ts'
import type { ErrorCode } from '#contract/errors.ts'

/** Whether the list of failed starts stands over the sessions: Live leads there too. */
export const useFailedStarts = defineStore('failed-starts', () => ({ shown: ref(false) }))

/** What helps after a start that began no charge; each is a message `failed.advice.<name>`. */
export type Advice = 'car' | 'lock' | 'taken' | 'card' | 'station' | 'late'

/** A station's own words (also OCPP's: ConnectorLockFailure, EVCommunicationError, ConcurrentTx); the first counts. */
const SAID: readonly (readonly [RegExp, Advice])[] = [
  [/(?<!b)lock(?!ed by)|\bjam|verriegel|verrou/i, 'lock'],
  [/\bev\b|evcomm|not ?ready|vehicle|\bcars?\b|cable|plug|fahrzeug|kabel/i, 'car'],
  [/occupied|in use|busy|taken|reserv|belegt/i, 'taken'],
  [/concurrent|block|expired|invalid|author|tag\b|token|karte/i, 'card'],
  [/fault|fail|error|ground|voltage|current|temperature|emergency|offline|available/i, 'station'],
]

/** By what the station said; null where it said nothing that is known here. */
export const adviceFor = (reason: string | null): Advice | null =>
  reason === null ? null : (SAID.find(([words]) => words.test(reason))?.[1] ?? null)

/** What staff can do: by what the station said, else by how it ended; null: the code's own words say it. */
export const adviceOf = ({ reason, end }: Pick<FailedStart, 'reason' | 'end'>): Advice | null =>
  adviceFor(reason) ?? (end === 'timed-out' ? 'late' : null)

/** What nobody on site can mend: the operator of the station is called. */
const FOR_OPERATOR: ReadonlySet<ErrorCode> = new Set([
  'rejected',
  'connector-not-startable',
  'connector-late',
  'forbidden',
  'unexpected-answer',
])
/** What a call to the operator does not change. */
const OTHERWISE: ReadonlySet<Advice | null> = new Set(['taken', 'card'])

/** Whether a call to the station's operator helps after this start. */
export const helpsToCall = (
  start: Pick<FailedStart, 'code' | 'end' | 'reason' | 'beganAtMs'>,
): boolean =>
  start.beganAtMs === null &&
  (FOR_OPERATOR.has(start.code) || start.end === 'timed-out') &&
  !OTHERWISE.has(adviceOf(start))

/** How many failed since `sinceMs`, and whether there may be more than were asked for. */
export function failedSince(
  starts: readonly FailedStart[],
  sinceMs: number,
  asked: number,
): { count: number; more: boolean } {
  const count = starts.filter(({ atMs }) => atMs >= sinceMs).length
  return { count, more: count === asked }
}
