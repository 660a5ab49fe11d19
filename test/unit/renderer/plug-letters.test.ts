import { describe, expect, it } from 'vitest'
import { plugKinds, type PlugKind } from '#contract/site.ts'
import { plugLetters } from '#renderer/charging/plug-letters.ts'

/** EN 17186:2019, as far as the kind of plug alone decides it. */
const fitting: Partial<Record<PlugKind, string>> = { type2: 'C', ccs2: 'KL' }

describe('the letters beside a plug', () => {
  it.each(plugKinds)('of %s are those that a car bears, or none', (plug) => {
    expect(plugLetters(plug).join('')).toBe(fitting[plug] ?? '')
  })
})
