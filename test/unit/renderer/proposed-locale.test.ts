import { describe, expect, it } from 'vitest'
import { isDoubtful, proposedLanguage, proposedZone } from '#renderer/setup/proposed-locale.ts'

const WINTER_MS = Date.UTC(2026, 0, 15)

describe('the zone that set-up proposes', () => {
  it.each([
    // country of the site, the machine's zone, proposed
    ['AT', 'UTC', 'Europe/Vienna'],
    ['AT', 'Etc/UTC', 'Europe/Vienna'],
    ['AT', 'Europe/Vienna', 'Europe/Vienna'],
    ['AT', 'America/New_York', 'Europe/Vienna'],
    ['DE', 'UTC', 'Europe/Berlin'],
    // Two times in one country: the machine may know, otherwise nobody does.
    ['ES', 'Europe/Madrid', 'Europe/Madrid'],
    ['ES', 'UTC', null],
    [null, 'Europe/Prague', 'Europe/Prague'],
    [null, 'UTC', null],
    ['AUT', 'UTC', null],
  ])('for a site in %s on a machine that says %s is %s', (country, machine, zone) => {
    expect(proposedZone(country, machine, WINTER_MS)).toBe(zone)
  })

  it.each([
    ['AT', 'UTC', true],
    ['AT', 'Europe/London', true],
    ['AT', 'Europe/Vienna', false],
    // Another name of the same time.
    ['AT', 'Europe/Berlin', false],
    [null, 'UTC', true],
    [null, 'Europe/London', false],
    ['AT', '', false],
  ])('of a site in %s: %s is doubtful: %s', (country, zone, doubtful) => {
    expect(isDoubtful(country, zone, WINTER_MS)).toBe(doubtful)
  })
})

it.each([
  ['AT', 'de'],
  ['CZ', 'cs'],
  ['SI', 'sl'],
  ['JP', undefined],
  [null, undefined],
])('the language that set-up proposes in %s is %s', (country, language) => {
  expect(proposedLanguage(country)).toBe(language)
})
