/** The languages that the terminal speaks to guests (ISO 639-1), in the order in which they are offered. */
export const languageCodes = [
  'en',
  'de',
  'fr',
  'it',
  'es',
  'nl',
  'cs',
  'pl',
  'sl',
  'hr',
  'hu',
  'sv',
] as const
export type LanguageCode = (typeof languageCodes)[number]

/** The language of ours that a BCP 47 tag asks for, whatever its region; undefined if we do not speak it. */
export function languageCodeOf(tag: string): LanguageCode | undefined {
  const base = tag.trim().toLowerCase().split('-')[0]
  return languageCodes.find((code) => code === base)
}
