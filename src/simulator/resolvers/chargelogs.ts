import type { CostLine } from '../charging/cost.ts'
import { FREE } from '../charging/tariffs.ts'
import { answeredSession, answeredSessions } from '../faults/answered-sessions.ts'
import type { Chargelog } from '../state/model.ts'
import { chargelogOf, chargelogsOf, recentOf } from '../state/records.ts'
import type { World } from '../state/world.ts'
import type { Context, Fields, RootFields, TypeFields } from './kit.ts'
import { forContact, happened, happenedOrNull, money, typeFields } from './kit.ts'
import type { PaginationFilter } from './paging.ts'
import { pageOf } from './paging.ts'

/** The factor behind both examples of the reference (traps 77). */
const CO2_KG_PER_KWH = 0.48
/** Meter values take this time from the station into the record, in ms. */
const UPDATE_DELAY_MS = 400

interface TimeFrame {
  start?: string | null
  end?: string | null
}

const co2Kg = (energyKWh: number): number => Math.round(energyKWh * CO2_KG_PER_KWH * 100) / 100

/** Energy in kWh as far as the platform knows, or null before the first meter value. */
function energyKWhOf(chargelog: Chargelog, { world }: Context): number | null {
  const energyWh = world.readings.recordWh(chargelog)
  return energyWh === null ? null : energyWh / 1000
}

export const chargelogTypes: Record<string, TypeFields> = {
  Chargelog: typeFields({
    accountDocument: ({ document }) => document,
    authId: authIdOf,
    calibrationDetails: ({ id, connector, endedMs }, { world }) =>
      connector.calibrated && endedMs !== null ? `${world.origin}/calibration/${id}` : null,
    co2Saving: (chargelog, context) => {
      const energyKWh = energyKWhOf(chargelog, context)
      return energyKWh === null ? null : co2Kg(energyKWh)
    },
    cost: (chargelog, context) => costOf(chargelog, context),
    dateEnd: ({ endedMs }, context) => happenedOrNull(endedMs, context),
    dateStart: ({ startedMs }, context) => happened(startedMs, context),
    energyConsumption: energyKWhOf,
    meterEnd: ({ meterEndWh }) => meterEndWh,
    meterStart: ({ meterStartWh }) => meterStartWh,
    rateName: ({ tariff, ratePackage, invoiced }) =>
      invoiced ? (ratePackage?.name ?? tariff.name) : FREE.name,
  } satisfies Fields<Chargelog>),
}

/** What a session was authorised with: in the examples its card's tag, which the reference does not say. */
function authIdOf({ tagId, contactId }: Chargelog, { world }: Context): string {
  if (world.authIds === 'tag') return tagId
  const owner = world.contacts.find(({ id }) => id === contactId)
  const card = owner?.cards.find((each) => each.tagId === tagId)
  if (world.authIds === 'card') return card?.id ?? tagId
  return `AT-HTB-C${card?.number ?? ''}`
}

/** Cost as the examples show it: `total` is the gross sum, whatever its description says (traps 74). */
function costOf(chargelog: Chargelog, { world }: Context): object | null {
  const bill = world.chargelogs.bill(chargelog)
  if (!bill) return null
  const gross = money(bill.grossCents)
  const tax = money(bill.taxCents)
  return {
    costItems: bill.lines.map(costItem),
    currency: bill.currency,
    grossAmount: gross,
    grossAmountLocalCurrency: gross,
    tax,
    taxAmount: tax,
    total: gross,
  }
}

function costItem({ description, netCents, taxCents, grossCents, taxPercent }: CostLine): object {
  return {
    description,
    grossAmount: money(grossCents),
    grossAmountLocalCurrency: money(grossCents),
    netAmount: money(netCents),
    netAmountLocalCurrency: money(netCents),
    taxAmount: money(taxCents),
    taxAmountLocalCurrency: money(taxCents),
    taxRate: taxPercent,
  }
}

/** Units as the sample suggests (traps 72, 73): power W, energy values Wh, sum kWh. */
function summaryOf(chargelog: Chargelog, context: Context): object {
  const reading = context.world.readings.meter(chargelog)
  if (!reading) return {}
  const { atMs, energyWh, powerW, socPercent } = reading
  const registerWh = (chargelog.meterStartWh ?? 0) + energyWh
  const updatedAt = happened(atMs + UPDATE_DELAY_MS, context)
  const hasSoc = socPercent !== null
  return {
    currentPower: powerW,
    currentPowerLastChanged: happened(atMs, context),
    currentStateOfCharge: socPercent,
    energyFirstValue: chargelog.meterStartWh,
    energyFirstValueTime: happened(chargelog.startedMs, context),
    energyLastValue: registerWh,
    energyLastValueTime: happened(atMs, context),
    energyUpdatedAt: updatedAt,
    initialStateOfCharge: hasSoc ? chargelog.socStartPercent : null,
    stateOfChargeLastChanged: hasSoc ? happened(atMs, context) : null,
    sumEnergy: energyWh / 1000,
    updatedAt,
  }
}

/** Sessions that began within the frame, bounds included (traps 60 leaves it open). */
function inTimeFrame(
  chargelogs: Chargelog[],
  frame: TimeFrame | null | undefined,
  { faults }: World,
): Chargelog[] {
  const startMs = frame?.start ? Date.parse(frame.start) - faults.skewMs() : -Infinity
  const endMs = frame?.end ? Date.parse(frame.end) - faults.skewMs() : Infinity
  return chargelogs.filter(({ startedMs }) => startMs <= startedMs && startedMs <= endMs)
}

interface ListArgs {
  filters?: { status?: 'started' | 'stopped' | null } | null
  pagination?: PaginationFilter | null
  timeframe?: TimeFrame | null
}

/** The signed-in contact's sessions; what belongs to others answers null (traps 12). */
export const chargelogQueries: RootFields = {
  chargelog: forContact(({ id }: { id: string }, contact, { world }) =>
    answeredSession(chargelogOf(contact, id), world),
  ),
  chargelogMeterValuesSummary: forContact(({ uuid }: { uuid: string }, contact, context) => {
    const chargelog = chargelogOf(contact, uuid)
    return chargelog && summaryOf(chargelog, context)
  }),
  // The filter knows two values: whatever is not stopped counts as started.
  chargelogsPaged: forContact(
    ({ filters, pagination, timeframe }: ListArgs, contact, { world }) => {
      const wanted = filters?.status ?? null
      // The past, in which all have ended, need not be written for those that run.
      const chargelogs = wanted === 'started' ? recentOf(contact) : chargelogsOf(contact)
      const answer = answeredSessions(chargelogs, wanted, world)
      return pageOf(inTimeFrame(answer, timeframe, world), pagination, world)
    },
  ),
  chargingStatistics: forContact(
    ({ timeframe }: { timeframe?: TimeFrame | null }, contact, context) => {
      const chargelogs = inTimeFrame(chargelogsOf(contact), timeframe, context.world)
      const energyKWh = chargelogs.reduce(
        (sum, chargelog) => sum + (energyKWhOf(chargelog, context) ?? 0),
        0,
      )
      const roundedKWh = Math.round(energyKWh * 1000) / 1000
      return {
        number: chargelogs.length,
        energyConsumption: roundedKWh,
        co2Saving: co2Kg(roundedKWh),
      }
    },
  ),
}
