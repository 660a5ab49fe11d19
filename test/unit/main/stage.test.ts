import { describe, expect, it } from 'vitest'
import type { Emit } from '#main/ipc/bridge.ts'
import type { Handlers } from '#main/ipc/dispatch.ts'
import { openStage, type Scene } from '#main/stage.ts'
import type { Place } from '#main/terminal-deps.ts'

/** Scenes that write down what becomes of them. */
function rehearsal() {
  const told: string[] = []
  const places: Place[] = []
  const emit: Emit = (name, payload) => {
    told.push(`${name} ${JSON.stringify(payload)}`)
  }
  const scene = (name: string, opens = (): boolean => true): Scene => ({
    raise(place) {
      if (!opens()) throw new Error(`${name} cannot open`)
      places.push(place)
      told.push(`${name} opens`)
      return {
        handlers: { name } as unknown as Handlers,
        start: () => undefined,
        condition: () => {
          throw new Error('nobody asks for it here')
        },
        picture: () => Promise.resolve(null),
        announce: () => told.push(`${name} is announced`),
        linkChanged: () => undefined,
        close: () => told.push(`${name} closes`),
      }
    },
    strike: () => told.push(`${name} is struck`),
  })
  return { told, places, emit, scene }
}

describe('the stage', () => {
  it('closes the terminal before another one opens, and announces that one', () => {
    const { told, emit, scene } = rehearsal()
    const stage = openStage(scene('A'), emit)
    stage.swap(scene('B'))
    expect(told).toEqual(['A opens', 'A closes', 'B opens', 'B is announced', 'A is struck'])
    expect(stage.handlers()).toEqual({ name: 'B' })
  })

  it('brings the old terminal back when the other one cannot open', () => {
    const { told, emit, scene } = rehearsal()
    const stage = openStage(scene('A'), emit)
    expect(() => {
      stage.swap(scene('B', () => false))
    }).toThrow('B cannot open')
    expect(told).toEqual(['A opens', 'A closes', 'B is struck', 'A opens', 'A is announced'])
    expect(stage.handlers()).toEqual({ name: 'A' })
  })

  it('lets no revision of one terminal pass for one of another, and hears no closed one', () => {
    const { told, places, emit, scene } = rehearsal()
    const stage = openStage(scene('A'), emit)
    places[0]?.emit('live', { revision: 7 })
    stage.swap(scene('B'))
    expect(places[1]).toMatchObject({ stage: 2, firstRevision: 8 })
    told.length = 0
    places[0]?.emit('live', { revision: 8 })
    places[1]?.emit('live', { revision: 9 })
    expect(told).toEqual(['live {"revision":9}'])
  })
})
