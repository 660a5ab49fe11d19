/**
 * The languages that the terminal speaks to guests, in the order in which they are offered: code
 * (ISO 639-1), own name, and the tag for numbers and dates. English and German stand first, as two have
 * buttons on the board; the others stand by name.
 */
export const languages = [
  { code: 'en', name: 'English', locale: 'en-GB' },
  { code: 'de', name: 'Deutsch', locale: 'de-DE' },
  { code: 'cs', name: 'Čeština', locale: 'cs-CZ' },
  { code: 'da', name: 'Dansk', locale: 'da-DK' },
  { code: 'et', name: 'Eesti', locale: 'et-EE' },
  { code: 'es', name: 'Español', locale: 'es-ES' },
  { code: 'fr', name: 'Français', locale: 'fr-FR' },
  { code: 'hr', name: 'Hrvatski', locale: 'hr-HR' },
  { code: 'it', name: 'Italiano', locale: 'it-IT' },
  { code: 'lv', name: 'Latviešu', locale: 'lv-LV' },
  { code: 'lt', name: 'Lietuvių', locale: 'lt-LT' },
  { code: 'hu', name: 'Magyar', locale: 'hu-HU' },
  { code: 'nl', name: 'Nederlands', locale: 'nl-NL' },
  { code: 'nb', name: 'Norsk', locale: 'nb-NO' },
  { code: 'pl', name: 'Polski', locale: 'pl-PL' },
  { code: 'pt', name: 'Português', locale: 'pt-PT' },
  { code: 'ro', name: 'Română', locale: 'ro-RO' },
  { code: 'sk', name: 'Slovenčina', locale: 'sk-SK' },
  { code: 'sl', name: 'Slovenščina', locale: 'sl-SI' },
  { code: 'fi', name: 'Suomi', locale: 'fi-FI' },
  { code: 'sv', name: 'Svenska', locale: 'sv-SE' },
  { code: 'el', name: 'Ελληνικά', locale: 'el-GR' },
  { code: 'bg', name: 'Български', locale: 'bg-BG' },
  { code: 'uk', name: 'Українська', locale: 'uk-UA' },
] as const

export const languageCodes = languages.map(({ code }) => code)
export type LanguageCode = (typeof languages)[number]['code']

/** The language of ours that a BCP 47 tag asks for, whatever its region; undefined if we do not speak it. */
export function languageCodeOf(tag: string): LanguageCode | undefined {
  const base = tag.trim().toLowerCase().split('-')[0]
  // Norwegian of no kind is written as Bokmål.
  const wanted = base === 'no' ? 'nb' : base
  return languageCodes.find((code) => code === wanted)
}
