import { shallowRef, type Ref } from 'vue'
import type { Failure } from '#contract/errors.ts'
import {
  SessionHistoryDocument,
  type HistoryPartsFragment,
} from '#platform/generated/ask/graphql.ts'
import { hasMore } from '#platform/paging.ts'
import { historyVariables } from '#platform/session-history.ts'
import { askPlatform } from '../../ask/ask-platform.ts'
import { notDelivered } from '../../ask/failure.ts'
import { failureOf } from '../../bridge.ts'
import { useNow } from '../../live/now.ts'
import { useTerminal } from '../../live/terminal.ts'
import { sessionRow, type SessionRow } from '../sessions/session-row.ts'
import { dayBeganMs, newestEnded } from './day-figures.ts'

const LIMIT = 100
const MOST_PAGES = 10
/** A stay overnight, and a day more: time frames go by the beginning. */
const LONGEST_MS = 2 * 24 * 60 * 60_000

/** The newest session of the account that ended at a connector today (`chargelogsPaged`, L524). */
export function useDayReceipt(connectorId: string): {
  /** Undefined while it is looked for, null where there is none. */
  row: Readonly<Ref<SessionRow | null | undefined>>
  failure: Readonly<Ref<Failure | null>>
  look(): Promise<void>
} {
  const now = useNow()
  const { info } = useTerminal()
  const row = shallowRef<SessionRow | null | undefined>()
  const failure = shallowRef<Failure | null>(null)

  async function find(sinceMs: number): Promise<HistoryPartsFragment | null> {
    const frame = {
      status: 'ended',
      fromMs: sinceMs - LONGEST_MS,
      untilMs: null,
      text: '',
    } as const
    const logs: HistoryPartsFragment[] = []
    let offset = 0
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const variables = { ...historyVariables(frame), pagination: { limit: LIMIT, offset } }
      // The next page is asked for where the last one ended.
      const { chargelogsPaged: page } = await askPlatform(SessionHistoryDocument, variables, {
        nulls: 'taken',
      })
      if (!page?.data) throw notDelivered('unexpected-answer')
      offset += page.data.length
      logs.push(...page.data.filter((log) => log !== null))
      if (!hasMore(page, page.data.length, offset, LIMIT)) break
    }
    return newestEnded(logs, connectorId, sinceMs)
  }
  async function look(): Promise<void> {
    row.value = undefined
    failure.value = null
    try {
      const log = await find(dayBeganMs(now.read(), info.timeZone))
      row.value = log && sessionRow(log, undefined)
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }
  void look()
  return { row, failure, look }
}
