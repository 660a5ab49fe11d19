// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { formats } from '#renderer/i18n/format.ts'
import { fill, speak } from '#renderer/i18n/i18n.ts'
import { languageOf, languages, localeOf } from '#renderer/i18n/languages.ts'
import { say } from '#renderer/i18n/text.ts'
import { longestLanguage } from '#test/e2e/support/longest-language.ts'
import { messagesOf } from '#tools/words/catalogues.ts'
import { argumentsOf } from '#tools/words/keys.ts'
import { NOW_MS } from './fakes.ts'
import { neededForms } from './forms.ts'

const NBSP = '\u00a0'

describe('the languages', () => {
  it('go each by its own name', () => {
    for (const { code, name } of languages) {
      // Its readers call Bokmål Norwegian.
      const called = code === 'nb' ? 'no' : code
      const own = new Intl.DisplayNames([code], { type: 'language' }).of(called)
      expect(name.toLowerCase(), code).toBe(own?.toLowerCase())
    }
  })

  it('are asked for by any region of theirs', () => {
    for (const { code, locale } of languages) {
      expect(languageOf(locale)).toBe(code)
      expect(localeOf(code, 'xx-XX')).toBe(locale)
    }
    expect(localeOf('fr', 'fr-CH')).toBe('fr-CH')
    expect(languageOf('no-NO')).toBe('nb')
  })

  it('are brought one by one, and told to the page', async () => {
    expect(say('app.back')).toBe('app.back')
    await speak('sl-SI')
    expect(say('app.back')).toBe(messagesOf('sl', 'guest')['app.back'])
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
    for (const [key, text] of Object.entries(messagesOf(code, 'guest'))) {
      const blanks = [...argumentsOf(text)]
      for (const count of [0, 1, 2, 3, 5, 21]) {
        const values = blanks.map(([name, kind]) => [name, kind === 'number' ? count : `<${name}>`])
        const said = fill(key, Object.fromEntries(values) as Record<string, string>)
        expect(said, key).not.toMatch(/[{}|]/)
        for (const [, value] of values) expect(said, key).toContain(String(value))
      }
    }
  })
})

describe('plural forms', () => {
  it('are those that whole numbers need in the language', () => {
    const western = ['en', 'de', 'fr', 'it', 'es', 'nl', 'pt', 'da', 'sv', 'nb'] as const
    for (const code of [...western, 'hu', 'fi', 'et', 'el', 'bg'] as const) {
      expect(neededForms(code), code).toEqual(new Set(['one', 'other']))
    }
    for (const code of ['cs', 'sk', 'ro', 'lt'] as const) {
      expect(neededForms(code), code).toEqual(new Set(['one', 'few', 'other']))
    }
    expect(neededForms('pl')).toEqual(new Set(['one', 'few', 'many', 'other']))
    expect(neededForms('uk')).toEqual(new Set(['one', 'few', 'many', 'other']))
    expect(neededForms('lv')).toEqual(new Set(['zero', 'one', 'other']))
    expect(neededForms('sl')).toEqual(new Set(['one', 'two', 'few', 'other']))
    expect(neededForms('hr')).toEqual(new Set(['one', 'few', 'other']))
  })

  it('are chosen by the count', async () => {
    await speak('sl')
    const said = [1, 2, 3, 5, 101, 102].map((n) => say('find.found', { n }))
    expect(said.map((text) => text.replace(/\d+/, 'n'))).toEqual([
      ...['Najdeno n mesto', 'Najdeni n mesti', 'Najdena n mesta', 'Najdenih n mest'],
      ...['Najdeno n mesto', 'Najdeni n mesti'],
    ])
  })

  it('fall to the last one for a fraction', async () => {
    await speak('pl')
    expect(say('find.found', { n: 1.5 })).toBe('Znaleziono 1.5 stanowisk')
  })

  it.each([
    ['en', ['1 plug found', '2 plugs found', '5 plugs found']],
    ['cs', ['Nalezeno 1 místo', 'Nalezena 2 místa', 'Nalezeno 5 míst']],
    ['pl', ['Znaleziono 1 stanowisko', 'Znaleziono 2 stanowiska', 'Znaleziono 5 stanowisk']],
    ['sl', ['Najdeno 1 mesto', 'Najdeni 2 mesti', 'Najdenih 5 mest']],
    ['hr', ['Pronađeno 1 mjesto', 'Pronađena 2 mjesta', 'Pronađeno 5 mjesta']],
  ])('say one, two and five plugs in %s', async (code, said) => {
    await speak(code)
    const texts = [1, 2, 5].map((n) => say('find.found', { n }))
    expect(texts.map((text) => text.replaceAll(NBSP, ' '))).toEqual(said)
  })
})

describe('numbers and dates', () => {
  it.each(languages)('are written as in $name', ({ code, locale }) => {
    const f = formats(localeOf(code, 'xx'), 'Europe/Vienna')
    const decimal = code === 'en' ? '.' : ','
    expect(f.kWh(18.44)).toBe(`18${decimal}4${NBSP}kWh`)
    expect(f.time(NOW_MS)).toBe(code === 'da' || code === 'fi' ? '14.32' : '14:32')
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
  it('is found for all screens, and for one', () => {
    expect(languages.map(({ code }) => code)).toContain(longestLanguage())
    expect(longestLanguage(['app.retry'])).toBe('de')
  })
})
