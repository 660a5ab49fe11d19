/** Seeded randomness: the same seed and label always tell the same story. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A number in [min, max). */
  between(min: number, max: number): number
  /** A whole number in [min, max]. */
  whole(min: number, max: number): number
  /** One of `items`, which must not be empty. */
  pick<T>(items: readonly T[]): T
  /** A version 4 UUID. */
  uuid(): string
}

/**
 * Makes an independent stream of numbers (mulberry32). Streams with different labels do not disturb
 * each other, so a guest's start does not change what other people do.
 */
export function createRandom(seed: number, label: string): Random {
  let state = (seed ^ hash(label)) >>> 0

  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  const between = (min: number, max: number): number => min + next() * (max - min)

  return {
    next,
    between,
    whole: (min, max) => Math.floor(between(min, max + 1)),
    pick<T>(items: readonly T[]): T {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new RangeError('Nothing to pick from.')
      return item
    },
    uuid: () => toUuid(Array.from({ length: 16 }, () => Math.floor(next() * 256))),
  }
}

/** FNV-1a: spreads labels over 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return value >>> 0
}

function toUuid(bytes: number[]): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
