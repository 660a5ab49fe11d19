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
type Day = (typeof WEEKDAYS)[number] | 'ALL'

/** Share of time occupied for each hour of a usual weekday: a morning and an evening peak. */
const USUAL = [
  0.3, 0.28, 0.26, 0.25, 0.24, 0.26, 0.32, 0.45, 0.62, 0.72, 0.7, 0.64, 0.58, 0.55, 0.5, 0.48, 0.55,
  0.68, 0.78, 0.8, 0.74, 0.6, 0.46, 0.36,
]

interface Bucket {
  day: string
  hour: number
  occupancyRate: number
}

/** A fraction for each hour (traps 76); ALL gives every weekday's 24 buckets (traps 42). */
function curveOf(station: Station, day: Day, seed: number): Bucket[] {
  const days = day === 'ALL' ? WEEKDAYS : [day]
  return days.flatMap((weekday) => {
    const random = createRandom(seed, `occupancy ${station.label} ${weekday}`)
    const level = weekday === 'SATURDAY' || weekday === 'SUNDAY' ? 0.7 : 1
    return USUAL.map((usual, hour) => {
      const rate = Math.min(1, usual * level * random.between(0.8, 1.2))
      return { day: weekday, hour, occupancyRate: Math.round(rate * 100) / 100 }
    })
  })
}

export const occupancyQueries: RootFields = {
  cpOccupancyRate: forAnyone(({ cpId, day }: { cpId: string; day: Day }, { world }) => {
    const station = world.network.station(cpId)
    return station ? curveOf(station, day, world.seed) : []
  }),
  occupancyRate: forAnyone(
    ({ connectors, day }: { connectors: (string | null)[]; day: Day }, { world }) => {
      const stations = world.network.stations.filter((station) =>
        station.connectors.some(({ id }) => connectors.includes(id)),
      )
      const curves = stations.map((station) => curveOf(station, day, world.seed))
      const [first = []] = curves
      return first.map((bucket, index) => {
        const rates = curves.map((curve) => curve[index]?.occupancyRate ?? 0)
        const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length
        return { ...bucket, occupancyRate: Math.round(mean * 100) / 100 }
      })
    },
  ),
}
