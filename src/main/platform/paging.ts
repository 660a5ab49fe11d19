import { eachOnce } from '#common/each-once.ts'
import { hasMore, mayLack, type Page } from '#platform/paging.ts'
import type { Answer } from './platform.ts'

export { hasMore, mayLack, type Page }

const MOST_PAGES = 200

/**
 * All entries of a paged list, `from` the one at that place on, each once: pages are followed to the list's
 * end, or until one tells nothing new. `known`: the entries before them. `onLack` hears of a list that may
 * be incomplete.
 */
export async function allPages<T>(
  limit: number,
  ask: (pagination: { limit: number; offset: number }) => Promise<Answer<Page<T> | null>>,
  {
    from = 0,
    known = [],
    onLack,
  }: { from?: number; known?: readonly T[]; onLack?: (() => void) | undefined } = {},
): Promise<T[]> {
  const entries: T[] = []
  const seen = new Set(known.map(keyOf))
  let offset = from
  let empty = 0
  let isWhole = false
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { data: page } = await ask({ limit, offset })
    const part = page?.data ?? []
    const filled = part.filter((entry) => entry !== null)
    const fresh = eachOnce(filled, keyOf, seen)
    entries.push(...fresh)
    if (filled.length > 0 && fresh.length === 0) break
    empty += part.length - filled.length
    offset += part.length
    if (page === null || !hasMore(page, part.length, offset, limit)) {
      isWhole = page !== null && !mayLack(page, seen.size + empty)
      break
    }
  }
  if (!isWhole) onLack?.()
  return entries
}

/** What tells an entry from the others: its id, where it has one. */
const keyOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : entry
