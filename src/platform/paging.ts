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

/**
 * Whether entries are left after a page of `length` entries that ends at `end`. The platform's caps
 * are not documented: a page counts as short by the limit that the platform says it used.
 */
export function hasMore(page: Page<unknown>, length: number, end: number, limit: number): boolean {
  if (length === 0) return false
  const told = page.pagination
  if (told?.totalCount != null) return end < told.totalCount
  if (told?.isLastPage != null) return !told.isLastPage
  return length >= Math.min(limit, told?.limit ?? limit)
}
