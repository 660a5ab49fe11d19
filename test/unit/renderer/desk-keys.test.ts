import { createPinia, setActivePinia } from 'pinia'
import { effectScope } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useDeskKey, useDeskKeys } from '#renderer/desk/keys/desk-keys.ts'

const goTo = vi.fn<(place: number) => void>()
const press = (...keys: string[]): boolean[] =>
  keys.map((key) => useDeskKeys().press(key, 'page', goTo))

beforeEach(() => {
  setActivePinia(createPinia())
  goTo.mockClear()
})

describe('a key of the desk', () => {
  it('does what the latest part on the page says, in its place alone, while that is there', () => {
    const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const scope = effectScope()
    effectScope().run(() => {
      useDeskKey('start', first)
    })
    scope.run(() => {
      useDeskKey('start', second)
    })
    expect(press('S')).toEqual([true])
    expect(useDeskKeys().press('s', 'sheet', goTo)).toBe(false)
    scope.stop()
    expect(press('s', 'q')).toEqual([true, false])
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1])
  })

  it('1 to 7 opens a section', () => {
    expect(press('2')).toEqual([true])
    expect(goTo).toHaveBeenCalledExactlyOnceWith(2)
  })
})

describe('digits where connectors are', () => {
  function open() {
    const opened = vi.fn<(number: string) => void>()
    const scope = effectScope()
    scope.run(() => {
      useDeskKeys().bindNumber(opened)
    })
    return { opened, scope }
  }

  it('are a number, which Enter opens and Escape forgets', () => {
    const { opened } = open()
    expect(press('2', '1', '5', 'Backspace', '4', 'Enter')).toEqual(Array(6).fill(true))
    expect(opened).toHaveBeenCalledExactlyOnceWith('214')
    expect(press('7', 'Escape', 'Enter')).toEqual([true, true, false])
    expect(useDeskKeys().typed).toBe('')
  })

  it('are a section after G, once', () => {
    const { opened, scope } = open()
    press('g', '3', '1', 'Enter')
    expect(goTo).toHaveBeenCalledExactlyOnceWith(3)
    expect(opened).toHaveBeenCalledExactlyOnceWith('1')
    press('9')
    scope.stop()
    expect(useDeskKeys().typed).toBe('')
  })

  it('leave Enter to whatever has the focus while nothing is typed', () => {
    open()
    expect(press('Enter', 'Backspace', 'Escape')).toEqual([false, false, false])
  })
})
