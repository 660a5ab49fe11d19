import { describe, expect, it } from 'vitest'
import { columnsFor } from '#renderer/guest/groups.ts'
import { tileAction, tileNote } from '#renderer/guest/tile.ts'
import { aConnector, aSession, aSummary } from './fakes.ts'

describe('what a tile offers', () => {
  it('is a charge where nothing is in the way', () => {
    expect(tileAction(aConnector(), undefined)).toBe('charge')
    expect(tileAction(aConnector({ state: 'plugged' }), undefined)).toBe('charge')
  })

  it('is nothing where a start is blocked', () => {
    expect(tileAction(aConnector({ state: 'in-use', startBlock: 'busy' }), undefined)).toBeNull()
    expect(tileAction(aConnector({ startBlock: 'late' }), undefined)).toBeNull()
  })

  it('is the own charge while it runs, even when it is late', () => {
    const busy = aConnector({ state: 'charging', startBlock: 'busy', freshness: 'late' })
    expect(tileAction(busy, aSession())).toBe('mine')
  })

  it('is the own start while it is open', () => {
    const starting = aConnector({ state: 'starting', startBlock: 'start-open', startId: 'start1' })
    expect(tileAction(starting, undefined)).toBe('open')
  })

  it('is the receipt after the end, until the cable is out', () => {
    const ended = aSession({ status: 'stopped', summary: aSummary() })
    const finishing = aConnector({ state: 'finishing', startBlock: 'busy' })
    expect(tileAction(finishing, ended)).toBe('receipt')
    expect(tileAction(aConnector(), ended)).toBe('charge')
  })
})

describe('the sentence of a tile', () => {
  it('tells a stranger’s car from the own one', () => {
    expect(tileNote(aConnector({ state: 'in-use' }))).toBe('tile.in-use')
    expect(tileNote(aConnector({ state: 'charging' }))).toBe('tile.yours')
  })

  it('leads back to the charge that an own card began', () => {
    expect(tileNote(aConnector({ state: 'in-use' }), true)).toBe('tile.ownCard')
    expect(tileNote(aConnector({ state: 'finishing' }), true)).toBe('tile.finishing')
  })

  it('calls no station silent that tells a word which nobody knows', () => {
    const words = { ocpp: 'Fnord', calculated: null, simple: null }
    const strange = aConnector({ state: 'unknown', reported: { state: 'unknown', ...words } })
    expect(tileNote(strange)).toBe('tile.strange')
    const none = { ...words, ocpp: null }
    const silent = aConnector({ state: 'unknown', reported: { state: 'unknown', ...none } })
    expect([tileNote(silent), tileNote(aConnector({ state: 'unknown' }))]).toEqual([
      'tile.unknown',
      'tile.unknown',
    ])
  })

  it('says where a start is possible only at the station', () => {
    expect(tileNote(aConnector({ startBlock: 'on-the-spot' }))).toBe('block.on-the-spot')
  })
})

describe('a board of few', () => {
  it('fills the page with few tiles, by how it stands', () => {
    expect(columnsFor(1)).toEqual({ portrait: 1, landscape: 1 })
    expect(columnsFor(6)).toEqual({ portrait: 2, landscape: 3 })
    expect(columnsFor(12)).toEqual({ portrait: 3, landscape: 4 })
  })
})
