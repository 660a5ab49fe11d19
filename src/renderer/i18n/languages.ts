import { languageCodeOf, languages, type LanguageCode } from '#common/languages.ts'

export type Language = LanguageCode

export { languages, languageCodeOf as ourLanguage }

/** The language of ours that a BCP 47 tag asks for; English where we do not have it. */
export function languageOf(tag: string): Language {
  return languageCodeOf(tag) ?? 'en'
}

/** The tag for numbers and dates: the site's own region where it speaks that language. */
export function localeOf(language: Language, siteTag: string): string {
  const ours = languages.find((one) => one.code === language)?.locale ?? 'en-GB'
  return siteTag.includes('-') && languageCodeOf(siteTag) === language ? siteTag : ours
}

/** A language's name in itself. */
export function nameOf(language: Language): string {
  return languages.find(({ code }) => code === language)?.name ?? language
}
