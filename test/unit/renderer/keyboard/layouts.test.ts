import { describe, expect, it } from 'vitest'
import { languageCodes } from '#common/languages.ts'
import { composed, isAccent, rowsOf } from '#renderer/keyboard/layouts.ts'

/** What people of each language write beside a to z (CLDR, main exemplars). */
const own = {
  ...{ cs: 'áčďéěíňóřšťúůýž', de: 'äöüß', en: '', es: 'áéíóúüñ', fr: 'àâçèéêëîïôùûœ' },
  ...{ hr: 'čćđšž', hu: 'áéíóöőúüű', it: 'àèéìòù', nl: 'éëïóü', pl: 'ąćęłńóśźż' },
  ...{ sl: 'čšž', sv: 'åäöé' },
} as const
const MOST_SIGNS = 12

describe.each(languageCodes)('the keys of %s', (language) => {
  const small = rowsOf(language, 'letters', false).flat()
  const capital = rowsOf(language, 'letters', true).flat()
  const signs = rowsOf(language, 'signs', false).flat()

  it('have each of its letters, small and capital, each key once', () => {
    const letters = Array.from(`abcdefghijklmnopqrstuvwxyz${own[language]}`)
    expect(letters.filter((letter) => !small.includes(letter))).toEqual([])
    const capitals = letters.map((letter) => (letter === 'ß' ? 'ẞ' : letter.toUpperCase()))
    expect(capitals.filter((letter) => !capital.includes(letter))).toEqual([])
    for (const keys of [small, capital, signs]) expect(new Set(keys).size).toBe(keys.length)
    expect(capital.every((key) => Array.from(key).length === 1)).toBe(true)
  })

  it('have every sign of ASCII, which a password may have, with those that are always there', () => {
    const always = Array.from('@:/ ,.-')
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
    const keys = new Set([...small, ...capital, ...signs, ...always])
    expect(ascii.filter((sign) => !keys.has(sign))).toEqual([])
    expect(signs.filter((sign) => always.includes(sign))).toEqual([])
  })

  it('fit in a row, shift and delete beside the last', () => {
    for (const layer of ['letters', 'signs'] as const) {
      const rows = rowsOf(language, layer, false).map((row) => row.length)
      const last = rows.pop() ?? 0
      expect(Math.max(...rows)).toBeLessThanOrEqual(MOST_SIGNS)
      expect(last + (layer === 'letters' ? 2 : 1)).toBeLessThanOrEqual(MOST_SIGNS)
    }
  })
})

describe('an accent', () => {
  it.each([
    ['´', 'e', 'é'],
    ['ˇ', 'R', 'Ř'],
    ['¨', 'u', 'ü'],
    ['ˆ', 'o', 'ô'],
    ['˜', 'n', 'ñ'],
    ['ˋ', 'a', 'à'],
  ])('%s and %s are %s', (accent, letter, both) => {
    expect(isAccent(accent)).toBe(true)
    expect(composed(accent, letter)).toBe(both)
  })

  it('stands for itself before what it does not fit', () => {
    expect(composed('´', 'q')).toBe('´q')
    expect(composed('¨', '1')).toBe('¨1')
    expect(composed(null, 'é')).toBe('é')
  })
})
