import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { FailedStart } from '#contract/failed-starts.ts'
import type { ErrorCode } from '#contract/errors.ts'

/** Whether the list of failed starts stands over the sessions: Live leads there too. */
export const useFailedStarts = defineStore('failed-starts', () => ({ shown: ref(false) }))

/** What nobody on site can mend: the operator of the station is called. */
const FOR_OPERATOR: ReadonlySet<ErrorCode> = new Set([
  'rejected',
  'connector-not-startable',
  'connector-late',
  'forbidden',
  'unexpected-answer',
])

/** Whether a call to the station's operator helps after this start. */
export const helpsToCall = ({ code, beganAtMs }: FailedStart): boolean =>
  beganAtMs === null && FOR_OPERATOR.has(code)

/** How many failed since `sinceMs`, and whether there may be more than were asked for. */
export function failedSince(
  starts: readonly FailedStart[],
  sinceMs: number,
  asked: number,
): { count: number; more: boolean } {
  const count = starts.filter(({ atMs }) => atMs >= sinceMs).length
  return { count, more: count === asked }
}
