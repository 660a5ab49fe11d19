import { createI18n } from 'vue-i18n'
import { languageOf, languages, type Language } from './languages.ts'
import { loadMessages } from './messages.ts'
import { pluralRule } from './plural.ts'

/** Messages are flat: a key such as `board.free` is a name, not a path. */
function flat(messages: unknown, key: string): string | null {
  return (messages as Partial<Record<string, string>>)[key] ?? null
}

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  missingWarn: false,
  fallbackWarn: false,
  messageResolver: flat,
  messages: {},
  pluralRules: Object.fromEntries(languages.map(({ code }) => [code, pluralRule(code)])),
})

let wanted: Language = 'en'

/** Brings a language's messages (once) and switches to it; the one asked for last wins. */
export async function speak(tag: string): Promise<Language> {
  const language = languageOf(tag)
  wanted = language
  if (!i18n.global.availableLocales.includes(language)) {
    i18n.global.setLocaleMessage(language, await loadMessages[language]())
  }
  if (wanted === language) {
    i18n.global.locale.value = language
    document.documentElement.lang = language
  }
  return wanted
}
