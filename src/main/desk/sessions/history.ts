import { eachOnce } from '#common/each-once.ts'
import type { SessionFilter } from '#contract/desk-sessions.ts'
import { platformError } from '#main/platform/failures.ts'
import type { Platform } from '#main/platform/platform.ts'
import { answerFor } from '#main/site/readings.ts'
import {
  HistoryPageDocument,
  HistorySessionDocument,
  type HistoryPageQuery,
  type HistorySessionQuery,
} from '#platform/generated/main/graphql.ts'
import { hasMore, mayLack } from '#platform/paging.ts'
import { historyVariables } from '#platform/session-history.ts'

export type HistoryLog = NonNullable<
  NonNullable<NonNullable<HistoryPageQuery['chargelogsPaged']>['data']>[number]
>
export type HistorySession = NonNullable<HistorySessionQuery['chargelog']>

export interface HistoryPart {
  readonly logs: readonly HistoryLog[]
  /** Entries that the platform counts but could not deliver. */
  readonly missing: number
  /** How many there are in all; null when the platform does not say. */
  readonly total: number | null
  /** The list has ended, and there may be more than was delivered. */
  readonly mayLack: boolean
}

const LIMIT = 100
/** Somebody waits for a long list: rather once more than from the beginning. */
const TRIES = 5

/**
 * The account's sessions (`chargelogsPaged`, L524), page by page, to the list's end or to a page that tells
 * nothing new. A session that begins meanwhile moves the others on: each comes once. Throws a PlatformError
 * where a page is not delivered: a list never ends early without a word.
 */
export async function* historyPages(
  platform: Platform,
  filter: SessionFilter,
  signal: AbortSignal,
): AsyncGenerator<HistoryPart> {
  let offset = 0
  let count = 0
  const seen = new Set<unknown>()
  for (;;) {
    const variables = { ...historyVariables(filter), pagination: { limit: LIMIT, offset } }
    const { data } = await platform.execute(HistoryPageDocument, variables, {
      signal,
      tries: TRIES,
    })
    const page = data.chargelogsPaged
    if (!page?.data) throw platformError('unexpected-answer', 'a page without sessions', 'unknown')
    const delivered = page.data.filter((log) => log !== null)
    const logs = eachOnce(delivered, ({ id }) => id, seen)
    const missing = page.data.length - delivered.length
    count += logs.length + missing
    offset += page.data.length
    const isStuck = delivered.length > 0 && logs.length === 0
    const isLast = isStuck || !hasMore(page, page.data.length, offset, LIMIT)
    const total = page.pagination?.totalCount ?? null
    yield { logs, missing, total, mayLack: isStuck || (isLast && mayLack(page, count)) }
    if (isLast) return
  }
}

/** One session with its connector (`chargelog`, L389); null when the platform does not know it. */
export async function historySession(
  platform: Platform,
  id: string,
): Promise<HistorySession | null> {
  const { data } = await platform.execute(HistorySessionDocument, { id })
  return answerFor(id, data.chargelog)
}
