/** Whether every word that is looked for stands in one of the parts; case and accents do not matter. */
export function matchesText(text: string, parts: readonly (string | null)[]): boolean {
  const words = plain(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const hay = parts.map((part) => plain(part ?? ''))
  return words.every((word) => hay.some((part) => part.includes(word)))
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
