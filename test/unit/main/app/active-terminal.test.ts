import { describe, expect, it } from 'vitest'
import type { Emit } from '#main/core/emit.ts'
import type { Handlers } from '#main/ipc/dispatch.ts'
import { createActiveTerminal, type TerminalFactory } from '#main/app/active-terminal.ts'
import type { TerminalContext } from '#main/app/terminal-deps.ts'

/** Factories that write down what becomes of them. */
function createFactories() {
  const seen: string[] = []
  const contexts: TerminalContext[] = []
  const emit: Emit = (name, payload) => {
    seen.push(`${name} ${JSON.stringify(payload)}`)
  }
  const factory = (name: string, opens = (): boolean => true): TerminalFactory => ({
    create(context) {
      if (!opens()) throw new Error(`${name} cannot open`)
      contexts.push(context)
      seen.push(`${name} opens`)
      return {
        handlers: { name } as unknown as Handlers,
        start: () => undefined,
        condition: () => {
          throw new Error('nobody asks for it here')
        },
        picture: () => Promise.resolve(null),
        announce: () => seen.push(`${name} is announced`),
        linkChanged: () => undefined,
        close: () => seen.push(`${name} closes`),
      }
    },
    dispose: () => seen.push(`${name} is disposed`),
  })
  return { seen, contexts, emit, factory }
}

describe('the active terminal', () => {
  it('closes the terminal before another one opens, and announces that one', () => {
    const { seen, emit, factory } = createFactories()
    const active = createActiveTerminal(emit)
    active.start(factory('A'))
    active.replace(factory('B'))
    expect(seen).toEqual(['A opens', 'A closes', 'B opens', 'B is announced', 'A is disposed'])
    expect(active.handlers()).toEqual({ name: 'B' })
  })

  it('brings the old terminal back when the other one cannot open', () => {
    const { seen, emit, factory } = createFactories()
    const active = createActiveTerminal(emit)
    active.start(factory('A'))
    expect(() => {
      active.replace(factory('B', () => false))
    }).toThrow('B cannot open')
    expect(seen).toEqual(['A opens', 'A closes', 'B is disposed', 'A opens', 'A is announced'])
    expect(active.handlers()).toEqual({ name: 'A' })
  })

  it('lets no revision of one terminal pass for one of another, and hears no closed one', () => {
    const { seen, contexts, emit, factory } = createFactories()
    const active = createActiveTerminal(emit)
    active.start(factory('A'))
    contexts[0]?.emit('live', { revision: 7 })
    active.replace(factory('B'))
    expect(contexts[1]).toMatchObject({ generation: 2, firstRevision: 8 })
    seen.length = 0
    contexts[0]?.emit('live', { revision: 8 })
    contexts[1]?.emit('live', { revision: 9 })
    expect(seen).toEqual(['live {"revision":9}'])
  })
})
