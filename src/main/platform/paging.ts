import { hasMore, type Page } from '#platform/paging.ts'
import type { Answer } from './platform.ts'

export { hasMore, type Page }

const MOST_PAGES = 200

/**
 * All entries of a paged list, `from` the one at that place on: pages are followed until one is short.
 */
export async function allPages<T>(
  limit: number,
  ask: (pagination: { limit: number; offset: number }) => Promise<Answer<Page<T> | null>>,
  from = 0,
): Promise<T[]> {
  const entries: T[] = []
  let offset = from
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { data: page } = await ask({ limit, offset })
    const part = page?.data ?? []
    for (const entry of part) if (entry !== null) entries.push(entry)
    offset += part.length
    if (page === null || !hasMore(page, part.length, offset, limit)) break
  }
  return entries
}
