import type { RateMoney } from '#common/rate-text.ts'
import type { Money } from '#contract/charging.ts'

const NBSP = '\u00a0'
const MINUTE_MS = 60_000
const WATTS_PER_KILOWATT = 1000
/** No date is further from 1970 (ECMAScript's own limit). */
const LAST_MS = 8.64e15
/** Written for what is no number and no time: a formatter never throws, whatever it is given. */
const NONE = '–'

const isTime = (ms: number): boolean => Number.isFinite(ms) && Math.abs(ms) <= LAST_MS

/** Numbers, money, dates and durations in one language and one time zone; "–" for what is none. */
export interface Formats {
  /** `14:32` */
  time(ms: number): string
  /** `14:32:08` */
  timeExact(ms: number): string
  /** `Mon 06:00` */
  dayTime(ms: number): string
  /** `Sunday 22 November` */
  date(ms: number): string
  /** `31 Dec 2026`: the calendar day of a date as delivered, which no time zone moves; '' where it is none. */
  day(isoDate: string | null | undefined): string
  /** `November 2026` */
  month(ms: number): string
  /** `22 Nov 2026, 14:32` */
  dateTime(ms: number): string
  /** `22 Nov, 14:32`, of this year; with its year where it is of another one than `nowMs`. */
  dateTimeShort(ms: number, nowMs: number): string
  /** `Nov`: a column of a chart. */
  monthShort(ms: number): string
  /** Whether two times are of one calendar day at the site. */
  isSameDay(one: number, other: number): boolean
  number(value: number, maxDigits?: number): string
  /** Always the same digits after the point, so that a running value does not jump. */
  fixed(value: number, digits: number): string
  kWh(value: number, digits?: number): string
  kW(value: number): string
  /** From watts, with one digit: `11.0 kW`. */
  power(powerW: number): string
  percent(value: number): string
  kg(value: number): string
  /** The amount as delivered; a bare number where the platform names no currency. */
  money(money: Money): string
  /** A price of a rate, with all digits that it was delivered with: `€0.59`, `€0.0575`. */
  price(money: RateMoney): string
  /** `1 h 40 min`, rounded down to the minute. */
  duration(ms: number): string
  /** `3:40`: the whole seconds that are left, never below zero. */
  countdown(ms: number): string
}

const cache = new Map<string, Formats>()

/** The same object for the same locale and zone: Intl's formatters are dear, each is made when it is first used. */
export function formats(locale: string, timeZone: string): Formats {
  return kept(cache, `${locale} ${timeZone}`, () => make(locale, timeZone))
}

function kept<T>(made: Map<string, T>, key: string, first: () => T): T {
  const known = made.get(key)
  if (known !== undefined) return known
  const fresh = first()
  made.set(key, fresh)
  return fresh
}

/** The hour of the day at the site, 0 to 23; NaN for what is no time. */
export function hourOfDay(ms: number, timeZone: string): number {
  if (!isTime(ms)) return NaN
  const format = kept(clockHours, timeZone, () => {
    return new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone })
  })
  return Number(format.format(ms))
}

const clockHours = new Map<string, Intl.DateTimeFormat>()
const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  return kept(numberFormats, key, () => new Intl.NumberFormat(locale, options))
}

function make(locale: string, timeZone: string): Formats {
  const dates = (options: Intl.DateTimeFormatOptions): ((ms: number) => string) => {
    let format: Intl.DateTimeFormat | undefined
    return (ms) => {
      if (!isTime(ms)) return NONE
      format ??= new Intl.DateTimeFormat(locale, { timeZone, ...options })
      return format.format(ms)
    }
  }
  const numbers = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    // A trickle backwards is nothing, not "-0.0".
    return (value) =>
      isNumber(value)
        ? numberFormat(locale, { ...options, signDisplay: 'negative' }).format(value)
        : NONE
  }
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const days = dates({ dateStyle: 'medium', timeZone: 'UTC' })
  const calendarDay = dates({ day: 'numeric', month: 'numeric', year: 'numeric' })
  const yearOf = dates({ year: 'numeric' })
  const shortTime = dates({ day: 'numeric', month: 'short', ...clock })
  const longTime = dates({ day: 'numeric', month: 'short', year: 'numeric', ...clock })
  const fixed = (value: number, digits: number): string =>
    numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits })(value)
  const upToOne = numbers({ maximumFractionDigits: 1 })
  const percent = numbers({ style: 'percent', maximumFractionDigits: 0 })

  return {
    time: dates(clock),
    timeExact: dates({ ...clock, second: '2-digit' }),
    day: (isoDate) => {
      const ms = Date.parse(isoDate?.slice(0, 10) ?? '')
      return Number.isNaN(ms) ? '' : days(ms)
    },
    month: dates({ month: 'long', year: 'numeric' }),
    dayTime: dates({ weekday: 'short', ...clock }),
    date: dates({ weekday: 'long', day: 'numeric', month: 'long' }),
    dateTime: longTime,
    dateTimeShort: (ms, nowMs) => (yearOf(ms) === yearOf(nowMs) ? shortTime(ms) : longTime(ms)),
    monthShort: dates({ month: 'short' }),
    isSameDay: (one, other) => calendarDay(one) === calendarDay(other),
    number: (value, maxDigits = 3) => numbers({ maximumFractionDigits: maxDigits })(value),
    fixed,
    kWh: (value, digits = 1) => withUnit(fixed(value, digits), 'kWh'),
    kW: (value) => withUnit(upToOne(value), 'kW'),
    power: (powerW) => withUnit(fixed(part(powerW, WATTS_PER_KILOWATT), 1), 'kW'),
    percent: (value) => percent(part(value, 100)),
    kg: (value) => withUnit(numbers({ maximumFractionDigits: 2 })(value), 'kg'),
    money: ({ amount, currency }) => money(locale, amount, currency),
    price: ({ amount, currency }) => {
      const options = { style: 'currency', currency, maximumFractionDigits: 4 } as const
      return numberFormat(locale, options).format(amount as `${number}`)
    },
    duration,
    countdown,
  }
}

/** What is larger has hundreds of digits, and is no amount of anything. */
const MOST = 1e15
const isNumber = (value: number): boolean => Number.isFinite(value) && Math.abs(value) <= MOST

/** Of none, none: not 0. */
const part = (value: number, whole: number): number => (isNumber(value) ? value / whole : NaN)

const withUnit = (number: string, unit: string): string =>
  number === NONE ? NONE : `${number}${NBSP}${unit}`

function money(locale: string, amount: number, currency: string | null): string {
  if (!isNumber(amount)) return NONE
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 4 }
  if (currency !== null && /^[A-Za-z]{3}$/.test(currency)) {
    const options = { style: 'currency', currency, maximumFractionDigits: 4 } as const
    return numberFormat(locale, options).format(amount)
  }
  const bare = numberFormat(locale, digits).format(amount)
  return currency === null ? bare : `${bare}${NBSP}${currency}`
}

function duration(ms: number): string {
  if (!isTime(ms)) return NONE
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS))
  if (minutes < 60) return `${String(minutes)}${NBSP}min`
  const hours = `${String(Math.floor(minutes / 60))}${NBSP}h`
  return minutes % 60 === 0 ? hours : `${hours} ${String(minutes % 60)}${NBSP}min`
}

function countdown(ms: number): string {
  if (!isTime(ms)) return NONE
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`
}
