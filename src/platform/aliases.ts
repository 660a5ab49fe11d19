/** Built documents ask for the same field several times: `s0`, `s1`, … are alias and variable at once. */
export type Alias<P extends string> = `${P}${number}`

/** The name at a place in the list, from 0. */
export function aliasAt<P extends string>(prefix: P, index: number): Alias<P> {
  return `${prefix}${index}`
}

/** The variables for a list of ids: `{ s0: ids[0], s1: ids[1], … }`. */
export function aliasedVariables<P extends string>(
  prefix: P,
  ids: readonly string[],
): Record<Alias<P>, string> {
  const entries = ids.map((id, index) => [aliasAt(prefix, index), id] as const)
  return Object.fromEntries(entries) as Record<Alias<P>, string>
}

/**
 * The answers in the order of the ids that were asked for. An answer that is missing (the platform
 * failed on that field) is null, like one that the platform knows nothing of.
 */
export function aliasedAnswers<P extends string, D extends Readonly<Record<Alias<P>, unknown>>>(
  prefix: P,
  data: D,
  count: number,
): (D[Alias<P>] | null)[] {
  return Array.from({ length: count }, (_, index) => data[aliasAt(prefix, index)] ?? null)
}

/** One item for each alias. Throws a RangeError unless `count` is a whole number within the limits. */
export function eachAlias<P extends string, T>(
  prefix: P,
  count: number,
  limits: { from: number; to: number },
  item: (alias: Alias<P>) => T,
): T[] {
  if (!Number.isInteger(count) || count < limits.from || count > limits.to) {
    throw new RangeError(`${prefix}: ${count} is not within ${limits.from} to ${limits.to}`)
  }
  return Array.from({ length: count }, (_, index) => item(aliasAt(prefix, index)))
}
