import type { Language } from './languages.ts'

/** What fills a message, by name. */
export type Named = Readonly<Record<string, string | number>>
type Forms = Readonly<Record<string, string>> & { readonly other: string }
type Choose = (value: string | number, forms: Forms) => string
/** A message as the build makes it of its text in a catalogue: where there is something to fill in, it does. */
export type Message = string | ((named: Named, choose: Choose) => string)
export type Words = Readonly<Record<string, Message>>

const rules = new Map<Language, Intl.PluralRules>()

/** How a language chooses among the forms of a message: by a number's own form, else its plural; by a word. */
const chooserOf =
  (language: Language): Choose =>
  (value, forms) => {
    const own = typeof value === 'number' ? `=${String(value)}` : value
    if (Object.hasOwn(forms, own)) return forms[own] ?? forms.other
    if (typeof value === 'string') return forms.other
    const known = rules.get(language) ?? new Intl.PluralRules(language)
    rules.set(language, known)
    return forms[known.select(value)] ?? forms.other
  }

/** A message of a language with its blanks filled in. */
export const filled = (message: Message, named: Named, language: Language): string =>
  typeof message === 'string' ? message : message(named, chooserOf(language))
