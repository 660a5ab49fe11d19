import { describe, expect, it } from 'vitest'
import { mainRule, presetOf, rulesOf } from '#renderer/setup/card-choice.ts'

const two = ['guests', 'staff']

describe('the cards that a new terminal offers', () => {
  it('are by default the first of several, and no card that comes later', () => {
    const choice = presetOf(null, two)
    expect(choice).toEqual({ rule: 'open', open: ['guests'] })
    expect(rulesOf(choice, two, null)).toEqual({
      cards: 'hidden',
      byCard: { guests: 'open', staff: 'hidden' },
      preferredCardId: 'guests',
    })
  })

  it('are all where the account has one, or nobody knows which it has', () => {
    for (const ids of [['guests'], []]) {
      expect(rulesOf(presetOf(null, ids), ids, null)).toEqual({
        cards: 'open',
        byCard: {},
        preferredCardId: null,
      })
    }
  })

  it('ask of guests what was chosen', () => {
    const rules = rulesOf({ rule: 'booking', open: ['staff'] }, two, null)
    expect(rules.byCard).toEqual({ guests: 'hidden', staff: 'booking' })
    expect(rules.preferredCardId).toBe('staff')
    expect(mainRule(rules)).toBe('booking')
  })

  it('are none where none is to be offered', () => {
    const rules = rulesOf({ rule: 'hidden', open: two }, two, null)
    expect(rules).toEqual({
      cards: 'hidden',
      byCard: { guests: 'hidden', staff: 'hidden' },
      preferredCardId: null,
    })
    expect(mainRule(rules)).toBe('hidden')
  })
})

describe('the cards of a terminal that is set up again', () => {
  const before = {
    cards: 'open',
    byCard: { staff: 'desk', elsewhere: 'hidden' },
    preferredCardId: 'staff',
  } as const

  it('are those that were offered, each with its own rule', () => {
    const choice = presetOf(before, two)
    expect(choice).toEqual({ rule: 'open', open: two })
    expect(rulesOf(choice, two, before)).toEqual({
      cards: 'hidden',
      byCard: { guests: 'open', staff: 'desk', elsewhere: 'hidden' },
      preferredCardId: 'staff',
    })
  })

  it('all follow a rule that is chosen again', () => {
    const { byCard } = rulesOf({ rule: 'booking', open: two }, two, before)
    expect(byCard).toMatchObject({ guests: 'booking', staff: 'booking' })
  })

  it('prefer another one where the preferred one is not offered any more', () => {
    expect(rulesOf({ rule: 'open', open: ['guests'] }, two, before).preferredCardId).toBe('guests')
  })
})
