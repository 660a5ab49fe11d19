/** A part of a list as every `…Paged` query delivers it (reference: Pagination, L5652). */
export interface Page<T> {
  data: readonly (T | null)[] | null
  pagination: {
    limit: number | null
    offset?: number | null
    totalCount: number | null
    isLastPage: boolean | null
  } | null
}

/**
 * Whether entries are left after a page of `length` entries that ends at `end`. The platform's caps
 * are not documented: a page counts as short by the limit that the platform says it used. A list ends by its
 * own end: a count that says less than a full page is not believed.
 */
export function hasMore(page: Page<unknown>, length: number, end: number, limit: number): boolean {
  if (length === 0) return false
  const pagination = page.pagination
  if (pagination?.isLastPage != null) return !pagination.isLastPage
  if (pagination?.totalCount != null && end < pagination.totalCount) return true
  return length >= Math.min(limit, pagination?.limit ?? limit)
}

/** Whether a list that has ended with `length` entries may lack some: the platform counts more. */
export const mayLack = (page: Pick<Page<unknown>, 'pagination'> | null, length: number): boolean =>
  (page?.pagination?.totalCount ?? 0) > length
