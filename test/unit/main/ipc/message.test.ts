import { describe, expect, it } from 'vitest'
import { isPlainMessage } from '#main/ipc/message.ts'

const deep = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((value) => [value], 'x')
const circle: Record<string, unknown> = {}
circle['self'] = circle

describe('a message to the bridge', () => {
  it.each([null, 'text', 7, true, undefined, {}, [], { a: [{ b: null, c: undefined }] }])(
    'may be %j',
    (message) => {
      expect(isPlainMessage(message)).toBe(true)
    },
  )

  it('may carry a logo', () => {
    expect(isPlainMessage({ logo: 'A'.repeat(350_000) })).toBe(true)
  })

  it.each<[string, unknown]>([
    ['deeper than anything', deep(100_000)],
    ['a circle', circle],
    ['too long', 'A'.repeat(1_000_001)],
    ['too wide', Array.from({ length: 30_000 }, () => 0)],
    ['a map', new Map()],
    ['a date', { at: new Date(0) }],
    ['bytes', new Uint8Array(4)],
    ['a big number', 1n],
  ])('is refused when it is %s', (_name, message) => {
    expect(isPlainMessage(message)).toBe(false)
  })
})
