import { describe, expect, it } from 'vitest'
import { defaultGuestRules } from '#test/support/guest-rules.ts'
import { openLedger } from '#main/charging/ledger/ledger.ts'
import { card, platformFailure } from './fake-platform.ts'
import { codeOf, createRig, MINUTE_MS, only, optionOf, START_MS } from './rig.ts'

describe('the ways to start', () => {
  it('are the cards that may charge here, by opaque ids', async () => {
    const rig = createRig()
    rig.platform.on('AvailableCards', () => ({
      availableCardsForChargingProcess: [
        card(),
        null,
        card({ id: 'card-2', preauthRequired: true, holds: [50, null, 80] }),
      ],
    }))
    const { options, asOfMs } = await rig.charging.options('c1')
    expect(asOfMs).toBe(START_MS)
    expect(options).toMatchObject([
      {
        kind: 'card',
        label: 'Hotel card',
        rate: { short: '0.49 EUR/kWh', full: 'Pay per kWh' },
        examples: [{ energyKWh: 20, minutes: null, cost: { amount: 9.8, currency: 'EUR' } }],
        holds: [],
        needs: 'nothing',
      },
      {
        kind: 'phone',
        holds: [
          { amount: 50, currency: 'EUR' },
          { amount: 80, currency: 'EUR' },
        ],
        holdBlockedUntilMs: null,
      },
    ])
    expect(JSON.stringify(options)).not.toMatch(/SECRET-TAG|card-1|card-2/)
  })

  it('are one at a connector that is free of charge', async () => {
    const rig = createRig()
    Object.assign(rig.connectors['c1'] ?? {}, { freeOfCharge: true })
    rig.platform.on('AvailableCards', () => ({
      availableCardsForChargingProcess: [
        card({ id: 'a', preauthRequired: true }),
        card({ id: 'b' }),
      ],
    }))
    const { options } = await rig.charging.options('c1')
    const option = only(options)
    expect(option).toMatchObject({ kind: 'free', label: null, rate: null, examples: [] })
    await rig.charging.start({ connectorId: 'c1', optionId: option.id, requestId: 'r1' })
    expect(rig.platform.calls.at(-1)?.variables).toMatchObject({ input: { tagId: 'SECRET-TAG-b' } })
  })

  it('leave out cards that have expired, by the platform’s clock', async () => {
    const rig = createRig()
    const inMs = (ms: number): string => new Date(START_MS + ms).toISOString()
    rig.platform.on('AvailableCards', () => ({
      availableCardsForChargingProcess: [
        card({ id: 'a', label: 'Last year’s', expiryDate: inMs(-MINUTE_MS) }),
        card({ id: 'b', label: 'Until tonight', expiryDate: inMs(MINUTE_MS) }),
        card({ id: 'c', label: 'For ever' }),
      ],
    }))
    const { options } = await rig.charging.options('c1')
    expect(options).toMatchObject([
      { label: 'Until tonight', expiresAtMs: START_MS + MINUTE_MS },
      { label: 'For ever', expiresAtMs: null },
    ])
  })

  it.each([
    ['default', false],
    ['roaming', true],
    ['emsp', true],
  ] as const)(
    'say of a card of the type %s whether it is a partner’s: %s',
    async (type, roaming) => {
      const rig = createRig()
      rig.platform.on('AvailableCards', () => ({
        availableCardsForChargingProcess: [card({ type })],
      }))
      expect((await rig.charging.options('c1')).options).toMatchObject([{ roaming }])
    },
  )

  it('are none without a card', async () => {
    const rig = createRig()
    rig.platform.on('AvailableCards', () => ({ availableCardsForChargingProcess: [] }))
    expect((await rig.charging.options('c1')).options).toEqual([])
  })

  it('are not known where the cards are not told', async () => {
    const rig = createRig()
    rig.platform.on('AvailableCards', () => ({ availableCardsForChargingProcess: null }))
    expect(await codeOf(() => rig.charging.options('c1'))).toBe('unexpected-answer')
  })

  it('lose their validity after five minutes', async () => {
    const rig = createRig()
    const optionId = await optionOf(rig)
    await rig.clock.advance(300_001)
    const start = () => rig.charging.start({ connectorId: 'c1', optionId, requestId: 'r1' })
    expect(await codeOf(start)).toBe('option-gone')
  })

  it('hold for their connector only', async () => {
    const rig = createRig()
    const optionId = await optionOf(rig, 'c1')
    const start = () => rig.charging.start({ connectorId: 'c2', optionId, requestId: 'r1' })
    expect(await codeOf(start)).toBe('option-gone')
  })

  it('leave out a card whose amounts to hold nobody tells', async () => {
    const rig = createRig()
    rig.platform.on('AvailableCards', () => ({
      availableCardsForChargingProcess: [card({ preauthRequired: true, holds: [null] })],
    }))
    expect((await rig.charging.options('c1')).options).toEqual([])
  })

  it('say why a payment is not to be had: its amounts have no currency, and none is guessed', async () => {
    const rig = createRig()
    const unnamed = card({ preauthRequired: true })
    const amounts = [{ amount: 50, currency: null }]
    const rate = { ...unnamed.rate, preauthCurrencyAmounts: amounts }
    rig.platform.on('AvailableCards', () => ({
      availableCardsForChargingProcess: [{ ...unnamed, rate }],
    }))
    const option = only((await rig.charging.options('c1')).options)
    expect(option).toMatchObject({ kind: 'phone', holds: [], notSold: 'no-currency' })
    const chosen = { connectorId: 'c1', optionId: option.id, requestId: 'r1' }
    expect(await codeOf(() => rig.charging.start({ ...chosen, hold: 0 }))).toBe('invalid')
    expect(rig.platform.count('RemoteStartWithPreauth')).toBe(0)
  })

  it('fail with the platform’s failure', async () => {
    const rig = createRig()
    rig.platform.on('AvailableCards', () => {
      throw platformFailure('unavailable', 'unknown')
    })
    expect(await codeOf(() => rig.charging.options('c1'))).toBe('unavailable')
    expect(await codeOf(() => rig.charging.options('elsewhere'))).toBe('not-found')
  })
})

const offerBoth = (rig: ReturnType<typeof createRig>): void => {
  rig.platform.on('AvailableCards', () => ({
    availableCardsForChargingProcess: [
      card({ id: 'a', label: 'A' }),
      card({ id: 'b', label: 'B' }),
    ],
  }))
}

describe('the operator’s rules', () => {
  it('put the preferred card first and hide others', async () => {
    const rig = createRig()
    offerBoth(rig)
    rig.rules = { ...defaultGuestRules, preferredCardId: 'b' }
    const labels = (await rig.charging.options('c1')).options.map(({ label }) => label)
    expect(labels).toEqual(['B', 'A'])
    rig.rules = { ...defaultGuestRules, byCard: { a: 'hidden' } }
    expect(only((await rig.charging.options('c1')).options).label).toBe('B')
  })

  it('say what guests read for a card, beside its label', async () => {
    const rig = createRig()
    offerBoth(rig)
    rig.rules = { ...defaultGuestRules, labelByCard: { a: 'On the room' } }
    const { options } = await rig.charging.options('c1')
    expect(options.map(({ label, guestLabel }) => [label, guestLabel])).toEqual([
      ['A', 'On the room'],
      ['B', null],
    ])
  })

  it('leave a card to the desk', async () => {
    const rig = createRig()
    rig.rules = { ...defaultGuestRules, cards: 'desk' }
    const option = only((await rig.charging.options('c1')).options)
    expect(option.needs).toBe('desk')
    expect(await codeOf(() => rig.start())).toBe('needs-desk')
    expect(rig.platform.count('AttemptRemoteStart')).toBe(0)
  })

  it('ask for a booking reference, which the ledger keeps', async () => {
    const rig = createRig()
    rig.rules = { ...defaultGuestRules, byCard: { 'card-1': 'booking' } }
    const option = only((await rig.charging.options('c1')).options)
    expect(option.needs).toBe('booking')
    expect(await codeOf(() => rig.start())).toBe('needs-booking')
    const chosen = { connectorId: 'c1', optionId: option.id, requestId: 'r2' }
    await rig.charging.start({ ...chosen, bookingReference: '204' })
    rig.restart()
    const ledger = openLedger(rig.databaseFile)
    expect(only(ledger.starts()).bookingReference).toBe('204')
    ledger.close()
  })

  it('say whether own cards are taken', async () => {
    const rig = createRig()
    expect((await rig.charging.options('c1')).ownCard).toBe(true)
    rig.rules = { ...defaultGuestRules, ownCard: false }
    expect((await rig.charging.options('c1')).ownCard).toBe(false)
  })
})
