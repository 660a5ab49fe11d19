import { describe, expect, it, onTestFinished } from 'vitest'
import { createClock } from '#common/clock.ts'
import type { Platform } from '#main/platform/platform.ts'
import type { GuestRules } from '#main/settings/guest-settings.ts'
import { defaultGuestRules } from '#test/support/guest-rules.ts'
import { createPrices, priceOf, type PriceCard } from '#main/site/prices.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const HOUR_MS = 3_600_000
const card = (
  shortDescription: string | null,
  preauthRequired = false,
  id = 'card',
): PriceCard => ({
  id,
  shortDescription,
  preauthRequired,
})

describe('the price of a connector', () => {
  it.each([
    ['one card', [card('0.35 EUR/kWh')], { kind: 'text', text: '0.35 EUR/kWh', asOfMs: 7 }],
    ['cards that agree', [card('A'), card('A')], { kind: 'text', text: 'A', asOfMs: 7 }],
    ['cards that differ', [card('A'), card('B')], { kind: 'several', from: null }],
    [
      'cards whose prices can be compared',
      [card('0.35 EUR/kWh'), card('0.25 EUR/kWh')],
      { kind: 'several', from: '0.25 EUR/kWh' },
    ],
    [
      'a card that cannot start here beside one that can',
      [card('A'), card('B', true)],
      { kind: 'text', text: 'A', asOfMs: 7 },
    ],
    [
      'cards that cannot start here alone',
      [card('B', true)],
      { kind: 'text', text: 'B', asOfMs: 7 },
    ],
    ['no card', [], { kind: 'none' }],
    ['a card without a text', [card(null)], { kind: 'none' }],
    ['a card with a blank text', [card(' ')], { kind: 'none' }],
  ])('with %s', (_name, cards, price) => {
    expect(priceOf(cards, defaultGuestRules, 7)).toEqual(price)
  })

  const rules = (change: Partial<GuestRules>): GuestRules => ({ ...defaultGuestRules, ...change })
  const cards = [card('A', false, 'a'), card('B', false, 'b')]

  it('is that of the card which the operator prefers, where it may charge', () => {
    const preferring = rules({ preferredCardId: 'b' })
    expect(priceOf(cards, preferring, 7)).toMatchObject({ kind: 'text', text: 'B' })
    const elsewhere = rules({ preferredCardId: 'z' })
    expect(priceOf(cards, elsewhere, 7)).toEqual({ kind: 'several', from: null })
  })

  it('leaves out the cards that guests do not see', () => {
    const hiding = rules({ byCard: { a: 'hidden' } })
    expect(priceOf(cards, hiding, 7)).toMatchObject({ kind: 'text', text: 'B' })
  })
})

function startPrices(role: 'CRM' | 'ANYM' = 'CRM') {
  const clock = createClock({ startMs: 0, speed: 0 })
  const asked: string[][] = []
  let answer = (): unknown => [
    { id: 'c', label: null, preauthRequired: false, rate: { shortDescription: 'A' } },
  ]
  const platform = {
    execute: (_operation: unknown, variables: Record<string, string>) => {
      asked.push(Object.values(variables))
      const entries = Object.keys(variables).map((alias) => [alias, answer()] as const)
      return Promise.resolve({
        data: Object.fromEntries(entries),
        errors: [],
        atMs: clock.now(),
        bytes: 0,
      })
    },
  } as unknown as Platform
  let rules = defaultGuestRules
  const prices = createPrices({
    platform,
    clock,
    log: createQuietLog(),
    role: () => role,
    rules: () => rules,
    onChange: () => undefined,
  })
  onTestFinished(() => {
    prices.close()
  })
  const connectors = Array.from({ length: 45 }, (_, index) => ({
    id: String(index),
    freeOfCharge: index === 0,
  }))
  /** Time passes in small steps, so that an answer is taken before the next timer is due. */
  const pass = async (ms: number): Promise<void> => {
    for (let step = 0; step < ms; step += 100) await clock.advance(100)
  }
  const answerWith = (next: typeof answer): void => {
    answer = next
  }
  const ruleThat = (change: Partial<GuestRules>): void => {
    rules = { ...rules, ...change }
  }
  return { clock, pass, prices, asked, connectors, answerWith, ruleThat }
}

describe('the prices of a site', () => {
  it('are asked in batches, once, and not where charging is free', async () => {
    const { pass, prices, asked, connectors } = startPrices()
    const [free, second] = connectors
    if (!free || !second) throw new Error('no connectors')
    expect(prices.price(free)).toEqual({ kind: 'free' })
    expect(prices.price(second)).toEqual({ kind: 'pending' })
    prices.freshen(connectors)
    prices.freshen(connectors)
    await pass(2_000)
    expect(asked.map(({ length }) => length)).toEqual([20, 20, 4])
    expect(asked.flat()).not.toContain(free.id)
    expect(prices.price(second)).toMatchObject({ kind: 'text', text: 'A' })
  })

  it('are kept for hours, with their age, and then asked again', async () => {
    const { clock, pass, prices, asked, connectors } = startPrices()
    prices.freshen(connectors)
    await pass(2_000)
    await clock.advance(3.9 * HOUR_MS)
    prices.freshen(connectors)
    await pass(2_000)
    expect(asked).toHaveLength(3)
    await clock.advance(0.2 * HOUR_MS)
    prices.freshen(connectors)
    await pass(2_000)
    expect(asked).toHaveLength(6)
  })

  it('are fresher where a connector was opened', () => {
    const { prices } = startPrices()
    prices.learn('7', [card('B')])
    expect(prices.price({ id: '7', freeOfCharge: false })).toMatchObject({ text: 'B' })
  })

  it('follow a change of the rules at once, without being asked again', () => {
    const { prices, asked, ruleThat } = startPrices()
    prices.learn('7', [card('A', false, 'a'), card('B', false, 'b')])
    const price = () => prices.price({ id: '7', freeOfCharge: false })
    expect(price()).toEqual({ kind: 'several', from: null })
    ruleThat({ preferredCardId: 'b' })
    expect(price()).toMatchObject({ text: 'B' })
    ruleThat({ byCard: { b: 'hidden' } })
    expect(price()).toMatchObject({ text: 'A' })
    expect(asked).toEqual([])
  })

  it('are asked again soon where the platform failed on one connector', async () => {
    const { clock, pass, prices, asked, answerWith } = startPrices()
    const one = [{ id: '7', freeOfCharge: false }]
    answerWith(() => null)
    prices.freshen(one)
    await pass(1_000)
    expect(asked).toHaveLength(1)
    answerWith(() => [])
    await clock.advance(11 * 60_000)
    prices.freshen(one)
    await pass(1_000)
    expect(asked).toHaveLength(2)
  })

  it('are not asked by an anonymous session', async () => {
    const { pass, prices, asked, connectors } = startPrices('ANYM')
    prices.freshen(connectors)
    await pass(1_000)
    expect(asked).toEqual([])
    expect(prices.price({ id: '7', freeOfCharge: false })).toEqual({ kind: 'none' })
  })
})
