/** Digits after the point, as the number is written; more than these no amount and no meter has. */
const MOST_PLACES = 6

/** The sum of decimal numbers as they are written, without the errors of binary fractions: 0.1 + 0.2 is 0.3. */
export function decimalSum(values: readonly number[]): number {
  const scale = 10 ** Math.max(0, ...values.map(placesOf))
  return values.reduce((sum, value) => sum + Math.round(value * scale), 0) / scale
}

function placesOf(value: number): number {
  const [, fraction = ''] = value.toFixed(MOST_PLACES).split('.')
  return fraction.replace(/0+$/, '').length
}
