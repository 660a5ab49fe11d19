/**
 * The languages that the terminal speaks to guests, in the order in which they are offered: code
 * (ISO 639-1), own name, and the tag for numbers and dates.
 */
export const languages = [
  { code: 'en', name: 'English', locale: 'en-GB' },
  { code: 'de', name: 'Deutsch', locale: 'de-DE' },
  { code: 'fr', name: 'Français', locale: 'fr-FR' },
  { code: 'it', name: 'Italiano', locale: 'it-IT' },
  { code: 'es', name: 'Español', locale: 'es-ES' },
  { code: 'nl', name: 'Nederlands', locale: 'nl-NL' },
  { code: 'cs', name: 'Čeština', locale: 'cs-CZ' },
  { code: 'pl', name: 'Polski', locale: 'pl-PL' },
  { code: 'sl', name: 'Slovenščina', locale: 'sl-SI' },
  { code: 'hr', name: 'Hrvatski', locale: 'hr-HR' },
  { code: 'hu', name: 'Magyar', locale: 'hu-HU' },
  { code: 'sv', name: 'Svenska', locale: 'sv-SE' },
] as const

export const languageCodes = languages.map(({ code }) => code)
export type LanguageCode = (typeof languages)[number]['code']

/** The language of ours that a BCP 47 tag asks for, whatever its region; undefined if we do not speak it. */
export function languageCodeOf(tag: string): LanguageCode | undefined {
  const base = tag.trim().toLowerCase().split('-')[0]
  return languageCodes.find((code) => code === base)
}
