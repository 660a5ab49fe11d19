import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '#renderer/i18n/languages.ts'
import { messagesOf } from '#tools/words/catalogues.ts'

const css = readFileSync(
  path.join(import.meta.dirname, '../../../src/renderer/theme/fonts/fonts.css'),
  'utf8',
)
/** Signs that the typeface does not have: the system's own font shows them. */
const SIGNS = new Set('≥≈₂▲○●')

function rangesOf(file: string): [number, number][] {
  const [, ranges = ''] = new RegExp(`${file}[^}]*unicode-range:([^;]*);`).exec(css) ?? []
  return ranges.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}
const files = ['european', 'baltic', 'latin.woff2', 'greek', 'cyrillic']
const covered = files.flatMap(rangesOf)
const isIn = (ranges: readonly (readonly [number, number])[], letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0
  return ranges.some(([from, to]) => code >= from && code <= to)
}
const lettersOf = ({ code, name }: (typeof languages)[number]): string[] => {
  const words = Object.values(messagesOf(code, 'guest')).join('') + name
  return [...new Set(words)].filter((letter) => letter >= ' ' && !SIGNS.has(letter))
}

test.each(languages)('the fonts that are shipped have every letter of $name', (language) => {
  expect(lettersOf(language).filter((letter) => !isIn(covered, letter))).toEqual([])
})

test('English and German need the first of them alone', () => {
  const first = rangesOf('latin.woff2')
  for (const language of languages.filter(({ code }) => code === 'en' || code === 'de')) {
    expect(lettersOf(language).filter((letter) => !isIn(first, letter))).toEqual([])
  }
})

test('Greek and Cyrillic are loaded by the languages that write them, and by no other', () => {
  const others = [...rangesOf('greek'), ...rangesOf('cyrillic')]
  const loading = languages.filter((one) => lettersOf(one).some((letter) => isIn(others, letter)))
  expect(loading.map(({ code }) => code)).toEqual(['el', 'bg', 'uk'])
})
