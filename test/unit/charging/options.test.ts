import { describe, expect, it } from 'vitest'
import { card, platformFailure } from './fake-platform.ts'
import { codeOf, createRig, only, optionOf, START_MS } from './rig.ts'

describe('the ways to start', () => {
  it('are the cards that may charge here, by opaque ids', async () => {
    const rig = createRig()
    rig.platform.on('AvailableCards', () => ({
      availableCardsForChargingProcess: [
        card(),
        null,
        card({ id: 'card-2', preauthRequired: true }),
      ],
    }))
    const { options, asOfMs } = await rig.charging.options('c1')
    expect(asOfMs).toBe(START_MS)
    expect(options).toMatchObject([
      {
        kind: 'card',
        label: 'Hotel card',
        rate: { short: '0.49 EUR/kWh', full: 'Pay per kWh' },
        preauthRequired: false,
      },
      { kind: 'card', preauthRequired: true },
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
    expect(option).toMatchObject({ kind: 'free', label: null, rate: null, preauthRequired: false })
    await rig.charging.start({ connectorId: 'c1', optionId: option.id, requestId: 'r1' })
    expect(rig.platform.calls.at(-1)?.variables).toMatchObject({ input: { tagId: 'SECRET-TAG-b' } })
  })

  it('are none without a card', async () => {
    const rig = createRig()
    rig.platform.on('AvailableCards', () => ({ availableCardsForChargingProcess: null }))
    expect((await rig.charging.options('c1')).options).toEqual([])
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

  it('cannot be started where a payment comes first', async () => {
    const rig = createRig()
    rig.platform.on('AvailableCards', () => ({
      availableCardsForChargingProcess: [card({ preauthRequired: true })],
    }))
    expect(await codeOf(() => rig.start())).toBe('invalid')
    expect(rig.platform.count('AttemptRemoteStart')).toBe(0)
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
