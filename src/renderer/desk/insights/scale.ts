/** How charts are measured: pure, without colours of their own and without words. */

/** An axis from zero on: three ticks, the last of which no value is above. */
export interface Axis {
  readonly ticks: readonly [number, number, number]
  readonly top: number
}

/** Steps that people count in. */
const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10] as const

/** An axis for values up to `most`; to 2 where there are none. */
export function axisFor(most: number): Axis {
  const half = most > 0 ? most / 2 : 1
  const magnitude = 10 ** Math.floor(Math.log10(half))
  // Binary fractions: 0.30000000000000004 is no step.
  const step = STEPS.map((one) => Number((one * magnitude).toPrecision(3))).find(
    (one) => one >= half * (1 - 1e-9),
  )
  const middle = step ?? 10 * magnitude
  return { ticks: [0, middle, 2 * middle], top: 2 * middle }
}

/** How full each step of the heat is, as a share of its strongest colour: one hue on the card's ground. */
export const heatShares = [0.08, 0.3, 0.52, 0.76, 1] as const
export type HeatStep = 0 | 1 | 2 | 3 | 4
export const heatSteps: readonly HeatStep[] = [0, 1, 2, 3, 4]

/** Which of five equal steps a share (0 to 1) is in. */
export function heatStep(share: number): HeatStep {
  return Math.min(4, Math.max(0, Math.floor(share * 5))) as HeatStep
}

/** A figure as it is written: at most four significant digits, in a unit that fits. */
export interface Rounded {
  readonly value: number
  readonly digits: number
  readonly unit: string
}

const THOUSAND = 1000

/** The largest of the units, each a thousand of the one before, in which the figure has one digit at least. */
function inUnits(value: number, [unit = '', ...larger]: readonly string[]): Rounded {
  // What would be written as 1,000 belongs to the next unit.
  if (larger.length > 0 && Math.abs(value) >= THOUSAND - 0.5)
    return inUnits(value / THOUSAND, larger)
  return { value, digits: Math.abs(value) < 99.95 && unit !== '' ? 1 : 0, unit }
}

export const energyUnits = ['kWh', 'MWh', 'GWh'] as const
/** Energy from kWh: `7.4 kWh`, `312 kWh`, `6.3 MWh`. */
export const roundedEnergy = (energyKWh: number): Rounded => inUnits(energyKWh, energyUnits)
/** Mass from kg: `3.1 t`. */
export const roundedMass = (massKg: number): Rounded => inUnits(massKg, ['kg', 't', 'kt'])

/** The unit of a whole axis, and how many kWh one of it is. */
export function axisUnit(mostKWh: number): { unit: string; kWh: number } {
  if (mostKWh >= 1e6) return { unit: 'GWh', kWh: 1e6 }
  return mostKWh >= THOUSAND ? { unit: 'MWh', kWh: THOUSAND } : { unit: 'kWh', kWh: 1 }
}
