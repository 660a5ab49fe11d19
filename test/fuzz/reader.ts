import fc from 'fast-check'
import { Wedge } from '#renderer/reader/wedge.ts'
import { classify } from '#renderer/reader/codes.ts'
import { createFaults } from './faults.ts'

const LONGEST_CODE = 256

/**
 * A reader that types without end: keys at all paces, with and without an end of the code.
 * Returns what was wrong, in words.
 */
export function fuzzReader(keys: number, seed: number): string[] {
  const faults = createFaults()
  let atMs = 0
  const wedge = new Wedge({
    scanned(code) {
      if (code.length > LONGEST_CODE) faults.found(`a code of ${String(code.length)} keys`)
      classify(code)
    },
    replay({ length }) {
      if (length > LONGEST_CODE) faults.found(`${String(length)} keys were held back`)
    },
  })
  const presses = fc.sample(
    fc.record({
      key: fc.oneof(
        { weight: 20, arbitrary: fc.string({ minLength: 1, maxLength: 1 }) },
        { weight: 1, arbitrary: fc.constantFrom('Enter', 'Tab', 'Shift', 'F5', 'Dead', '€', '😀') },
      ),
      gapMs: fc.oneof({ weight: 30, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.nat(300) }),
      special: fc.nat(200).map((one) => one === 0),
    }),
    { numRuns: keys, seed },
  )
  // First a flood without any end, then keys of all kinds.
  const flood = Array.from({ length: keys }, () => ({ key: 'A', gapMs: 1, special: false }))
  for (const { key, gapMs, special } of [...flood, ...presses]) {
    atMs += gapMs
    wedge.press({ key, target: null, atMs, special })
  }
  wedge.close()
  return faults.all
}
