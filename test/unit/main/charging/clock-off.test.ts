import { describe, expect, it } from 'vitest'
import { card, remoteStartParts } from './fake-platform.ts'
import {
  attempt,
  chargelog,
  chargelogParts,
  createRig,
  MINUTE_MS,
  optionOf,
  settle,
  type Rig,
} from './rig.ts'

const HOUR_MS = 60 * MINUTE_MS

/** A charge that was paid by phone for 45 minutes has just begun. */
async function paidFor45Minutes(skewMs: number): Promise<Rig> {
  const rig = createRig()
  rig.skewMs = skewMs
  rig.platform.on('AvailableCards', () => ({
    availableCardsForChargingProcess: [card({ preauthRequired: true, holds: [50] })],
  }))
  const optionId = await optionOf(rig)
  const target = { kind: 'time', minutes: 45 } as const
  await rig.charging.start({ connectorId: 'c1', optionId, requestId: 'r1', hold: 0, target })
  await settle()
  const paid = { transaction: null, status: 'ACCEPTED', attemptId: 'attempt-1' }
  rig.platform.on('RemoteStartWithPreauthStatus', () => ({
    remoteStartWithPreauthStatus: remoteStartParts(paid),
  }))
  await rig.pass(16_000)
  rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
  rig.world.running = [chargelog({ startedAtMs: rig.clock.now() + skewMs })]
  await rig.pass(2_000)
  return rig
}

describe('where the terminal’s clock and the platform’s are apart', () => {
  it.each([
    ['right', 0],
    ['an hour ahead', -HOUR_MS],
    ['an hour behind', HOUR_MS],
  ])('a paid charge of 45 minutes lasts 45 minutes: %s', async (_, skewMs) => {
    const rig = await paidFor45Minutes(skewMs)
    await rig.pass(44 * MINUTE_MS, 5_000)
    expect(rig.platform.count('RemoteStop')).toBe(0)
    await rig.pass(2 * MINUTE_MS, 5_000)
    expect(rig.platform.count('RemoteStop')).toBeGreaterThan(0)
  })

  it('a charge has gone on for no time when it begins', async () => {
    const rig = await paidFor45Minutes(-HOUR_MS)
    const goneMs = rig.clock.now() - (rig.onlySession().startedAtMs ?? 0)
    expect(goneMs).toBeLessThan(MINUTE_MS)
  })

  it.each([0, -HOUR_MS])(
    'by %d ms, a session that began and ended between two refreshes has its summary',
    async (skewMs) => {
      const rig = createRig()
      rig.skewMs = skewMs
      await rig.start()
      rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts() }))
      rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
      const endedAtMs = rig.clock.now() + skewMs
      const startedAtMs = endedAtMs - 20_000
      const told = { status: 'stopped', startedAtMs, endedAtMs, energyKWh: 0.2 }
      rig.world.chargelogs = [chargelog(told)]
      await rig.pass(3_000)
      expect(rig.charging.state().sessions.map(({ status }) => status)).toEqual(['stopped'])
    },
  )

  it('a summary bears the platform’s times, before its record is there and after', async () => {
    const rig = createRig()
    rig.skewMs = -HOUR_MS
    const startedAtMs = rig.clock.now() + rig.skewMs
    rig.world.running = [chargelog({ startedAtMs })]
    await rig.pass(1_000)
    rig.world.running = [chargelog({ startedAtMs, status: 'stopped', endedAtMs: startedAtMs })]
    rig.refresh()
    expect(rig.onlySession().summary).toMatchObject({ startedAtMs, endedAtMs: startedAtMs })
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts() }))
    await rig.pass(5_000)
    expect(rig.onlySession().summary?.endedAtMs).toBe(Date.parse('2026-11-23T15:07:30.000Z'))
  })
})
