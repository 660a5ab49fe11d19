import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mainRooms } from '#tools/floors.mjs'
import { floorsOf } from '#tools/generate/floors.ts'

describe('the floors of main', () => {
  it('have each room once, above all that it stands on', () => {
    const floors = floorsOf(mainRooms)
    expect(floors[0]).toEqual(['core'])
    expect(floors.flat().toSorted()).toEqual(Object.keys(mainRooms).toSorted())
    const levelOf = (room: string): number => floors.findIndex((rooms) => rooms.includes(room))
    for (const [room, below] of Object.entries(mainRooms)) {
      for (const each of below)
        expect(levelOf(each), `${room} on ${each}`).toBeLessThan(levelOf(room))
    }
  })

  it('have every folder of main: one that has no row would be held by no rule', () => {
    const foldersIn = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    const rooms = [
      ...foldersIn('src/main'),
      ...foldersIn('src/main/charging').map((name) => `charging/${name}`),
    ]
    expect(Object.keys(mainRooms).toSorted()).toEqual(rooms.toSorted())
  })

  it('are refused where two rooms stand on each other', () => {
    expect(() => floorsOf({ a: ['b'], b: ['a'] })).toThrow('a stands on b')
  })
})
