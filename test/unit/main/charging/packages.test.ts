import { describe, expect, it } from 'vitest'
import { defaultGuestRules } from '#test/support/guest-rules.ts'
import { platformFailure } from './fake-platform.ts'
import { codeOf, createRig, MINUTE_MS, only, optionOf } from './rig.ts'

describe('packages', () => {
  const sold = {
    id: 'p1',
    amount: 30,
    automaticStop: 120,
    visibleRuntime: 180,
    rate: {
      name: 'Two hours',
      description: 'Energy comes on top.',
      shortDescription: '0.35 EUR/kWh',
    },
  }
  const sell = (rig: ReturnType<typeof createRig>): void => {
    rig.platform.on('RatePackages', () => ({ ratePackageByConnectorId: [sold] }))
  }

  it('are told with amount and duration, in the tenant’s currency', async () => {
    const rig = createRig()
    sell(rig)
    const offer = await rig.charging.options('c1')
    expect(offer.packages).toEqual([
      {
        id: 'p1',
        price: { amount: 30, currency: 'EUR' },
        stopMinutes: 120,
        runtimeMinutes: 180,
        name: 'Two hours',
        rate: { short: '0.35 EUR/kWh', full: 'Energy comes on top.' },
        notSold: null,
      },
    ])
    await rig.charging.options('c1')
    expect(rig.platform.count('Settings')).toBe(1)
  })

  const withoutCurrency = [
    [[]],
    [[{ key: 'crm_currency', value: 'Taler' }]],
    // The reference's own example answers a key that nobody asked for.
    [[{ key: 'app.support.email', value: 'support@example.com' }]],
  ]

  it.each(withoutCurrency)(
    'are told in the contact’s currency where the tenant names none (%j)',
    async (settings) => {
      const rig = createRig()
      sell(rig)
      rig.platform.on('Settings', () => ({ settings }))
      rig.platform.on('ContactCurrency', () => ({ contact: { currency: { isoCode: 'chf' } } }))
      const { packages } = await rig.charging.options('c1')
      const price = { amount: 30, currency: 'CHF' }
      expect(only(packages)).toMatchObject({ price, notSold: null })
    },
  )

  it.each([
    { contact: null },
    { contact: { currency: null } },
    { contact: { currency: { isoCode: 'Taler' } } },
  ])('are not sold where nobody names a currency: %j', async (contact) => {
    const rig = createRig()
    sell(rig)
    rig.platform.on('Settings', () => ({ settings: [] }))
    rig.platform.on('ContactCurrency', () => contact)
    const { packages } = await rig.charging.options('c1')
    expect(only(packages)).toMatchObject({ price: null, notSold: 'no-currency' })
    const optionId = await optionOf(rig)
    const request = { connectorId: 'c1', optionId, requestId: 'r1', packageId: 'p1' }
    expect(await codeOf(() => rig.charging.start(request))).toBe('option-gone')
    expect(rig.platform.count('AttemptRemoteStart')).toBe(0)
  })

  it('are not sold where the network names no price', async () => {
    const rig = createRig()
    rig.platform.on('RatePackages', () => ({
      ratePackageByConnectorId: [{ ...sold, amount: null }],
    }))
    const { packages } = await rig.charging.options('c1')
    expect(only(packages)).toMatchObject({ price: null, notSold: 'no-price' })
  })

  it('ask for a currency that nobody names once in some minutes', async () => {
    const rig = createRig()
    sell(rig)
    rig.platform.on('Settings', () => ({ settings: [] }))
    for (let offer = 0; offer < 4; offer += 1) await rig.charging.options('c1')
    expect([rig.platform.count('Settings'), rig.platform.count('ContactCurrency')]).toEqual([1, 1])
    await rig.pass(6 * MINUTE_MS, MINUTE_MS)
    await rig.charging.options('c1')
    expect(rig.platform.count('Settings')).toBe(2)
  })

  it('ask again at once where the platform could not be reached', async () => {
    const rig = createRig()
    sell(rig)
    rig.platform.on('Settings', () => {
      throw platformFailure('offline', 'not-carried-out')
    })
    expect(only((await rig.charging.options('c1')).packages).notSold).toBe('no-currency')
    rig.platform.on('Settings', () => ({ settings: [{ key: 'crm_currency', value: 'EUR' }] }))
    expect(only((await rig.charging.options('c1')).packages).notSold).toBeNull()
  })

  it('are missed by nobody when they cannot be told, or the operator sells none', async () => {
    const rig = createRig()
    rig.platform.on('RatePackages', () => {
      throw platformFailure('unavailable', 'unknown')
    })
    expect(await rig.charging.options('c1')).toMatchObject({ packages: [], options: [{}] })
    sell(rig)
    rig.rules = { ...defaultGuestRules, packages: false }
    expect((await rig.charging.options('c1')).packages).toEqual([])
  })

  it('ride along with the start', async () => {
    const rig = createRig()
    sell(rig)
    const optionId = await optionOf(rig)
    await rig.charging.start({ connectorId: 'c1', optionId, requestId: 'r1', packageId: 'p1' })
    expect(rig.platform.calls.at(-1)?.variables).toMatchObject({
      input: { config: { ratePackage: 'p1' } },
    })
  })
})
