import { describe, expect, it } from 'vitest'
import { languageCodes } from '#common/languages.ts'
import { readGuestSettings } from '#main/settings/guest-settings.ts'
import { describeProblem } from '#main/settings/options.ts'

const settingsOf = (section: unknown, demo = false) => readGuestSettings(section, demo).settings
const problemsOf = (section: unknown): string[] =>
  readGuestSettings(section, false).problems.map(describeProblem)

describe('the section for guests in the settings file', () => {
  it('has defaults: cards open, stop codes on, packages on, no card reader', () => {
    expect(settingsOf(undefined)).toEqual({
      shown: {
        languages: languageCodes,
        deskPhone: null,
        reader: false,
        dimAfterMs: 600_000,
        nightLevel: 0.5,
        speech: 'aloud',
        sounds: true,
        takeAlong: true,
        moreTime: 1,
        theme: 'auto',
      },
      rules: {
        cards: 'open',
        byCard: {},
        labelByCard: {},
        preferredCardId: null,
        ownCard: false,
        packages: true,
        stopCodes: true,
      },
      ...{ printer: null, paper: 'printer' },
    })
  })

  it('lets guests use their own card where there is a reader, and the operator does not mind', () => {
    expect(settingsOf({ reader: true }).rules.ownCard).toBe(true)
    expect(settingsOf({ reader: true, ownCard: false }).rules.ownCard).toBe(false)
    expect(settingsOf({ ownCard: true }).rules.ownCard).toBe(false)
  })

  it('has a reader in the demo', () => {
    expect(settingsOf(undefined, true)).toMatchObject({
      shown: { reader: true },
      rules: { ownCard: true },
    })
    expect(settingsOf({ reader: false }, true).shown.reader).toBe(false)
  })

  it('takes up what the operator wrote', () => {
    const section = {
      languages: ['de', 'en'],
      deskPhone: ' +43 1 234 ',
      dimAfterMinutes: null,
      nightLevel: 0.2,
      cards: 'desk',
      byCard: { 'card-1': 'booking' },
      labelByCard: { 'card-1': ' On the room ' },
      preferredCardId: 'card-1',
      packages: false,
      stopCodes: false,
      printer: 'Lobby_TM_T20',
    }
    expect(settingsOf(section)).toMatchObject({
      shown: { languages: ['de', 'en'], deskPhone: '+43 1 234', dimAfterMs: null, nightLevel: 0.2 },
      rules: {
        cards: 'desk',
        byCard: { 'card-1': 'booking' },
        labelByCard: { 'card-1': 'On the room' },
        preferredCardId: 'card-1',
        packages: false,
        stopCodes: false,
      },
      printer: 'Lobby_TM_T20',
    })
  })

  it('tells each wrong value in a line, with what it must be', () => {
    const section = { nightLevel: 3, byCard: { 'card-1': 'sometimes' }, languages: [] }
    expect(problemsOf(section)).toEqual([
      'guest.nightLevel in the settings file: "3" cannot be used; it must be a number from 0.1 to 1.',
      expect.stringContaining('guest.byCard in the settings file'),
      expect.stringContaining('guest.languages in the settings file'),
    ])
  })

  it('tells names that it does not know, and a section that is none', () => {
    expect(problemsOf({ stopCode: false })).toEqual([
      expect.stringContaining('guest.stopCode in the settings file'),
    ])
    expect(problemsOf('open')).toEqual([expect.stringContaining('an object of settings')])
  })
})
