import {
  DeskMonthsDocument,
  DeskStatisticsDocument,
  type DeskMonthsQuery,
  type DeskMonthsQueryVariables,
  type DeskStatisticsQuery,
} from '#platform/generated/ask/graphql.ts'
import { useNow } from '../../live/now.ts'
import { useTerminal } from '../../live/terminal.ts'
import type { Asked } from '../../ask/asked.ts'
import { useAsk } from '../../ask/use-ask.ts'
import { framesAt, monthsAt } from './frames.ts'

/** Figures as delivered: sessions, kWh, kg. Null: not provided. */
export type Statistics = DeskStatisticsQuery['allTime']

export interface MonthStatistics {
  /** When the month begins at the site (epoch ms). */
  readonly startMs: number
  readonly statistics: Statistics
}

type MonthKey = Exclude<keyof DeskMonthsQuery, '__typename'>
const monthKey = (index: number): MonthKey => `m${String(index + 1)}` as MonthKey

/** The account's figures (reference: query `chargingStatistics`), by time frame and by month. */
export function useStatistics(): {
  frames: Asked<DeskStatisticsQuery>
  months: Asked<readonly MonthStatistics[]>
  /** The same months a year before. */
  before: Asked<readonly MonthStatistics[]>
} {
  const now = useNow()
  const { info } = useTerminal()
  const frames = useAsk(DeskStatisticsDocument, () => framesAt(now.read(), info.timeZone), {
    as: 'once',
  })
  const ofYear = (yearsBack: number): Asked<readonly MonthStatistics[]> => {
    const wanted = (): ReturnType<typeof monthsAt> => monthsAt(now.read(), info.timeZone, yearsBack)
    const variables = (): DeskMonthsQueryVariables =>
      Object.fromEntries(wanted().map(({ frame }, index) => [monthKey(index), frame]))
    return useAsk(DeskMonthsDocument, variables, {
      as: 'once',
      read: (answer) =>
        wanted().map(({ startMs }, index) => ({ startMs, statistics: answer[monthKey(index)] })),
    })
  }
  return { frames, months: ofYear(0), before: ofYear(1) }
}
