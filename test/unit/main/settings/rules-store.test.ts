import { describe, expect, it } from 'vitest'
import { defaultGuestRules } from '#test/support/guest-rules.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { createRulesStore } from '#main/settings/rules-store.ts'

describe('the rules of which cards guests may use', () => {
  it('hold at once, and are told', async () => {
    const rules = createRulesStore(defaultGuestRules, null)
    let changes = 0
    const end = rules.onChange(() => (changes += 1))
    await rules.setCardRule('a', 'hidden')
    await rules.setCardLabel('a', 'On the room')
    await rules.setPreferredCard('b')
    expect(rules.current()).toEqual({
      ...defaultGuestRules,
      byCard: { a: 'hidden' },
      labelByCard: { a: 'On the room' },
      preferredCardId: 'b',
    })
    expect(rules.cardRules()).toEqual({
      cards: 'open',
      byCard: { a: 'hidden' },
      labelByCard: { a: 'On the room' },
      preferredCardId: 'b',
    })
    end()
    await rules.setCardRule('a', null)
    expect(rules.cardRules().byCard).toEqual({})
    expect(changes).toBe(3)
  })

  it('are kept before they hold, only what has changed', async () => {
    const kept: unknown[] = []
    const rules = createRulesStore(defaultGuestRules, (guest) => {
      kept.push(guest, rules.cardRules().byCard)
      return Promise.resolve()
    })
    await rules.setCardRule('a', 'booking')
    expect(kept).toEqual([{ byCard: { a: 'booking' } }, {}])
  })

  it('do not hold when they cannot be kept', async () => {
    const full = new CommandError(failureOf('storage', 'the disk is full'))
    const rules = createRulesStore(defaultGuestRules, () => Promise.reject(full))
    await expect(rules.setCardRule('a', 'hidden')).rejects.toBe(full)
    expect(rules.current()).toEqual(defaultGuestRules)
  })
})
