import type { Answer } from './platform.ts'

/** A part of a list as every `…Paged` query delivers it (reference: Pagination, L5652). */
export interface Page<T> {
  data: readonly (T | null)[] | null
  pagination: {
    limit: number | null
    offset: number | null
    totalCount: number | null
    isLastPage: boolean | null
  } | null
}

const MOST_PAGES = 200

/**
 * All entries of a paged list, `from` the one at that place on. The platform's caps are not documented: pages are followed until
 * one is short of the limit that the platform says it used.
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

/** Whether entries are left after a page of `length` entries that ends at `end`. */
export function hasMore(page: Page<unknown>, length: number, end: number, limit: number): boolean {
  if (length === 0) return false
  const told = page.pagination
  if (told?.totalCount != null) return end < told.totalCount
  if (told?.isLastPage != null) return !told.isLastPage
  return length >= Math.min(limit, told?.limit ?? limit)
}
