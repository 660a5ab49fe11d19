import type { Language } from './languages.ts'

/** CLDR's order: a plural message lists its forms in it, e.g. `one | few | many` in Polish. */
const order = ['zero', 'one', 'two', 'few', 'many', 'other'] as const
export type PluralForm = (typeof order)[number]

/** Beyond this, whole numbers bring no new form that a screen could need. */
const HIGHEST_COUNT = 200

/** The forms that whole numbers need in a language, in the order in which its messages list them. */
export function pluralForms(language: Language): PluralForm[] {
  const rules = new Intl.PluralRules(language)
  const used = new Set<PluralForm>()
  for (let count = 0; count <= HIGHEST_COUNT; count += 1) used.add(rules.select(count))
  return order.filter((form) => used.has(form))
}

/** Which of a message's `choices` forms says `count`; a form that is not there is the last one. */
export function pluralRule(language: Language): (count: number, choices: number) => number {
  let known: { rules: Intl.PluralRules; forms: PluralForm[] } | undefined
  return (count, choices) => {
    if (choices < 2) return 0
    known ??= { rules: new Intl.PluralRules(language), forms: pluralForms(language) }
    const at = known.forms.indexOf(known.rules.select(count))
    return Math.min(at < 0 ? choices : at, choices - 1)
  }
}
