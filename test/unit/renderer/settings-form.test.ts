import { describe, expect, it } from 'vitest'
import { settingGroupSchema } from '#contract/system.ts'
import { formFields as fields } from '#main/settings/desk-form.ts'
import { changesOf, formOf, groupsOf } from '#renderer/desk/terminal/settings-form.ts'

const form = (values: Parameters<typeof formOf>[0]['values']) =>
  formOf({ values, fields: [...fields] })

describe("the settings' form", () => {
  it('stands in its groups, in their order', () => {
    const groups = groupsOf(fields)
    expect(groups.map(({ name }) => name)).toEqual(settingGroupSchema.options)
    expect(groups.flatMap((group) => group.fields)).toEqual(fields)
    expect(groups[0]?.fields.map(({ path }) => path).slice(0, 2)).toEqual(['language', 'timeZone'])
  })

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
    expect(changesOf(fields, before, before)).toEqual({})
    expect(changesOf(fields, before, after)).toEqual({
      language: null,
      stations: ['a', 'b'],
      guest: { packages: false, dimAfterMinutes: null, nightLevel: 0.4 },
    })
  })
})
