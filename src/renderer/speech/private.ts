/** Digits in a row or apart, as codes are shown and read. */
const CODE = /^\d{4,8}$|(?<!\d)\d(?: \d){3,7}(?! ?\d)/g
const CURRENCY = String.raw`(?:[€$£]|EUR|USD|GBP|CHF|PLN|CZK|HUF|SEK|NOK|DKK|RON|BGN|Fr\.|zł|Kč|Ft|kr)`
const FIGURE = String.raw`\d[\d.,’'\u00a0\u202f ]*`

/** A whole amount, but not the price of a unit, which stands at the charger for everybody. */
function sums(perUnit: readonly string[]): RegExp {
  const units = perUnit.map((words) =>
    words.replaceAll(/[^\p{L}\p{N}\s-]/gu, '.').replaceAll(/\s+/g, '\\s'),
  )
  return new RegExp(
    `(?:${CURRENCY}\\s?${FIGURE}|${FIGURE}\\s?${CURRENCY})(?![\\d.,]*\\d|\\s*(?:${['/', ...units].join('|')}))`,
    'g',
  )
}

const HIDDEN = '\0'

/**
 * A text without the codes and sums in it: `instead` says, once for several in a row, that they stand on the
 * screen. `perUnit`: how a price of a unit goes on in the text's language, such as "per kWh".
 */
export function withoutSecrets(text: string, instead: string, perUnit: readonly string[]): string {
  const parts = text.replaceAll(CODE, HIDDEN).replaceAll(sums(perUnit), ` ${HIDDEN} `)
  return parts
    .replaceAll(/\s*\0(?:\s*\0)*/g, ` ${instead}`)
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}

/** A text that is a code alone is said digit by digit. */
export function spelled(text: string): string {
  return /^\d{4,8}$/.test(text) ? Array.from(text).join(', ') : text
}
