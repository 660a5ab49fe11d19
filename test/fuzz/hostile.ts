import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'

const corpusFile = (name: string): string => path.join(import.meta.dirname, 'corpus', name)

/** Values that have broken programs before. */
export const hostileValues = JSON.parse(
  readFileSync(corpusFile('values.json'), 'utf8'),
) as unknown[]
/** Bodies of answers that are none, or half of one. */
export const hostileBodies = JSON.parse(
  readFileSync(corpusFile('answers.json'), 'utf8'),
) as string[]

const MANY = 100_000

/** What is plainly too much, and never leaves a JSON: what only a hostile page would hand over. */
const monsters: readonly (() => unknown)[] = [
  () => 'A'.repeat(2_000_000),
  () => deep(MANY),
  () => Array.from({ length: MANY }, () => 0),
  () => Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`k${String(index)}`, 1])),
  () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    return circle
  },
  () => new Map([['a', 1]]),
  () => new Set([1]),
  () => new Date(NaN),
  () => new Uint8Array(1_000),
  () => new Error('no'),
  () => 10n,
  () => NaN,
  () => -Infinity,
  () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
]

/** Arrays in arrays. */
export function deep(levels: number): unknown {
  let value: unknown = []
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

const binaryText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map((codes) => String.fromCharCode(...codes))

/** Anything that may stand in the place of a value. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostileValues) },
  { weight: 3, arbitrary: fc.anything({ maxDepth: 2, withNullPrototype: true }) },
  { weight: 2, arbitrary: binaryText },
  { weight: 1, arbitrary: fc.double() },
)
export const monster: fc.Arbitrary<unknown> = fc.constantFrom(...monsters).map((make) => make())

/** As `hostile`, but what a JSON text can say. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...hostileValues),
  fc.jsonValue({ maxDepth: 2 }),
)
