import { describe, expect, it } from 'vitest'
import type { Connector } from '#contract/site.ts'
import {
  currentsOf,
  fits,
  hasBothPriced,
  plugsOf,
  powersOf,
  search,
} from '#renderer/charging/connector-filter.ts'
import { aConnector } from './fakes.ts'

const everything = {
  plug: null,
  fromKW: null,
  current: null,
  freeOnly: false,
  noCharge: false,
} as const
const site = [
  aConnector({ id: 'a', number: '1', maxPowerKW: 22 }),
  aConnector({ id: 'b', number: '12', maxPowerKW: 11, evseId: 'AT*HTB*E2002*1' }),
  aConnector({ id: 'c', number: '2', plug: 'ccs2', maxPowerKW: 150, evseId: null }),
  aConnector({
    id: 'd',
    number: 'B 7',
    plug: 'chademo',
    maxPowerKW: null,
    evseId: 'AT*HTB*E3003*1',
  }),
]
const ids = (found: readonly Connector[]): string[] => found.map(({ id }) => id)

describe('the filters of a site', () => {
  it('are its own plugs, and none where all are alike', () => {
    expect(plugsOf(site)).toEqual(['type2', 'ccs2', 'chademo'])
    expect(plugsOf(site.slice(0, 2))).toEqual([])
  })

  it('are its own powers from the second on, because all reach the weakest', () => {
    expect(powersOf(site)).toEqual([22, 150])
    expect(powersOf(site.slice(0, 1))).toEqual([])
  })

  it('are three powers at most, the strongest among them', () => {
    const many = [3.7, 11, 22, 50, 75, 150, 300].map((maxPowerKW) => aConnector({ maxPowerKW }))
    expect(powersOf(many)).toEqual([11, 75, 300])
  })
})

describe('what tells plugs apart', () => {
  const of = (...all: Partial<Connector>[]): Connector[] => all.map((over) => aConnector(over))

  it('is AC and DC only where the site has both', () => {
    expect(currentsOf(of({ current: 'DC' }, { current: 'AC' }, { current: null }))).toEqual([
      'AC',
      'DC',
    ])
    expect(currentsOf(of({ current: 'DC' }, { current: null }))).toEqual([])
  })

  it('is being free of charge only where some are and others are not', () => {
    expect(hasBothPriced(of({ freeOfCharge: true }, { freeOfCharge: false }))).toBe(true)
    expect(hasBothPriced(of({ freeOfCharge: true }))).toBe(false)
    expect(hasBothPriced([])).toBe(false)
  })
})

describe('a filter', () => {
  it('shows plugs of one current, never one whose current nobody knows', () => {
    const shows = (current: Connector['current']): boolean =>
      fits(aConnector({ current }), { ...everything, current: 'DC' })
    expect([shows('DC'), shows('AC'), shows(null)]).toEqual([true, false, false])
  })

  it('shows only plugs that are free of charge', () => {
    const shows = (freeOfCharge: boolean): boolean =>
      fits(aConnector({ freeOfCharge }), { ...everything, noCharge: true })
    expect([shows(true), shows(false)]).toEqual([true, false])
  })

  it('shows plugs of one type', () => {
    expect(ids(site.filter((one) => fits(one, { ...everything, plug: 'ccs2' })))).toEqual(['c'])
  })

  it('shows plugs that reach a power, never one whose power nobody knows', () => {
    expect(ids(site.filter((one) => fits(one, { ...everything, fromKW: 22 })))).toEqual(['a', 'c'])
  })

  it('shows free plugs only where a start is possible', () => {
    const free = (over: Partial<Connector>): boolean =>
      fits(aConnector(over), { ...everything, freeOnly: true })
    expect(free({ state: 'free' })).toBe(true)
    expect(free({ state: 'plugged' })).toBe(true)
    expect(free({ state: 'free', startBlock: 'maintenance' })).toBe(false)
    expect(free({ state: 'in-use', startBlock: 'busy' })).toBe(false)
  })
})

describe('a search', () => {
  it('finds the exact number first, then those that begin with it', () => {
    expect(ids(search(site, '1'))).toEqual(['a', 'b'])
    expect(ids(search(site, '12'))).toEqual(['b'])
  })

  it('finds a number with letters, however it is spaced', () => {
    expect(ids(search(site, 'b7'))).toEqual(['d'])
  })

  it('finds an EVSE ID, whole or in part, with or without its stars', () => {
    expect(ids(search(site, 'AT*HTB*E2002*1'))).toEqual(['b'])
    expect(ids(search(site, 'athtbe20021'))).toEqual(['b'])
    expect(ids(search(site, 'E3003'))).toEqual(['d'])
  })

  it('finds nothing for nothing, and nothing that is not there', () => {
    expect(search(site, ' ')).toEqual([])
    expect(search(site, '99')).toEqual([])
  })
})
