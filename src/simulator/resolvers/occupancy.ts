import { createRandom } from '../random.ts'
import type { Station } from '../state/model.ts'
import type { RootFields } from './kit.ts'
import { forAnyone } from './kit.ts'

const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const
type Weekday = (typeof WEEKDAYS)[number]

/** Share of time occupied for each hour of a usual weekday. */
interface Usual {
  hours: readonly number[]
  /** How busy a weekend is compared with a weekday. */
  weekend: number
}

/** Cars stand at alternating current: a morning and an evening peak, and many over night. */
const SLOW: Usual = {
  hours: [
    0.3, 0.28, 0.26, 0.25, 0.24, 0.26, 0.32, 0.45, 0.62, 0.72, 0.7, 0.64, 0.58, 0.55, 0.5, 0.48,
    0.55, 0.68, 0.78, 0.8, 0.74, 0.6, 0.46, 0.36,
  ],
  weekend: 0.7,
}
/** Who charges fast is on the way: nobody by night, peaks at noon and after work, more at weekends. */
const FAST: Usual = {
  hours: [
    0.04, 0.03, 0.02, 0.02, 0.03, 0.06, 0.14, 0.26, 0.34, 0.4, 0.46, 0.54, 0.58, 0.5, 0.44, 0.46,
    0.56, 0.62, 0.55, 0.42, 0.3, 0.2, 0.12, 0.07,
  ],
  weekend: 1.25,
}

interface Bucket {
  day: string
  hour: number
  occupancyRate: number
}

/** A fraction for each hour (traps 76); ALL gives every weekday's 24 buckets (traps 42). */
function curveOf(station: Station, day: Weekday | 'ALL', seed: number): Bucket[] {
  const { hours, weekend } = station.connectors.some(({ plug }) => plug.current === 'DC')
    ? FAST
    : SLOW
  const popularity = createRandom(seed, `popularity ${station.label}`).between(0.75, 1.15)
  const days = day === 'ALL' ? WEEKDAYS : [day]
  return days.flatMap((weekday) => {
    const random = createRandom(seed, `occupancy ${station.label} ${weekday}`)
    const level = popularity * (['SATURDAY', 'SUNDAY'].includes(weekday) ? weekend : 1)
    return hours.map((usual, hour) => {
      const rate = Math.min(1, usual * level * random.between(0.9, 1.1))
      return { day: weekday, hour, occupancyRate: rounded(rate) }
    })
  })
}

const rounded = (rate: number): number => Math.round(rate * 100) / 100

export const occupancyQueries: RootFields = {
  cpOccupancyRate: forAnyone(({ cpId, day }: { cpId: string; day: Weekday | 'ALL' }, { world }) => {
    const station = world.network.station(cpId)
    return station ? curveOf(station, day, world.seed) : []
  }),
  /** Deprecated: the mean of the curves of the connectors' stations. */
  occupancyRate: forAnyone(
    ({ connectors, day }: { connectors: (string | null)[]; day: Weekday | 'ALL' }, { world }) => {
      const stations = world.network.stations.filter((station) =>
        station.connectors.some(({ id }) => connectors.includes(id)),
      )
      const curves = stations.map((station) => curveOf(station, day, world.seed))
      const [first = []] = curves
      return first.map((bucket, index) => {
        const rates = curves.map((curve) => curve[index]?.occupancyRate ?? 0)
        const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length
        return { ...bucket, occupancyRate: rounded(mean) }
      })
    },
  ),
}
