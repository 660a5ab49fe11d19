import { describe, expect, it } from 'vitest'
import { languageCodes } from '#common/languages.ts'
import type { Language } from '#renderer/i18n/languages.ts'
import { filled, type Message, type Named } from '#renderer/i18n/messages.ts'
import {
  catalogueOf,
  languagesOf,
  mainParts,
  pageParts,
  type Part,
} from '#tools/words/catalogues.ts'
import { compileCatalogue } from '#tools/words/compile.ts'
import { argumentsOf } from '#tools/words/keys.ts'
import { formsOf, neededForms } from './forms.ts'

const parts: readonly Part[] = [...pageParts, ...mainParts]
const catalogues = parts.flatMap((part) =>
  languagesOf(part).map((language) => ({ part, language, words: catalogueOf(language, part) })),
)
const blanksOf = (text: string): string[] => [...(text.match(/\{\w+\}/g) ?? [])].sort()

describe('catalogues', () => {
  it('are there in every language for guests, and in the same for all of the desk', () => {
    for (const part of ['guest', 'receipt'] as const) {
      expect(languagesOf(part).toSorted()).toEqual(languageCodes.toSorted())
    }
    for (const part of ['desk', 'setup', 'export', 'alert'] as const) {
      expect(languagesOf(part)).toEqual(['de', 'en'])
    }
  })

  it('say nothing twice: a key is of one part alone', () => {
    const keys = pageParts.flatMap((part) => Object.keys(catalogueOf('en', part)))
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })
})

describe.each(catalogues)('$language/$part', ({ part, language, words }) => {
  const english = catalogueOf('en', part)

  it('has every English message and no other, and none is empty', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort())
    expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('fills in what English does, in each form', () => {
    for (const [key, text] of Object.entries(words)) {
      expect(argumentsOf(text), key).toEqual(argumentsOf(english[key] ?? ''))
      const blanks = blanksOf([...formsOf(english[key] ?? '').values()].at(-1) ?? '')
      for (const form of formsOf(text).values()) {
        expect(new Set(blanksOf(form)), key).toEqual(new Set(blanks))
      }
    }
  })

  it('has each form of a plural that its language needs', () => {
    for (const [key, text] of Object.entries(words)) {
      const isCounted = formsOf(english[key] ?? '').has('other')
      const forms = [...formsOf(text).keys()]
      if (isCounted) expect(forms, key).toEqual(expect.arrayContaining([...neededForms(language)]))
      else expect(forms, key).toEqual([''])
    }
  })
})

describe.each(catalogues.filter(({ part }) => mainParts.includes(part as never)))(
  '$language/$part, which main reads as it is',
  ({ words }) => {
    it('has plain words: nothing to fill in, and no sign that means something', () => {
      for (const [key, text] of Object.entries(words)) {
        expect([...formsOf(text)], key).toEqual([['', text]])
      }
    })
  },
)

/** A message of this text, as the page says it. */
async function compiled(language: Language, text: string): Promise<(named: Named) => string> {
  const code = encodeURIComponent(compileCatalogue(language, { text }))
  const module = (await import(/* @vite-ignore */ `data:text/javascript,${code}`)) as {
    default: { text: Message }
  }
  return (named) => filled(module.default.text, named, language)
}

describe('what the build makes of them', () => {
  it.each(languageCodes)('chooses plurals as the language does: %s', async (language) => {
    const forms = [...neededForms(language)]
    const cases = forms.map((form) => `${form} {${form}}`).join(' ')
    const say = await compiled(language, `{n, plural, ${cases}}`)
    const rules = new Intl.PluralRules(language)
    for (const n of [...Array(201).keys(), 1e6, 0.5, 1.5]) {
      const form = rules.select(n)
      const wanted = forms.includes(form) ? form : 'other'
      expect(say({ n }), String(n)).toBe(wanted)
    }
  })

  it('fills blanks in, and chooses by numbers and by words', async () => {
    expect((await compiled('en', '{a}{b}'))({ a: 1, b: 2 })).toBe('12')
    const count = await compiled('en', '({n, plural, =0 {none} one {one} other {{n} of {all}}})')
    expect([0, 1, 2].map((n) => count({ n, all: 9 }))).toEqual([...['(none)', '(one)', '(2 of 9)']])
    const pick = await compiled('en', '{who, select, guest {Guest} other {Staff}}')
    expect(['guest', 'x', 'valueOf'].map((who) => pick({ who }))).toEqual([
      ...['Guest', 'Staff', 'Staff'],
    ])
  })

  it('takes marks as ICU does', async () => {
    expect((await compiled('en', "It's '{'{a}'}' \\ “#” | @:b"))({ a: "'" })).toBe(
      "It's {'} \\ “#” | @:b",
    )
  })

  it.each([
    ['an open brace', '{zurück'],
    ['a form that the language has not', '{n, plural, few {a} other {b}}'],
    ['no last form', '{n, plural, one {a}}'],
    ['a number that the message would write', '{n, plural, one {#} other {#}}'],
    ['another format', '{n, number}'],
  ])('fails for %s, and says where', (_, text) => {
    expect(() => compileCatalogue('de', { 'app.back': text })).toThrow('de: app.back: ')
  })
})
