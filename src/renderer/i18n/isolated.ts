/** What turns the direction of text around, beyond its own place if nothing ends it. */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const ISOLATES = /[\u2066-\u2069]/g
const [BEGIN, END] = ['\u2068', '\u2069']

/** A delivered text within others: what turns in it turns nothing beside it. */
export const isolated = (text: string): string =>
  TURNS.test(text) ? BEGIN + text.replaceAll(ISOLATES, '') + END : text

/** Delivered texts side by side, each in its own direction; null is left out. */
export const joined = (
  parts: readonly (string | null | undefined | false)[],
  between: string,
): string => parts.flatMap((part) => (part ? [isolated(part)] : [])).join(between)
