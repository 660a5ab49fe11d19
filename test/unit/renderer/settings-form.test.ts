import { describe, expect, it } from 'vitest'
import { changesOf, formOf } from '#renderer/desk/terminal/settings-form.ts'

const form = (values: Parameters<typeof formOf>[0]['values']) => formOf({ values, fixed: {} })

describe("the settings' form", () => {
  it('shows what is settled, and the preset of everything else', () => {
    const shown = form({ stations: ['a', 'b'], guest: { deskPhone: null, dimAfterMinutes: null } })
    expect(shown).toMatchObject({
      stations: 'a, b',
      language: '',
      'guest.deskPhone': '',
      'guest.dimAfterMinutes': '',
      'guest.nightLevel': '0.5',
      'guest.packages': true,
    })
  })

  it('writes what was changed and nothing else', () => {
    const before = form({ language: 'en', guest: { dimAfterMinutes: 10 } })
    const after = {
      ...before,
      language: '',
      stations: 'a,  b',
      'guest.packages': false,
      'guest.dimAfterMinutes': '',
      'guest.nightLevel': '0,4',
    }
    expect(changesOf(before, before)).toEqual({})
    expect(changesOf(before, after)).toEqual({
      language: null,
      stations: ['a', 'b'],
      guest: { packages: false, dimAfterMinutes: null, nightLevel: 0.4 },
    })
  })
})
