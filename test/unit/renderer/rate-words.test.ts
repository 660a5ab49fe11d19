// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { priceWords, rateLines, rateWords } from '#renderer/charging/rate-words.ts'
import { formats } from '#renderer/i18n/format.ts'
import { speak } from '#renderer/i18n/i18n.ts'
import { languages } from '#renderer/i18n/languages.ts'
import { say, type Translate } from '#renderer/i18n/text.ts'

const t: Translate = say
const FAST = '0.59 EUR/kWh + 0.10 EUR/min after 60 min'
const plain = (words: string): string => words.replaceAll('\u00a0', ' ')

async function wordsIn(code: string, locale: string, text: string): Promise<string> {
  await speak(code)
  return plain(rateWords(text, t, formats(locale, 'UTC')))
}

describe('the words of a rate', () => {
  it.each([
    ['en', 'en-GB', '€0.59 per kWh + €0.10 per minute after 1 hour'],
    ['de', 'de-DE', '0,59 € pro kWh + 0,10 € pro Minute nach 1 Stunde'],
    ['pl', 'pl-PL', '0,59 € za kWh + 0,10 € za minutę po 1 godzinie'],
    ['hu', 'hu-HU', '0,59 EUR kWh-nként + 0,10 EUR percenként 1 óra után'],
  ])('are those of the language %s', async (code, locale, words) => {
    expect(await wordsIn(code, locale, FAST)).toBe(words)
  })

  it('keep every digit, and neither number nor unit stands alone in a line', async () => {
    await speak('en')
    const f = formats('en-GB', 'UTC')
    expect(rateWords('0.0575 EUR/kWh + 2 EUR/h after 90 min', t, f)).toBe(
      '€0.0575\u00a0per\u00a0kWh +\u00a0€2.00\u00a0per\u00a0hour after\u00a090\u00a0minutes',
    )
  })

  it('are the text as delivered where it cannot be read', async () => {
    expect(await wordsIn('de', 'de-DE', '0.59 EUR/kWh, nachts weniger')).toBe(
      '0.59 EUR/kWh, nachts weniger',
    )
    expect(rateLines('Ask us', t, formats('de-DE', 'UTC'))).toBeNull()
  })

  it('have no point beside a unit where the language writes a comma', async () => {
    for (const { code, locale } of languages.filter((one) => one.code !== 'en')) {
      expect(await wordsIn(code, locale, FAST), code).not.toMatch(/\d\.\d/)
    }
  })
})

describe('a price', () => {
  it('of several rates is told by the least, or only as several', async () => {
    await speak('en')
    const f = formats('en-GB', 'UTC')
    expect(plain(priceWords({ kind: 'several', from: '0.25 EUR/kWh' }, t, f))).toBe(
      'from €0.25 per kWh',
    )
    expect(priceWords({ kind: 'several', from: null }, t, f)).toBe('Several prices')
  })
})
