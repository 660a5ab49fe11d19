/** Digits in a row or apart, as codes are shown and read. */
const CODE = /^\d{4,8}$|(?<!\d)\d(?: \d){3,7}(?! ?\d)/g
const CURRENCY = String.raw`(?:[€$£]|EUR|USD|GBP|CHF|PLN|CZK|HUF|SEK|NOK|DKK|RON|BGN|Fr\.|zł|Kč|Ft|kr)`
const FIGURE = String.raw`\d[\d.,’'\u00a0\u202f ]*`
/** An amount, but not the price of a unit. */
const SUM = new RegExp(
  `(?:${CURRENCY}\\s?${FIGURE}|${FIGURE}\\s?${CURRENCY})(?!\\s?(?:/|per |pro |par |al |por ))`,
  'g',
)

const HIDDEN = '\0'

/** A text without the codes and sums in it: `instead` says, once for several in a row, that they stand on the screen. */
export function withoutSecrets(text: string, instead: string): string {
  const parts = text.replaceAll(CODE, HIDDEN).replaceAll(SUM, ` ${HIDDEN} `)
  return parts
    .replaceAll(/\s*\0(?:\s*\0)*/g, ` ${instead}`)
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}

/** A text that is a code alone is said digit by digit. */
export function spelled(text: string): string {
  return /^\d{4,8}$/.test(text) ? Array.from(text).join(', ') : text
}
