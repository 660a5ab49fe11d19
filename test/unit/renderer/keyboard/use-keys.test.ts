// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import type { Field } from '#renderer/keyboard/fields.ts'
import { useKeys } from '#renderer/keyboard/use-keys.ts'

const typed = vi.fn<(command: string, ui?: boolean, text?: string) => boolean>(() => true)
const inputOf = (type: string): Field => Object.assign(document.createElement('input'), { type })
const open = (type = 'text') => {
  const field = shallowRef<Field | null>(inputOf(type))
  return { field, ...useKeys(field, () => 'de') }
}

beforeEach(() => {
  typed.mockClear()
  Object.assign(document, { execCommand: typed })
})

describe('the keys', () => {
  it('shift one letter, or stay shifted by a second press', () => {
    const { press, pressShift, rows, shift } = open()
    pressShift()
    expect(rows.value[1]).toContain('Ü')
    press('Ü')
    expect(shift.value).toBe('off')
    pressShift()
    pressShift()
    press('A')
    press('B')
    expect(shift.value).toBe('lock')
    pressShift()
    expect(rows.value[1]).toContain('ü')
    expect(typed.mock.calls.map(([, , text]) => text)).toEqual(['Ü', 'A', 'B'])
  })

  it('keep an accent for the next letter, go back to the letters for it, and forget it by delete', () => {
    const { accent, back, layer, press, pressLayer } = open()
    pressLayer()
    press('´')
    expect([layer.value, typed.mock.calls.length]).toEqual(['letters', 0])
    press('e')
    expect(typed).toHaveBeenLastCalledWith('insertText', false, 'é')
    press('´')
    back()
    expect(accent.value).toBeNull()
    expect(typed).toHaveBeenCalledOnce()
    back()
    expect(typed).toHaveBeenLastCalledWith('delete', false, undefined)
  })

  it('begin anew in each field, and are digits for numbers', async () => {
    const { accent, field, keys, press, pressShift, rows, shift } = open()
    pressShift()
    press('´')
    field.value = inputOf('number')
    await nextTick()
    expect([shift.value, accent.value, keys.value]).toEqual(['off', null, 'digits'])
    expect(rows.value.flat()).toEqual(['1', '2', '3', '-', '4', '5', '6', '.', '7', '8', '9'])
  })
})
