import type { Summary } from '#contract/charging.ts'
import type { ChargelogReading } from '#main/site/reading.ts'
import type { ChargelogPartsFragment } from '#platform/generated/main/graphql.ts'
import { timeOf } from '#main/site/static.ts'
import { grossAmount, localAmount } from '#platform/cost.ts'
import { linkOf } from '#platform/link.ts'

/**
 * What a refresh delivered already, until the whole chargelog is there. A summary has the platform's times:
 * `skewMs` is its clock less the one that the reading's times are of.
 */
export function firstSummary(log: ChargelogReading, skewMs: number): Summary {
  const platformTime = (ms: number | null): number | null => (ms === null ? null : ms + skewMs)
  return {
    startedAtMs: platformTime(log.startedAtMs),
    endedAtMs: platformTime(log.endedAtMs),
    energyKWh: log.energyKWh,
    meterStart: null,
    meterEnd: null,
    rateName: log.rateName,
    cost: log.cost && {
      currency: log.cost.currency,
      grossAmount: log.cost.amount,
      localAmount: null,
      items: [],
    },
    co2SavingKg: null,
    documentTitle: null,
    documentUrl: null,
    calibrationUrl: null,
    complete: false,
  }
}

/**
 * The chargelog as delivered (type Chargelog, L3473): nothing is computed here. What an answer leaves
 * out stays as it was known before. `currency`: of amounts that name none.
 */
export function nextSummary(
  known: Summary,
  parts: ChargelogPartsFragment,
  complete: boolean,
  currency: string | null = null,
): Summary {
  return {
    startedAtMs: timeOf(parts.dateStart) ?? known.startedAtMs,
    endedAtMs: timeOf(parts.dateEnd) ?? known.endedAtMs,
    energyKWh: parts.energyConsumption ?? known.energyKWh,
    meterStart: parts.meterStart ?? known.meterStart,
    meterEnd: parts.meterEnd ?? known.meterEnd,
    rateName: parts.rateName ?? known.rateName,
    cost: parts.cost ? readCost(parts.cost, currency) : known.cost,
    co2SavingKg: parts.co2Saving ?? known.co2SavingKg,
    documentTitle: parts.accountDocument?.title ?? known.documentTitle,
    documentUrl: linkOf(parts.accountDocument?.downloadLink) ?? known.documentUrl,
    calibrationUrl: linkOf(parts.calibrationDetails) ?? known.calibrationUrl,
    complete,
  }
}

function readCost(
  cost: NonNullable<ChargelogPartsFragment['cost']>,
  currency: string | null,
): NonNullable<Summary['cost']> {
  const items = (cost.costItems ?? []).filter((item) => item !== null)
  return {
    currency: cost.currency ?? currency,
    grossAmount: grossAmount(cost),
    localAmount: localAmount({ ...cost, grossAmount: grossAmount(cost) }),
    items: items.map((item) => ({
      description: item.description,
      netAmount: item.netAmount,
      taxAmount: item.taxAmount,
      taxRatePercent: item.taxRate,
      grossAmount: item.grossAmount,
      localAmount: localAmount(item),
    })),
  }
}
