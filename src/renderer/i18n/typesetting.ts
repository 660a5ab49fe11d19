const NARROW_NBSP = '\u202f'
const NBSP = '\u00a0'

function each<Key extends string>(
  messages: Record<Key, string>,
  set: (text: string) => string,
): Record<Key, string> {
  const changed = { ...messages }
  for (const key in changed) changed[key] = set(changed[key])
  return changed
}

/** French: no line begins with `?`, `!`, `:`, `;` or `»`, and none ends with `«`. */
export function frenchSpaces<Key extends string>(
  messages: Record<Key, string>,
): Record<Key, string> {
  return each(messages, (text) =>
    text.replace(/ (?=[?!:;»])/g, NARROW_NBSP).replace(/« /g, `«${NARROW_NBSP}`),
  )
}

/** Czech and Polish: no line ends with a word of one letter. */
export function shortWordsKept<Key extends string>(
  messages: Record<Key, string>,
): Record<Key, string> {
  return each(messages, (text) =>
    text.replace(/(?<=^|[ („])(\p{L}) (?!\|)/gu, (_, word: string) => word + NBSP),
  )
}
