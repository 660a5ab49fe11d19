import { useDeskText } from '../../i18n/desk-text.ts'
import { roundedEnergy, roundedMass, type Rounded } from './scale.ts'
import type { Statistics } from './use-statistics.ts'

type Written = (statistics: Statistics) => string

/** Figures as they are read: at most four significant digits, in a unit that fits. Exported lists have them whole. */
export function useFigures(): { sessions: Written; energy: Written; co2: Written } {
  const { t, f } = useDeskText()
  const NBSP = '\u00a0'
  const write = (value: number | null | undefined, round: (value: number) => Rounded): string => {
    if (value === null || value === undefined) return t('app.notTold')
    const { value: shown, digits, unit } = round(value)
    return f.value.fixed(shown, digits) + NBSP + unit
  }
  return {
    sessions: (one) =>
      one?.number === null || one?.number === undefined
        ? t('app.notTold')
        : f.value.number(one.number),
    energy: (one) => write(one?.energyConsumption, roundedEnergy),
    co2: (one) => write(one?.co2Saving, roundedMass),
  }
}
