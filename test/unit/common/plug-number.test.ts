import { describe, expect, it } from 'vitest'
import { distinctionsOf, fullNumber, stickerNumber } from '#common/plug-number.ts'

describe('the number of a connector', () => {
  it.each([
    ['P7', 'Connector 1', 'P7'],
    [' ', 'Connector 1', '1'],
    [null, 'Anschluss 12', '12'],
    [null, 'Connecteur n° 3', 'Connecteur n° 3'],
    [null, 'Connector No. 3', '3'],
    [null, 'Left', 'Left'],
    [null, 'Garage north 2', 'Garage north 2'],
    [null, ' ', null],
    [null, null, null],
  ])('on the sticker %j, called %j: %j', (physicalReference, label, number) => {
    expect(stickerNumber({ physicalReference, label })).toBe(number)
  })
})

describe('what stands with a number', () => {
  const at = (id: string, number: string, stationLabel: string | null, evseId = `E${id}`) => ({
    ...{ id, number, stationLabel, evseId },
  })

  it('is nothing where every number is the only one', () => {
    expect(distinctionsOf([at('a', '1', 'North'), at('b', '2', 'North')]).size).toBe(0)
  })

  it('is the station’s name where another station has the same', () => {
    const board = [at('a', '1', 'North'), at('b', '2', 'North'), at('c', '1', 'South')]
    expect([...distinctionsOf(board)]).toEqual([
      ['a', 'North'],
      ['c', 'South'],
    ])
  })

  it('is the EVSE ID, too, where the name does not tell them apart or is not told', () => {
    const board = [at('a', '1', 'North'), at('b', '1', 'North'), at('c', '1', null)]
    expect([...distinctionsOf(board).values()]).toEqual(['North, Ea', 'North, Eb', 'Ec'])
  })

  it('is never the same twice, whatever is told', () => {
    const board = ['a', 'b', 'c'].map((id) => ({ ...at(id, '1', null), evseId: null }))
    expect(new Set(distinctionsOf(board).values()).size).toBe(3)
  })
})

it('a connector is called by its number, and by what stands with it', () => {
  expect(fullNumber({ number: '1' })).toBe('1')
  expect(fullNumber({ number: '1', distinction: 'North' })).toBe('1 (North)')
})
