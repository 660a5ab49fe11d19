import { ourLanguage, type Language } from '../i18n/languages.ts'

/** ECMAScript's own list (Intl Locale Info), which the types do not know yet. */
type WithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined }

const ALPHA_2 = /^[a-z]{2}$/i

/** The time zones of a country (ISO 3166-1 alpha-2); empty where it is not known. */
export function zonesOf(country: string | null): readonly string[] {
  const locale: WithZones | null = localeOf(country)
  return locale?.getTimeZones?.() ?? []
}

/**
 * The zone of a site in this country: the machine's, where it is one of the country's or no country
 * is known, otherwise the country's one. Null: it has several, or the machine is on UTC, as bare
 * systems are; then nobody but a person can know.
 */
export function proposedZone(
  country: string | null,
  machineZone: string,
  atMs: number,
): string | null {
  const zones = zonesOf(country)
  if (zones.length === 0) return isUtc(machineZone) ? null : machineZone
  if (zones.includes(machineZone)) return machineZone
  const offsets = new Set(zones.map((zone) => offsetOf(zone, atMs)))
  return offsets.size === 1 ? (zones[0] ?? null) : null
}

/** Whether clocks there go otherwise than in this zone, as far as the country is known; UTC is nobody's time there. */
export function isDoubtful(country: string | null, zone: string, atMs: number): boolean {
  if (zone === '') return false
  if (isUtc(zone)) return true
  const zones = zonesOf(country)
  const offset = offsetOf(zone, atMs)
  return zones.length > 0 && !zones.some((one) => offsetOf(one, atMs) === offset)
}

/** The language that most people of a country speak, where it is one of ours. */
export function proposedLanguage(country: string | null): Language | undefined {
  const language = localeOf(country)?.maximize().language
  return language === undefined ? undefined : ourLanguage(language)
}

function localeOf(country: string | null): Intl.Locale | null {
  return country !== null && ALPHA_2.test(country) ? new Intl.Locale(`und-${country}`) : null
}

const isUtc = (zone: string): boolean => /^(Etc\/)?(UTC|UCT|GMT|Universal|Zulu)$/.test(zone)

function offsetOf(zone: string, atMs: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  return parts.formatToParts(atMs).find(({ type }) => type === 'timeZoneName')?.value ?? ''
}
