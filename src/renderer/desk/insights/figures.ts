import { useDeskText } from '../../i18n/desk-text.ts'
import type { Statistics } from './use-statistics.ts'

type Written = (statistics: Statistics) => string

/** Figures as they are written: no digit more or less than delivered. */
export function useFigures(): {
  sessions: Written
  /** `147 sessions` */
  count: Written
  energy: Written
  co2: Written
} {
  const { t, f } = useDeskText()
  const NBSP = '\u00a0'
  const write = (value: number | null | undefined, unit: string): string =>
    value === null || value === undefined
      ? t('app.notTold')
      : f.value.number(value, DIGITS) + (unit && NBSP + unit)
  return {
    sessions: (one) => write(one?.number, ''),
    count: (one) => {
      const n = one?.number ?? null
      return n === null ? t('app.notTold') : t('insights.count', { n: f.value.number(n), count: n })
    },
    energy: (one) => write(one?.energyConsumption, 'kWh'),
    co2: (one) => write(one?.co2Saving, 'kg'),
  }
}

/** More than any figure has. */
const DIGITS = 10
