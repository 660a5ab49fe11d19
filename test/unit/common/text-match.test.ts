import { describe, expect, it } from 'vitest'
import { matchesText } from '#common/text-match.ts'

describe('looking for a text', () => {
  it('finds all words, wherever each of them stands', () => {
    expect(matchesText('214 müller', ['Zimmer 214', null, 'Familie Müller'])).toBe(true)
    expect(matchesText('214 müller', ['Zimmer 214', null, 'Familie Maier'])).toBe(false)
  })

  it('does not mind case and accents', () => {
    expect(matchesText('CAFE', ['Café am See'])).toBe(true)
  })

  it('finds everything for nothing', () => {
    expect(matchesText('  ', [null])).toBe(true)
  })
})
