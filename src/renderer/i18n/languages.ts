import { languageCodeOf, type LanguageCode } from '#common/languages.ts'

/** Each language by its own name, and the tag for its numbers and dates. */
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
] as const satisfies readonly { code: LanguageCode; name: string; locale: string }[]

export type Language = LanguageCode

export { languageCodeOf as ourLanguage }

/** The language of ours that a BCP 47 tag asks for; English where we do not have it. */
export function languageOf(tag: string): Language {
  return languageCodeOf(tag) ?? 'en'
}

/** The tag for numbers and dates: the site's own region where it speaks that language. */
export function localeOf(language: Language, siteTag: string): string {
  const ours = languages.find((one) => one.code === language)?.locale ?? 'en-GB'
  return siteTag.includes('-') && languageCodeOf(siteTag) === language ? siteTag : ours
}
