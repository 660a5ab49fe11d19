import { decimalSum } from '#common/decimal-sum.ts'
import { dayStartMs, zoneTime } from '#common/zone.ts'
import type { Money } from '#contract/charging.ts'
import { grossAmount } from '#platform/cost.ts'
import { sessionStatus } from '#platform/session-status.ts'
import { timeOf } from '../sessions/session-row.ts'

/** What is read of a session (type Chargelog, L3473). */
interface Log {
  readonly status: string
  readonly dateStart: string | null
  readonly dateEnd: string | null
  readonly energyConsumption: number | null
  readonly cost: {
    readonly currency: string | null
    readonly total: number | null
    readonly grossAmount: number | null
  } | null
  readonly connector: { readonly id: string }
}

/** What charges came to, summed here. */
export interface DayFigures {
  /** Null: no charge tells its energy. */
  readonly energyKWh: number | null
  /** One for each currency. */
  readonly sums: readonly Money[]
  /** Some are not loaded, or have no figure yet. */
  readonly isLeast: boolean
}

/** When the site's day began (epoch ms). */
export function dayBeganMs(nowMs: number, timeZone: string): number {
  const { year, month, day } = zoneTime(nowMs, timeZone)
  return dayStartMs(year, month, day, timeZone)
}

/** What these sessions came to; null where none tells anything: nothing is said of a day without charges. */
export function figuresOf(
  logs: readonly Pick<Log, 'energyConsumption' | 'cost'>[],
  isComplete: boolean,
): DayFigures | null {
  if (logs.length === 0) return null
  const energies = logs.flatMap(({ energyConsumption }) => energyConsumption ?? [])
  const amounts = Map.groupBy(
    logs.flatMap(({ cost }) => {
      const amount = cost && grossAmount(cost)
      return amount === null ? [] : [{ amount, currency: cost?.currency ?? null }]
    }),
    ({ currency }) => currency,
  )
  const sums = [...amounts].map(([currency, each]) => ({
    currency,
    amount: decimalSum(each.map(({ amount }) => amount)),
  }))
  const told = [...amounts.values()].reduce((sum, each) => sum + each.length, 0)
  const isLeast = !isComplete || energies.length < logs.length || told < logs.length
  const energyKWh = energies.length === 0 ? null : decimalSum(energies)
  return energyKWh === null && sums.length === 0 ? null : { energyKWh, sums, isLeast }
}

/** Those that began at these connectors since `sinceMs`. */
export const begunSince = <One extends Pick<Log, 'dateStart' | 'connector'>>(
  logs: readonly One[],
  sinceMs: number,
  isHere: (connectorId: string) => boolean,
): One[] =>
  logs.filter(({ dateStart, connector }) => {
    const startedAtMs = timeOf(dateStart)
    return startedAtMs !== null && startedAtMs >= sinceMs && isHere(connector.id)
  })

/** The one that ended last at a connector since `sinceMs`. */
export function newestEnded<One extends Pick<Log, 'status' | 'dateEnd' | 'connector'>>(
  logs: readonly One[],
  connectorId: string,
  sinceMs: number,
): One | null {
  const endOf = ({ dateEnd }: One): number => timeOf(dateEnd) ?? -Infinity
  const ended = logs.filter(
    (log) =>
      log.connector.id === connectorId &&
      sessionStatus(log.status) === 'stopped' &&
      endOf(log) >= sinceMs,
  )
  return ended.toSorted((one, other) => endOf(other) - endOf(one))[0] ?? null
}
