import { describe, expect, it } from 'vitest'
import type { Emit } from '#main/ipc/bridge.ts'
import type { Handlers } from '#main/ipc/dispatch.ts'
import { openActiveTerminal, type TerminalFactory } from '#main/active-terminal.ts'
import type { TerminalContext } from '#main/terminal-deps.ts'

/** Scenes that write down what becomes of them. */
function rehearsal() {
  const told: string[] = []
  const places: TerminalContext[] = []
  const emit: Emit = (name, payload) => {
    told.push(`${name} ${JSON.stringify(payload)}`)
  }
  const factory = (name: string, opens = (): boolean => true): TerminalFactory => ({
    create(context) {
      if (!opens()) throw new Error(`${name} cannot open`)
      places.push(context)
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
    dispose: () => told.push(`${name} is struck`),
  })
  return { told, places, emit, factory }
}

describe('the stage', () => {
  it('closes the terminal before another one opens, and announces that one', () => {
    const { told, emit, factory } = rehearsal()
    const stage = openActiveTerminal(factory('A'), emit)
    stage.replace(factory('B'))
    expect(told).toEqual(['A opens', 'A closes', 'B opens', 'B is announced', 'A is struck'])
    expect(stage.handlers()).toEqual({ name: 'B' })
  })

  it('brings the old terminal back when the other one cannot open', () => {
    const { told, emit, factory } = rehearsal()
    const stage = openActiveTerminal(factory('A'), emit)
    expect(() => {
      stage.replace(factory('B', () => false))
    }).toThrow('B cannot open')
    expect(told).toEqual(['A opens', 'A closes', 'B is struck', 'A opens', 'A is announced'])
    expect(stage.handlers()).toEqual({ name: 'A' })
  })

  it('lets no revision of one terminal pass for one of another, and hears no closed one', () => {
    const { told, places, emit, factory } = rehearsal()
    const stage = openActiveTerminal(factory('A'), emit)
    places[0]?.emit('live', { revision: 7 })
    stage.replace(factory('B'))
    expect(places[1]).toMatchObject({ generation: 2, firstRevision: 8 })
    told.length = 0
    places[0]?.emit('live', { revision: 8 })
    places[1]?.emit('live', { revision: 9 })
    expect(told).toEqual(['live {"revision":9}'])
  })
})
