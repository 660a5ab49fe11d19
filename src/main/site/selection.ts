/** What is shown: a site by its id, or stations by theirs, in this order. */
export type SiteSelection = string | readonly string[]

/** The stations in batches of at most `limit`; none for a site. */
export function batchesOf(choice: SiteSelection, limit: number): string[][] {
  if (typeof choice === 'string') return []
  const count = Math.ceil(choice.length / limit)
  return Array.from({ length: count }, (_, index) =>
    choice.slice(index * limit, (index + 1) * limit),
  )
}
