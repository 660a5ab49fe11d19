/** The energy that a session must have for its registers to prove their unit (kWh): less is reported too coarsely. */
const LEAST_KWH = 0.1
/** Energies come in hundredths, and registers may be read a moment apart. */
const ROUNDING_KWH = 0.006
const ROUNDING_SHARE = 0.0005
const MOST_DIGITS = 9
/** More digits than these nobody reads on a screen: the register itself stands beside. */
const SHOWN_DIGITS = 3

/**
 * How many of a register's digits stand behind the point when it is read in kWh: 3 for Wh, 6 for mWh. The
 * platform names no unit (L3510), but the energy proves it where the difference is that energy times a power of
 * ten; null where nothing does.
 */
export function registerDigits(
  first: number | null,
  last: number | null,
  energyKWh: number | null,
): number | null {
  if (first === null || last === null || energyKWh === null || energyKWh < LEAST_KWH) return null
  const mayDiffer = Math.max(ROUNDING_KWH, ROUNDING_SHARE * energyKWh)
  for (let digits = 0; digits <= MOST_DIGITS; digits += 1) {
    if (Math.abs((last - first) / 10 ** digits - energyKWh) <= mayDiffer) return digits
  }
  return null
}

/** A register in kWh with the digits that are shown of it, as `registerDigits` has proved it. */
export function registerKWh(value: number, digits: number): { kWh: number; shownDigits: number } {
  return { kWh: value / 10 ** digits, shownDigits: Math.min(digits, SHOWN_DIGITS) }
}
