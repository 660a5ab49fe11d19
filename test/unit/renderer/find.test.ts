// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { offered } from '#renderer/guest/footer/offered.ts'
import { nameOf } from '#renderer/i18n/languages.ts'
import { aConnector, aModel, FakeBridge, type Answers } from './fakes.ts'
import { button, closeApp, loadScreens, openApp, sees, tap } from './on-screen.ts'

/** Twenty plugs at five stations: odd ones Type 2 with 22 kW, even ones CCS with 150 kW, three free. */
const garage = Array.from({ length: 20 }, (_, index) => {
  const number = index + 1
  return aConnector({
    id: `c${String(number)}`,
    number: String(number),
    stationId: `s${String(Math.floor(index / 4))}`,
    evseId: `AT*HTB*E${String(1000 + number)}*1`,
    ...(number % 2 === 0 && { plug: 'ccs2', current: 'DC', maxPowerKW: 150 }),
    ...(number > 3 && { state: 'in-use', startBlock: 'busy' }),
  })
})
let bridge: FakeBridge

const tiles = (): number => document.querySelectorAll('.dense').length
async function open(connectors = garage, answers: Answers = {}): Promise<void> {
  bridge = new FakeBridge(answers)
  await openApp(bridge, aModel({ connectors, sessions: [] }))
}
async function counts(expected: number): Promise<void> {
  await vi.waitFor(() => {
    expect(tiles()).toBe(expected)
  })
}
async function type(keys: string): Promise<void> {
  for (const key of keys) await tap(new RegExp(`^${key === '*' ? '\\*' : key}$`))
}

beforeAll(loadScreens, 60_000)
afterEach(closeApp)

describe('a board of many plugs', () => {
  it('is filtered by what is free with one touch, by plug and power in a sheet', async () => {
    await open()
    await counts(20)
    await tap(/^Filter$/)
    await tap(/^CCS$/)
    await counts(10)
    await tap(/^Free only$/)
    await tap(/^Filter · 1$/)
    await counts(1)
    await tap(/^CCS$/)
    await counts(3)
    await tap(/^150\skW and more$/)
    await counts(1)
    await tap(/^Show all$/)
    await counts(20)
  })

  it('says when nothing fits, and shows the way out', async () => {
    await open(garage.map((one) => ({ ...one, state: 'in-use', startBlock: 'busy' }) as const))
    await tap(/^Free only$/)
    await sees('No plug like this')
    await tap(/^Show all plugs$/)
    await counts(20)
  })

  it('shows everything again when the guest has gone', async () => {
    await open()
    await tap(/^Filter$/)
    await tap(/^CCS$/)
    await counts(10)
    await vi.advanceTimersByTimeAsync(82_000)
    await counts(20)
  })

  it('has no filters where all plugs are seen at once', async () => {
    await open(garage.slice(0, 12))
    await sees('plugs free')
    expect(button(/^Find a plug$/)).toBeUndefined()
  })
})

describe('finding a plug', () => {
  it('by its number leads to it', async () => {
    await open()
    await tap(/^Find a plug$/)
    await type('3')
    await sees('1 plug found')
    await tap(/^Plug 3,/)
    await sees('Start charging')
  })

  it('leaves Enter to the number that is typed after “Clear”', async () => {
    await open()
    await tap(/^Find a plug$/)
    await type('4')
    const clear = button(/^Clear$/)
    clear?.focus()
    await tap(/^Clear$/)
    for (const key of ['3', 'Enter']) {
      const at = document.activeElement ?? document.body
      at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }
    await sees('Start charging')
  })

  it('by part of its EVSE ID finds it', async () => {
    await open()
    await tap(/^Find a plug$/)
    await type('E1017')
    await sees('1 plug found')
    expect(button(/^Plug 17,/)).toBeDefined()
  })

  it('says when there is none, and shows the way out', async () => {
    await open()
    await tap(/^Find a plug$/)
    await type('99')
    await sees('Nothing found')
    await tap(/^Show all plugs$/)
    await counts(20)
  })

  it('asks the charging network for an EVSE ID that is written in another way', async () => {
    await open(garage, { 'site.find': () => ({ ok: true, value: { connectorId: 'c1' } }) })
    await tap(/^Find a plug$/)
    await type('AT*HTB*E9009')
    await tap(/^Look up this EVSE ID$/)
    await sees('Start charging')
    expect(bridge.inputsOf('site.find')).toEqual([{ evseId: 'AT*HTB*E9009' }])
  })

  it('says when the network does not know it here', async () => {
    await open(garage, { 'site.find': () => ({ ok: true, value: { connectorId: null } }) })
    await tap(/^Find a plug$/)
    await type('AT*HTB*E9009')
    await tap(/^Look up this EVSE ID$/)
    await sees('Nothing found')
  })
})

describe('the languages on the board', () => {
  it('begin with the site’s, and are those of the operator that we speak', () => {
    expect(offered(['en', 'tlh', 'de'], 'de-AT', 'de').row).toEqual(['de', 'en'])
  })

  it('are all of ours where the operator names none', () => {
    const { row, all } = offered([], 'en', 'en')
    expect([...row, ...all]).toContain('de')
  })

  it('stand by their names, after the site’s, English and German', () => {
    const names = offered([], 'uk', 'en').all.map(nameOf)
    expect(names.slice(0, 3)).toEqual(['Українська', 'English', 'Deutsch'])
    // Latin letters stand before Greek ones, and these before Cyrillic ones.
    expect(names.slice(3)).toEqual(names.slice(3).toSorted(new Intl.Collator('en').compare))
  })
})
