import { describe, expect, it } from 'vitest'
import { isWished, usedBy } from '#renderer/keyboard/wish.ts'

describe('the keyboard on the screen', () => {
  it.each([
    // setting, kiosk, used last, comes
    ['auto', true, 'touch', true],
    ['auto', true, 'mouse', false],
    ['auto', true, 'key', false],
    ['auto', true, null, false],
    ['auto', false, 'touch', false],
    ['always', false, 'mouse', true],
    ['always', false, null, true],
    ['always', true, 'key', false],
    ['never', true, 'touch', false],
  ] as const)('%s, kiosk %s, used last: %s → %s', (keyboard, kiosk, used, comes) => {
    expect(isWished({ keyboard, kiosk }, used)).toBe(comes)
  })

  it('takes a pen for a finger', () => {
    expect(usedBy({ pointerType: 'pen' })).toBe('touch')
    expect(usedBy({ pointerType: 'mouse' })).toBe('mouse')
  })
})
