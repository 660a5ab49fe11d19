import { describe, expect, it } from 'vitest'
import { defaultGuestRules } from '#test/support/guest-rules.ts'
import {
  claim,
  detailsOf,
  leftSession,
  other,
  protectedRig,
  startAndCharge,
} from './left-session.ts'
import { attempt, chargelog, codeOf, MINUTE_MS, settle, START_MS } from './rig.ts'

describe('the stop code of a start', () => {
  it('is shown with the session, which is the guest’s without it, until the guest leaves', async () => {
    const rig = await protectedRig()
    const code = await startAndCharge(rig)
    expect(code).toMatch(/^\d{4}$/)
    expect(rig.onlySession()).toMatchObject({ protection: 'code', claimed: true, stopCode: code })
    rig.charging.guestLeft()
    expect(rig.onlySession()).toMatchObject({ claimed: false, stopCode: null })
  })

  it('stands in no log', async () => {
    const { rig, code } = await leftSession()
    await claim(rig, code)
    const asValue = new RegExp(`[":]${code}[",}]`)
    expect(rig.logged.filter((line) => asValue.test(line))).toEqual([])
  })

  it('of a charge that began when its guest had left is shown to nobody who comes then', async () => {
    const rig = await protectedRig()
    await rig.start()
    rig.charging.guestLeft()
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    const cost = { amount: 4.2, currency: 'EUR' }
    rig.world.running = [chargelog({ cost, startedAtMs: START_MS + 1_000 })]
    await rig.pass(30_000, 2_000)
    expect(rig.onlySession()).toMatchObject({ claimed: false, stopCode: null, cost: null })
  })

  it('comes back after a restart for the guest who stands there, not after leaving', async () => {
    const rig = await protectedRig()
    const code = await startAndCharge(rig)
    rig.restart()
    await settle()
    rig.refresh()
    expect(rig.onlySession().stopCode).toBe(code)
    rig.charging.guestLeft()
    rig.restart()
    await settle()
    rig.refresh()
    expect(rig.onlySession()).toMatchObject({ claimed: false, stopCode: null })
    await claim(rig, code)
    expect(rig.onlySession().claimed).toBe(true)
  })

  it('is not shown again after a restart when the start is older than five minutes', async () => {
    const rig = await protectedRig()
    await startAndCharge(rig)
    await rig.pass(6 * MINUTE_MS, MINUTE_MS)
    rig.restart()
    await settle()
    rig.refresh()
    expect(rig.onlySession()).toMatchObject({ claimed: false, stopCode: null })
  })
})

describe('a stranger’s session', () => {
  it('shows energy, power and time, and nothing else', async () => {
    const { rig } = await leftSession()
    const meter = { sessionId: 'log-1', powerW: 7_000, energyKWh: 1.7, measuredAtMs: START_MS }
    const charge = { stateOfChargePercent: 55, initialStateOfChargePercent: 40 }
    rig.charging.takeMeters([{ ...meter, ...charge }], START_MS)
    expect(rig.onlySession()).toEqual({
      id: 'log-1',
      connectorId: 'c1',
      status: 'charging',
      startedAtMs: START_MS + 1_000,
      energyKWh: 1.7,
      powerW: 7_000,
      meterAtMs: START_MS,
      protection: 'code',
      claimed: false,
      stopCode: null,
      target: null,
      stateOfChargePercent: null,
      initialStateOfChargePercent: null,
      rateName: null,
      co2SavingKg: null,
      cost: null,
      powerCurve: [],
      batteryTrack: [],
      rate: null,
      stop: null,
      summary: null,
      freshness: 'live',
      asOfMs: null,
    })
  })

  it('cannot be stopped', async () => {
    const { rig } = await leftSession()
    const stop = rig.charging.stop({ sessionId: 'log-1', requestId: 's1' })
    expect(await codeOf(() => stop)).toBe('not-claimed')
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })

  it('is opened by its code, and can be stopped then, until the guest leaves', async () => {
    const { rig, code } = await leftSession()
    await claim(rig, code)
    expect(rig.onlySession()).toMatchObject({
      claimed: true,
      stopCode: null,
      cost: { amount: 4.2, currency: 'EUR' },
    })
    await rig.charging.stop({ sessionId: 'log-1', requestId: 's1' })
    expect(rig.platform.count('RemoteStop')).toBe(1)
    rig.charging.guestLeft()
    expect(rig.onlySession()).toMatchObject({ claimed: false, stop: null })
  })

  it('is open to everybody where the operator turned codes off', async () => {
    const { rig } = await leftSession()
    rig.rules = { ...defaultGuestRules, stopCodes: false }
    expect(rig.onlySession()).toMatchObject({ protection: 'none', claimed: true, stopCode: null })
    expect(rig.onlyStart().code).toBeNull()
    await rig.charging.stop({ sessionId: 'log-1', requestId: 's1' })
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('that is gone cannot be opened', async () => {
    const rig = await protectedRig()
    expect(await codeOf(() => claim(rig, '0000'))).toBe('session-gone')
  })
})

describe('wrong codes', () => {
  it('tell how many tries are left, then slow down, longer each time', async () => {
    const { rig, code } = await leftSession()
    expect(await detailsOf(claim(rig, other(code)))).toEqual({ triesLeft: '2' })
    expect(await detailsOf(claim(rig, other(code)))).toEqual({ triesLeft: '1' })
    const firstMs = rig.clock.now() + 30_000
    const last = await detailsOf(claim(rig, other(code)))
    expect(last).toEqual({ triesLeft: '0', retryAtMs: String(firstMs) })
    expect(await codeOf(() => claim(rig, code))).toBe('too-many-tries')
    await rig.pass(30_000)
    const secondMs = rig.clock.now() + 60_000
    expect(await detailsOf(claim(rig, other(code)))).toMatchObject({ retryAtMs: String(secondMs) })
    await rig.pass(59_000)
    expect(await detailsOf(claim(rig, code))).toEqual({ retryAtMs: String(secondMs) })
    await rig.pass(1_000)
    await claim(rig, code)
    expect(rig.onlySession().claimed).toBe(true)
  })

  it('never make anybody wait for more than a quarter of an hour', async () => {
    const { rig, code } = await leftSession()
    for (let wrong = 0; wrong < 12; wrong += 1) {
      await claim(rig, other(code)).catch(() => undefined)
      await rig.clock.advance(15 * MINUTE_MS)
    }
    rig.refresh()
    await claim(rig, code)
    expect(rig.onlySession().claimed).toBe(true)
  })

  it('count over a restart', async () => {
    const { rig, code } = await leftSession()
    for (let wrong = 0; wrong < 3; wrong += 1) await claim(rig, other(code)).catch(() => undefined)
    rig.restart()
    await settle()
    rig.refresh()
    expect(await codeOf(() => claim(rig, code))).toBe('too-many-tries')
  })

  it('count at the whole terminal, at whichever session they are tried', async () => {
    const { rig, code } = await leftSession()
    const sessions = Array.from({ length: 6 }, (_, index) => `log-${String(index + 1)}`)
    rig.world.running = sessions.map((id) => chargelog({ id, startedAtMs: START_MS + 1_000 }))
    rig.refresh()
    for (const sessionId of sessions.slice(1)) {
      for (const wrong of ['wrong-1', 'wrong-2']) {
        await rig.charging.claim({ sessionId, code: wrong }).catch(() => undefined)
      }
    }
    expect(await codeOf(() => claim(rig, code))).toBe('too-many-tries')
  })

  it('are forgotten after an hour', async () => {
    const { rig, code } = await leftSession()
    for (let wrong = 0; wrong < 3; wrong += 1) await claim(rig, other(code)).catch(() => undefined)
    await rig.clock.advance(60 * MINUTE_MS)
    rig.refresh()
    expect(await detailsOf(claim(rig, other(code)))).toEqual({ triesLeft: '2' })
  })

  it('do not lock anybody out for longer when the clock was set back', async () => {
    const { rig, code } = await leftSession()
    await rig.clock.advance(24 * 60 * MINUTE_MS)
    rig.refresh()
    for (let wrong = 0; wrong < 3; wrong += 1) await claim(rig, other(code)).catch(() => undefined)
    await rig.clock.advance(-24 * 60 * MINUTE_MS)
    rig.restart()
    await settle()
    rig.refresh()
    await rig.clock.advance(30_000)
    rig.refresh()
    await claim(rig, code)
    expect(rig.onlySession().claimed).toBe(true)
  })
})
