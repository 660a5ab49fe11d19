import { describe, expect, it } from 'vitest'
import { isExpired } from '#platform/card-expiry.ts'

describe('a card', () => {
  const at = Date.parse('2026-12-31T12:00:00Z')

  it.each([
    ['2026-12-31T12:00:01Z', false],
    ['2026-12-31T12:00:00Z', true],
    ['2025-12-31T23:59:59.000Z', true],
    // A day without a time counts to its end.
    ['2026-12-31', false],
    ['2026-12-30', true],
    [null, false],
    ['soon', false],
  ])('that is valid until %s has expired at noon of 31 December 2026: %s', (expiryDate, isOver) => {
    expect(isExpired({ expiryDate }, at)).toBe(isOver)
  })
})
