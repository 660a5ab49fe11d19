import { describe, expect, it } from 'vitest'
import { fillRows, layRows, rowOfTile, tileAfter, type Placed } from '#renderer/guest/many/rows.ts'

/** Stations of so many connectors each, named S1, S2, …; connectors a, b, c … through all of them. */
function stations(...sizes: number[]): Placed[] {
  let count = 0
  return sizes.flatMap((size, at) =>
    Array.from({ length: size }, () => ({
      id: String.fromCharCode(97 + count++),
      stationId: `s${at + 1}`,
      stationLabel: `S${at + 1}`,
    })),
  )
}
const ids = (connectors: readonly Placed[], columns: number): string[] =>
  layRows(connectors, columns).map(({ tiles }) => tiles.map(({ id }) => id).join(''))

describe('the rows of a board of many', () => {
  it('keep a station together, in the order in which the site names the stations first', () => {
    const [a, b, c] = stations(1, 1, 1)
    const connectors = [a, b, { ...c, stationId: 's1' }].flatMap((one) => one ?? [])
    expect(ids(connectors as Placed[], 4)).toEqual(['acb'])
  })

  it('never break a small station: it stands whole in the next row', () => {
    expect(ids(stations(2, 2, 2), 5)).toEqual(['abcd', 'ef'])
    expect(ids(stations(3, 3), 4)).toEqual(['abc', 'def'])
  })

  it('give a station of more than four rows of its own', () => {
    expect(ids(stations(1, 5, 1), 8)).toEqual(['a', 'bcdef', 'g'])
    expect(ids(stations(7), 3)).toEqual(['abc', 'def', 'g'])
    expect(ids(stations(2, 1), 1)).toEqual(['a', 'b', 'c'])
  })

  it('name each station once, over all of its tiles', () => {
    const [first, second] = layRows(stations(2, 6), 4)
    expect(first?.tiles.map(({ label, span }) => [label, span])).toEqual([
      ['S1', 2],
      [null, 2],
    ])
    expect(second?.tiles[0]).toMatchObject({ label: 'S2', span: 4, index: 2 })
    expect(layRows(stations(6), 4).map(({ labelled }) => labelled)).toEqual([true, false])
  })
})

describe('the columns of a board of many', () => {
  it('are fewer where stations of two would leave every third one empty', () => {
    const { columns, rows } = fillRows(stations(2, 2, 2), 3)
    expect(columns).toBe(2)
    expect(rows).toEqual(layRows(stations(2, 2, 2), 2))
  })

  it('are as many as there is room for where that leaves no more of them empty', () => {
    expect(fillRows(stations(2, 2, 2, 2), 8).columns).toBe(8)
    expect(fillRows(stations(2, 2, 3), 4).columns).toBe(4)
    expect(fillRows([], 4).columns).toBe(4)
  })

  it('are not drawn out by the few tiles of a single row', () => {
    expect(fillRows(stations(2, 1), 6).columns).toBe(6)
  })
})

describe('the keys among the tiles', () => {
  // abcd / ef
  const rows = layRows(stations(2, 2, 2), 4)

  it('lead to the neighbours, over the ends of rows', () => {
    expect(tileAfter(rows, 3, 'ArrowRight')).toBe(4)
    expect(tileAfter(rows, 4, 'ArrowLeft')).toBe(3)
    expect(tileAfter(rows, 5, 'ArrowRight')).toBeNull()
    expect(tileAfter(rows, 0, 'ArrowLeft')).toBeNull()
  })

  it('lead up and down in the same column, to the last tile of a shorter row', () => {
    expect(tileAfter(rows, 1, 'ArrowDown')).toBe(5)
    expect(tileAfter(rows, 3, 'ArrowDown')).toBe(5)
    expect(tileAfter(rows, 4, 'ArrowUp')).toBe(0)
    expect(tileAfter(rows, 4, 'ArrowDown')).toBeNull()
  })

  it('lead to both ends', () => {
    expect(tileAfter(rows, 2, 'End')).toBe(5)
    expect(tileAfter(rows, 2, 'Home')).toBe(0)
    expect(tileAfter(rows, 2, 'Enter')).toBeNull()
    expect(rowOfTile(rows, 5)).toBe(1)
  })
})
