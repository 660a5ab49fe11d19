import { describe, expect, it } from 'vitest'
import { placesOf } from '#common/plan-places.ts'

const plug = (id: string, number: string, evseId: string | null, stationLabel: string | null) => ({
  ...{ id, number, evseId, stationLabel },
})
const plugs = [
  plug('a', '1', 'AT*HTB*E1', 'Yard'),
  plug('b', '2', 'AT*HTB*E1', 'Yard'),
  plug('c', '3', 'AT*HTB*E2', 'Garage'),
  plug('d', '3', null, 'Garage'),
]

describe('places on a plan', () => {
  it('are of a plug by its number', () => {
    expect([...placesOf(plugs, { '2': [10, 20] }).at]).toEqual([['b', [10, 20]]])
  })

  it('are of all plugs of an EVSE ID, however it is written', () => {
    expect([...placesOf(plugs, { athtbe1: [10, 20] }).at.keys()]).toEqual(['a', 'b'])
  })

  it('are of all plugs of a station, but of those that have their own', () => {
    const { at, unknown } = placesOf(plugs, { 'AT*HTB*E2': [1, 2], Garage: [3, 4] })
    expect([at.get('c'), at.get('d')]).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(unknown).toEqual([])
  })

  it('are told where they mean no plug, or one of several', () => {
    expect(placesOf(plugs, { '3': [1, 2], '9': [1, 2], '': [1, 2] }).unknown).toEqual([
      '3',
      '9',
      '',
    ])
  })
})
