import { describe, expect, it } from 'vitest'
import { commandsOf, misreadOf, searchedIn } from '#renderer/desk/live/command.ts'
import { rowsOf } from '#renderer/desk/live/rows.ts'
import { aConnector, aSession, NOW_MS } from './fakes.ts'

const connectors = [
  aConnector({ id: 'c1', number: '1', startBlock: 'busy', sessionId: 's1' }),
  aConnector({ id: 'c12', number: '12', startBlock: null }),
  aConnector({ id: 'a12', number: 'A12', startBlock: null }),
  aConnector({ id: 'n7', number: '7', stationId: 'north', startBlock: 'out-of-order' }),
  aConnector({ id: 's7', number: '7', stationId: 'south', startBlock: null }),
]
const sessions = new Map([['s1', aSession({ id: 's1', connectorId: 'c1' })]])
const rows = rowsOf({ connectors, sessions, starts: new Map() }, NOW_MS, 60_000)
const read = (text: string) =>
  commandsOf(text, rows).map(({ act, connector, room, possible }) =>
    [act, connector.id, room, possible ? 'yes' : 'no'].join(' '),
  )

describe("the desk's command field", () => {
  it.each([
    ['start 12 room 214', 'start c12 214 yes'],
    ['  START   12   Room  214 ', 'start c12 214 yes'],
    ['starte 12 Zimmer 214', 'start c12 214 yes'],
    ['starte A12 Buchung AB 77', 'start a12 AB 77 yes'],
    ['start a12', 'start a12  yes'],
    ['stop 1', 'stop c1  yes'],
    ['stopp 1', 'stop c1  yes'],
    ['receipt 12', 'receipt c12  yes'],
    ['Beleg a12', 'receipt a12  yes'],
    ['12', 'open c12  yes'],
  ])('reads "%s"', (text, command) => {
    expect(read(text)).toEqual([command])
  })

  it('says what cannot be done', () => {
    expect(read('start 1')).toEqual(['start c1  no'])
    expect(read('stop 12')).toEqual(['stop c12  no'])
  })

  it('offers each connector of a number, the possible ones first', () => {
    expect(read('start 7 room 3')).toEqual(['start s7 3 yes', 'start n7 3 no'])
  })

  it.each([
    '',
    ' ',
    'start',
    'start 99',
    '99',
    'Hotel',
    'start 12 room',
    'start 12 214',
    'stop 1 room 3',
    'receipt 12 room 3',
  ])('leaves "%s" to the search', (text) => {
    expect(read(text)).toEqual([])
  })

  it.each([
    ['start', null],
    ['Stopp', null],
    ['start 12 214', null],
    ['beleg', null],
    ['receipt 99', '99'],
    ['start 99 room 214', '99'],
  ])('says of "%s" that it is half a command', (text, number) => {
    expect(misreadOf(text, rows)).toEqual({ number })
    expect(searchedIn(text, rows)).toBe('')
  })

  it.each(['start 12', '12', '99', 'Hotel', 'Starthilfe', ''])(
    'has nothing to say of "%s"',
    (text) => {
      expect(misreadOf(text, rows)).toBeNull()
    },
  )

  it('shows the connectors of a command, and what is searched for', () => {
    expect(searchedIn('start 12 room 214', rows)).toBe('12')
    expect(searchedIn('Hotel', rows)).toBe('Hotel')
  })
})
