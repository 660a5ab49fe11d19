import { platformTimeMs } from '#common/platform-time.ts'

/** Whether a value can be; `serverNowMs` is the platform's time, null before the first `Date` header. */
export type Judge = (value: unknown, serverNowMs: number | null) => boolean

/** What is larger is no measurement, no amount and no count. */
const MOST = 1e9
const FULL_PERCENT = 100
/** No session, card or document of a charging network is older, nor any plan of it later. */
export const EARLIEST_MS = Date.UTC(2000, 0)
const LATEST_MS = Date.UTC(2100, 0)
const EARLIEST_BIRTHDAY_MS = Date.UTC(1900, 0)
/** A station's clock may be off by its time zone. */
const AHEAD_MS = 24 * 3_600_000

const within = (least: number, most: number): Judge => {
  return (value) => typeof value === 'number' && value >= least && value <= most
}
const isSized = within(-MOST, MOST)
export const isAmount = within(0, MOST)
export const isPercent = within(0, FULL_PERCENT)
/** A register counts in any unit, milliwatt-hours too, and over a whole life. */
const isRegister = within(0, Number.MAX_SAFE_INTEGER)
const isAnything: Judge = () => true

const isTime = (text: unknown, fromMs: number, untilMs: number): boolean => {
  const ms = typeof text === 'string' ? platformTimeMs(text) : null
  return ms !== null && ms >= fromMs && ms < untilMs
}
const isInstant: Judge = (text) => isTime(text, EARLIEST_MS, LATEST_MS)
/** Of what has happened. */
const isPast: Judge = (text, serverNowMs) =>
  isTime(text, EARLIEST_MS, serverNowMs === null ? LATEST_MS : serverNowMs + AHEAD_MS)
const isBirthday: Judge = (text) => isTime(text, EARLIEST_BIRTHDAY_MS, LATEST_MS)

/** By type and field where they stand in the schema; all others by `byType`. */
const byField: Readonly<Record<string, Judge>> = {
  'AttemptRemoteStartResponse.lastSentAt': isPast,
  'CdrCostItem.taxRate': isPercent,
  'Chargelog.dateEnd': isPast,
  'Chargelog.dateStart': isPast,
  'Chargelog.energyConsumption': isAmount,
  'Chargelog.meterEnd': isRegister,
  'Chargelog.meterStart': isRegister,
  'ChargingStatistics.energyConsumption': isAmount,
  'ChargingStatistics.number': isAmount,
  'ConnectorType.maxPowerRating': isAmount,
  'Contact.birthday': isBirthday,
  // An id, and no number of anything.
  'Contact.companyId': isAnything,
  'Contact.createdAt': isPast,
  'Contact.updatedAt': isPast,
  'ContractPaymentMethod.createdAt': isPast,
  'ContractPaymentMethod.updatedAt': isPast,
  'Cp.latitude': within(-90, 90),
  'Cp.longitude': within(-180, 180),
  'CurrencyAmount.amount': isAmount,
  'OccupancyRate.hour': within(0, 23),
  // Delivered as a share or as percent.
  'OccupancyRate.occupancyRate': isPercent,
  'RatePackage.amount': isAmount,
  'RatePackage.automaticStop': isAmount,
  'RatePackage.visibleRuntime': isAmount,
  'Site.latitude': within(-90, 90),
  'Site.longitude': within(-180, 180),
  'chargelogMeterValuesSummary.currentPower': isAmount,
  'chargelogMeterValuesSummary.currentPowerLastChanged': isPast,
  'chargelogMeterValuesSummary.currentStateOfCharge': isPercent,
  'chargelogMeterValuesSummary.energyFirstValue': isRegister,
  'chargelogMeterValuesSummary.energyFirstValueTime': isPast,
  'chargelogMeterValuesSummary.energyLastValue': isRegister,
  'chargelogMeterValuesSummary.energyLastValueTime': isPast,
  'chargelogMeterValuesSummary.energyUpdatedAt': isPast,
  'chargelogMeterValuesSummary.initialStateOfCharge': isPercent,
  'chargelogMeterValuesSummary.stateOfChargeLastChanged': isPast,
  'chargelogMeterValuesSummary.sumEnergy': isAmount,
  'chargelogMeterValuesSummary.updatedAt': isPast,
}

const byType: Readonly<Record<string, Judge>> = {
  DateTime: isInstant,
  Float: isSized,
  Int: isSized,
}

/**
 * What decides whether a field's value can be, from the schema alone: negative energy, a percentage above 100,
 * 1e308 kW or a time that cannot be read are no words of the platform. Null where everything can be. What else a
 * session's readings must fit is in `charging/plausible.ts`.
 */
export const judgeOf = (on: string, field: string, type: string): Judge | null =>
  byField[`${on}.${field}`] ?? byType[type] ?? null

/** Two values of one object of which the second cannot be less, and what is not believed where it is. */
interface Pair {
  readonly from: string
  readonly to: string
  readonly read: (value: unknown) => number | null
  readonly drops: readonly string[]
}

const asTime = (value: unknown): number | null =>
  typeof value === 'string' ? platformTimeMs(value) : null
const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const times = (from: string, to: string, drops: readonly string[] = [from, to]): Pair => {
  return { from, to, read: asTime, drops }
}
const numbers = (from: string, to: string): Pair => {
  return { from, to, read: asNumber, drops: [from, to] }
}

/** The station's clock and the platform's. */
const READING_TOLERANCE_MS = 60_000

/** When a session began, or was measured: what was measured before is none of it. */
function momentOf(part: unknown): number | null {
  if (typeof part !== 'object' || part === null) return null
  const object: Readonly<Record<string, unknown>> = { ...part }
  const startedMs = asTime(object['dateStart'])
  if ('dateStart' in object) return startedMs === null ? null : startedMs - READING_TOLERANCE_MS
  return asTime(object['energyUpdatedAt']) ?? asTime(object['updatedAt'])
}

const pairs: Readonly<Record<string, readonly Pair[]>> = {
  // A session has its beginning from the first moment on: an end before it is the wrong one.
  Chargelog: [times('dateStart', 'dateEnd', ['dateEnd']), numbers('meterStart', 'meterEnd')],
  Query: [
    {
      ...{ from: 'chargelog', to: 'chargelogMeterValuesSummary' },
      read: momentOf,
      drops: ['chargelogMeterValuesSummary'],
    },
  ],
  ConnectorMaintenanceWindow: [times('startDate', 'endDate')],
  OperatingTime: [times('begin', 'end')],
  chargelogMeterValuesSummary: [
    numbers('energyFirstValue', 'energyLastValue'),
    times('energyFirstValueTime', 'energyLastValueTime'),
  ],
}

/**
 * The fields of an object that contradict each other: an end before its beginning, a meter that runs backwards, a
 * reading from before its session.
 */
export function contradictions(on: string, object: Readonly<Record<string, unknown>>): string[] {
  return (pairs[on] ?? []).flatMap(({ from, to, read, drops }) => {
    const [first, last] = [read(object[from]), read(object[to])]
    return first !== null && last !== null && last < first ? drops : []
  })
}
