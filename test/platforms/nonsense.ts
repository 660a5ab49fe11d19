/** What was seen on a screen and must not be there. */
export interface Fault {
  readonly screen: string
  readonly words: string
}

/** What programs say and people never should read. */
const NONSENSE = /\b(?:undefined|NaN|null|Infinity|Invalid)\b|\[object/g

/** The words in a text that only a program can have meant. */
export function nonsenseIn(text: string): string[] {
  return [...new Set([...text.matchAll(NONSENSE)].map(([words]) => words))]
}
