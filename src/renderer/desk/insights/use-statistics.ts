import {
  DeskMonthsDocument,
  DeskStatisticsDocument,
  type DeskMonthsQuery,
  type DeskMonthsQueryVariables,
  type DeskStatisticsQuery,
} from '#platform/generated/ask/graphql.ts'
import { useNow } from '../../live/now.ts'
import { useTerminal } from '../../live/terminal.ts'
import { askPlatform } from '../../ask/ask-platform.ts'
import { useLookup, type Lookup } from '../../ask/use-lookup.ts'
import { framesAt, monthsAt } from './frames.ts'

/** Figures as delivered: sessions, kWh, kg. Null: not told. */
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
  frames: Lookup<DeskStatisticsQuery>
  months: Lookup<readonly MonthStatistics[]>
} {
  const now = useNow()
  const { info } = useTerminal()
  const frames = useLookup(() =>
    askPlatform(DeskStatisticsDocument, framesAt(now.read(), info.timeZone)),
  )
  const months = useLookup(async () => {
    const wanted = monthsAt(now.read(), info.timeZone)
    const variables: DeskMonthsQueryVariables = Object.fromEntries(
      wanted.map(({ frame }, index) => [monthKey(index), frame]),
    )
    const told = await askPlatform(DeskMonthsDocument, variables)
    return wanted.map(({ startMs }, index) => ({ startMs, statistics: told[monthKey(index)] }))
  })
  return { frames, months }
}
