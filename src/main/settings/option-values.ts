import { z } from 'zod'
import { languageCodeOf, languageCodes } from '#common/languages.ts'
import { linkOf } from '#platform/link.ts'

function isTimeZone(name: string): boolean {
  // The first formatter of a process is dear, and only other names of a zone need one.
  if (Intl.supportedValuesOf('timeZone').includes(name)) return true
  try {
    // A bare offset such as +01:00 is accepted by Intl, but knows no summer time.
    return !/^[+-]/.test(
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone,
    )
  } catch {
    return false
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 && languageCodeOf(tag) !== undefined
  } catch {
    return false
  }
}

export const textSchema = z.string().trim().min(1)

/** The platform's address: a key must not travel in the clear, so http only to this machine. */
export const endpointSchema = z
  .string()
  .trim()
  .refine((text) => linkOf(text) !== null)

export const timeZoneSchema = z.string().trim().min(1).refine(isTimeZone)

/** One of the languages that the terminal speaks, with or without a region: `de`, `de-AT`. */
export const languageSchema = z.string().trim().refine(isLanguage)

/** Completes "must be …". */
export const languageExpected = `one of ${languageCodes.join(', ')}, with a region if wanted (de-AT)`

export const switchSchema = z
  .enum(['true', 'false', '1', '0'])
  .transform((text) => text === 'true' || text === '1')

/** `03:30`, or `never`, which is read as null. */
export const nightTimeSchema = z
  .string()
  .trim()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|never)$/)
  .transform((text) => (text === 'never' ? null : text))

/** From and until `HH:MM`, on a 24-hour clock. */
export interface ScreenHours {
  from: string
  until: string
}

const CLOCK_TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d'
const HOURS = new RegExp(`^(${CLOCK_TIME})-(${CLOCK_TIME})$`)

/** `06:00-23:00`, or `always`, which is read as null. */
export const screenHoursSchema = z
  .string()
  .trim()
  .refine((text) => text === 'always' || HOURS.test(text))
  .transform((text): ScreenHours | null => {
    const [, from, until] = HOURS.exec(text) ?? []
    return from === undefined || until === undefined ? null : { from, until }
  })
  .refine((hours) => hours === null || hours.from !== hours.until)

export const portSchema = z
  .string()
  .trim()
  .regex(/^\d+$/)
  .pipe(z.coerce.number<string>().int().max(65_535))

/** How the network is reached, as Chromium takes it. */
export type Proxy = { mode: 'direct' } | { proxyRules: string } | { pacScript: string }

const PROXY_PROTOCOLS = ['http:', 'https:', 'socks4:', 'socks5:']

/**
 * `system` (read as null), `direct`, a proxy's address, or that of a PAC file (its name ends with .pac).
 * Without a user name: Chromium takes none from here.
 */
export const proxySchema = z
  .string()
  .trim()
  .transform((text) => (text === 'system' ? null : proxyOf(text)))
  .refine((proxy) => proxy !== undefined)
  .transform((proxy): Proxy | null => proxy ?? null)

function proxyOf(text: string): Proxy | undefined {
  if (text === 'direct') return { mode: 'direct' }
  const url = URL.parse(text)
  if (!url || !PROXY_PROTOCOLS.includes(url.protocol)) return undefined
  if (url.hostname === '' || url.username !== '' || url.password !== '') return undefined
  if (url.pathname.endsWith('.pac') && url.protocol.startsWith('http'))
    return { pacScript: url.href }
  const isBare = ['', '/'].includes(url.pathname) && url.search === '' && url.hash === ''
  return isBare ? { proxyRules: text.replace(/\/$/, '') } : undefined
}

export const MOST_STATIONS = 200

export const isEachOnce = (values: readonly string[]): boolean =>
  new Set(values).size === values.length

/** `A,B` → `['A', 'B']`. */
export const stationsSchema = z
  .string()
  .transform((text) => text.split(',').map((id) => id.trim()))
  .refine((ids) => ids.length <= MOST_STATIONS && !ids.includes(''))
  .refine(isEachOnce)

const sidePx = z.coerce.number<string>().int().min(320).max(8192)

/** `1080x1920` → `{ widthPx: 1080, heightPx: 1920 }`. */
export const windowSchema = z
  .string()
  .trim()
  .regex(/^\d+x\d+$/i)
  .transform((text) => {
    const [width = '', height = ''] = text.toLowerCase().split('x')
    return { widthPx: width, heightPx: height }
  })
  .pipe(z.object({ widthPx: sidePx, heightPx: sidePx }))
