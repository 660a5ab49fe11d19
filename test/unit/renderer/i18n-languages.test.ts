// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { formats } from '#renderer/i18n/format.ts'
import { i18n, speak } from '#renderer/i18n/i18n.ts'
import { languageOf, languages, localeOf } from '#renderer/i18n/languages.ts'
import { loadMessages } from '#renderer/i18n/messages.ts'
import { pluralForms, pluralRule } from '#renderer/i18n/plural.ts'
import { longestLanguage } from '#test/e2e/support/longest-language.ts'
import { NOW_MS } from './fakes.ts'

const NBSP = '\u00a0'

describe('the languages', () => {
  it('are twelve, each by its own name', () => {
    expect(languages).toHaveLength(12)
    for (const { code, name } of languages) {
      const own = new Intl.DisplayNames([code], { type: 'language' }).of(code)
      expect(name.toLowerCase(), code).toBe(own?.toLowerCase())
    }
  })

  it('are asked for by any region of theirs', () => {
    for (const { code, locale } of languages) {
      expect(languageOf(locale)).toBe(code)
      expect(localeOf(code, 'xx-XX')).toBe(locale)
    }
    expect(localeOf('fr', 'fr-CH')).toBe('fr-CH')
  })

  it('are brought one by one, and told to the page', async () => {
    expect(i18n.global.availableLocales).not.toContain('sl')
    await speak('sl-SI')
    expect(i18n.global.availableLocales).toContain('sl')
    expect(i18n.global.availableLocales).not.toContain('hu')
    expect(document.documentElement.lang).toBe('sl')
  })

  it('are left for the one asked for last, whichever comes first', async () => {
    const first = speak('sv')
    await speak('sl')
    expect(await first).toBe('sl')
    expect(document.documentElement.lang).toBe('sl')
  })
})

describe.each(languages)('$name', ({ code }) => {
  it('fills every message with its values, whatever the count', async () => {
    await speak(code)
    const messages = await loadMessages[code]()
    for (const [key, text] of Object.entries(messages)) {
      const values = Object.fromEntries(
        [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, `<${name}>`]),
      )
      for (const count of [0, 1, 2, 3, 5, 21]) {
        const said = i18n.global.t(key, values, count)
        expect(said, key).not.toMatch(/[{}|]/)
        for (const value of Object.values(values)) expect(said, key).toContain(value)
      }
    }
  })
})

describe('plural forms', () => {
  it('are those that whole numbers need in the language', () => {
    for (const code of ['en', 'de', 'fr', 'it', 'es', 'nl', 'hu', 'sv'] as const) {
      expect(pluralForms(code), code).toEqual(['one', 'other'])
    }
    expect(pluralForms('cs')).toEqual(['one', 'few', 'other'])
    expect(pluralForms('pl')).toEqual(['one', 'few', 'many'])
    expect(pluralForms('sl')).toEqual(['one', 'two', 'few', 'other'])
    expect(pluralForms('hr')).toEqual(['one', 'few', 'other'])
  })

  it('are chosen by the count', () => {
    const chosen = (code: 'en' | 'fr' | 'pl' | 'sl' | 'hr', counts: number[]): number[] =>
      counts.map((count) => pluralRule(code)(count, pluralForms(code).length))
    expect(chosen('en', [0, 1, 2])).toEqual([1, 0, 1])
    expect(chosen('fr', [0, 1, 2])).toEqual([0, 0, 1])
    expect(chosen('pl', [1, 2, 5, 12, 22])).toEqual([0, 1, 2, 2, 1])
    expect(chosen('sl', [1, 2, 3, 5, 101, 102])).toEqual([0, 1, 2, 3, 0, 1])
    expect(chosen('hr', [1, 2, 5, 21, 22])).toEqual([0, 1, 2, 0, 1])
  })

  it('fall to the last one for a fraction, and to the only one where there is one', () => {
    expect(pluralRule('pl')(1.5, 3)).toBe(2)
    expect(pluralRule('pl')(5, 1)).toBe(0)
  })

  it.each([
    ['en', ['1 plug found', '2 plugs found', '5 plugs found']],
    ['cs', ['Nalezeno 1 místo', 'Nalezena 2 místa', 'Nalezeno 5 míst']],
    ['pl', ['Znaleziono 1 stanowisko', 'Znaleziono 2 stanowiska', 'Znaleziono 5 stanowisk']],
    ['sl', ['Najdeno 1 mesto', 'Najdeni 2 mesti', 'Najdenih 5 mest']],
    ['hr', ['Pronađeno 1 mjesto', 'Pronađena 2 mjesta', 'Pronađeno 5 mjesta']],
  ])('say one, two and five plugs in %s', async (code, said) => {
    await speak(code)
    const texts = [1, 2, 5].map((n) => i18n.global.t('find.found', { n }, n))
    expect(texts.map((text) => text.replaceAll(NBSP, ' '))).toEqual(said)
  })
})

describe('numbers and dates', () => {
  it.each(languages)('are written as in $name', ({ code, locale }) => {
    const f = formats(localeOf(code, 'xx'), 'Europe/Vienna')
    const decimal = code === 'en' ? '.' : ','
    expect(f.kWh(18.44)).toBe(`18${decimal}4${NBSP}kWh`)
    expect(f.time(NOW_MS)).toBe('14:32')
    expect(f.percent(65)).toBe(new Intl.NumberFormat(locale, { style: 'percent' }).format(0.65))
    expect(f.date(NOW_MS)).toContain('22')
    expect(f.money({ amount: 6.44, currency: 'EUR' })).toMatch(/€|EUR/)
  })

  it('name the day in the language', () => {
    expect(formats('sl-SI', 'Europe/Vienna').date(NOW_MS)).toBe('nedelja, 22. november')
    expect(formats('hu-HU', 'Europe/Vienna').date(NOW_MS)).toBe('november 22., vasárnap')
    expect(formats('fr-FR', 'Europe/Vienna').date(NOW_MS)).toBe('dimanche 22 novembre')
  })
})

describe('the longest language', () => {
  it('is found for all screens, and for one', async () => {
    expect(languages.map(({ code }) => code)).toContain(await longestLanguage())
    expect(await longestLanguage(['app.retry'])).toBe('de')
  })
})
