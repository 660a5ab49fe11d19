import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Wedge, type Held } from '#renderer/reader/wedge.ts'

const READER_MS = 8
const PERSON_MS = 90

let atMs = 1000
let scans: string[]
let replayed: string[]
let wedge: Wedge

beforeEach(() => {
  vi.useFakeTimers()
  atMs = 1000
  scans = []
  replayed = []
  wedge = new Wedge({
    scanned: (code) => scans.push(code),
    replay: (held: readonly Held[]) => replayed.push(held.map(({ key }) => key).join('')),
  })
})
afterEach(() => {
  wedge.close()
  vi.useRealTimers()
})

/** One key for each character, and those that follow. */
function keys(text: string, ...more: string[]): string[] {
  return [...Array.from(text), ...more]
}

/** Types keys at a pace; returns those that passed the wedge untouched. */
function type(typed: readonly string[], everyMs: number): string[] {
  return typed.filter((key) => {
    vi.advanceTimersByTime(everyMs)
    atMs += everyMs
    return !wedge.press({ key, target: null, atMs, special: false })
  })
}
const after = (ms: number): void => {
  vi.advanceTimersByTime(ms)
  atMs += ms
}

describe('a reader that types like a keyboard', () => {
  it.each(['Enter', 'Tab'])('is recognised by its pace and the %s at the end', (end) => {
    expect(type(keys('04A2FF61', end), READER_MS)).toEqual([])
    expect(scans).toEqual(['04A2FF61'])
  })

  it('leaves nothing behind: nobody else sees a key of it, then or later', () => {
    type(keys('04A2FF61', 'Enter'), READER_MS)
    after(5000)
    expect(replayed).toEqual([])
  })

  it('may press shift between its keys', () => {
    type(['Shift', 'A', 'Shift', 'T', '*', 'Shift', 'X', 'Enter'], READER_MS)
    expect(scans).toEqual(['AT*X'])
  })

  it('may end with both terminators', () => {
    expect(type(keys('04A2FF61', 'Enter', 'Tab'), READER_MS)).toEqual([])
    expect(scans).toHaveLength(1)
  })

  it('is heard again for the next card', () => {
    type(keys('04A2FF61', 'Enter'), READER_MS)
    after(800)
    type(keys('77C01D52', 'Enter'), READER_MS)
    expect(scans).toEqual(['04A2FF61', '77C01D52'])
  })

  it('is taken at the slowest pace that readers have, and not beyond', () => {
    type(keys('04A2FF61', 'Enter'), 35)
    expect(scans).toEqual(['04A2FF61'])
    after(500)
    type(keys('04A2FF61', 'Enter'), 36)
    expect(scans).toHaveLength(1)
  })
})

describe('a person at a keyboard', () => {
  it('types what they type, in its order', () => {
    expect(type(keys('room 214'), PERSON_MS)).toEqual([' '])
    after(100)
    expect(replayed.join('')).toBe('room214')
    expect(scans).toEqual([])
  })

  it('gets a key back soon after it was pressed, without another one', () => {
    type(['7'], PERSON_MS)
    expect(replayed).toEqual([])
    after(100)
    expect(replayed).toEqual(['7'])
  })

  it('may press Enter after slow keys: it passes, and the keys come first', () => {
    expect(type(keys('2114', 'Enter'), PERSON_MS)).toEqual(['Enter'])
    expect(replayed.join('')).toBe('2114')
    expect(scans).toEqual([])
  })

  it('may roll over three keys and press Enter: that is too short for a card', () => {
    expect(type(keys('214', 'Enter'), READER_MS)).toEqual(['Enter'])
    expect(replayed).toEqual(['214'])
  })

  it('moves, deletes and uses shortcuts as always', () => {
    expect(type(['ArrowDown', 'Backspace', 'Escape', 'Tab'], PERSON_MS)).toHaveLength(4)
    expect(wedge.press({ key: 'a', target: null, atMs: atMs + 500, special: true })).toBe(false)
  })
})

describe('keys without an end', () => {
  it('are a person’s when no terminator comes', () => {
    type(keys('04A2FF61'), READER_MS)
    after(100)
    expect(replayed).toEqual(['04A2FF61'])
    expect(scans).toEqual([])
  })

  it('are thrown away when they are too many, until there is a pause', () => {
    type(Array.from({ length: 20_000 }, () => '9').concat('Enter'), 2)
    after(2000)
    expect(scans).toEqual([])
    expect(replayed).toEqual([])
    type(keys('04A2FF61', 'Enter'), READER_MS)
    expect(scans).toEqual(['04A2FF61'])
  })
})
