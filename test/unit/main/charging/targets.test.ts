import { describe, expect, it } from 'vitest'
import type { Target } from '#contract/charging.ts'
import { isReached } from '#main/charging/stop/targets.ts'
import { platformFailure } from './fake-platform.ts'
import { attempt, chargelog, createRig, optionOf, settle, START_MS } from './rig.ts'

type Rig = ReturnType<typeof createRig>

async function chargeTo(target: Target): Promise<Rig> {
  const rig = createRig()
  const optionId = await optionOf(rig)
  await rig.charging.start({ connectorId: 'c1', optionId, requestId: 'r1', target })
  await settle()
  rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
  rig.world.running = [chargelog()]
  await rig.pass(2_000)
  return rig
}

async function meter(rig: Rig, energyKWh: number, stateOfChargePercent: number | null = null) {
  const facts = { powerW: 11_000, initialStateOfChargePercent: null, measuredAtMs: rig.clock.now() }
  const reading = { sessionId: 'log-1', energyKWh, stateOfChargePercent, ...facts }
  rig.charging.takeMeters([reading], rig.clock.now())
  await settle()
}

describe('where a session is to end', () => {
  it('is the platform’s to watch for a time', async () => {
    const rig = await chargeTo({ kind: 'time', minutes: 45 })
    const sent = rig.platform.calls.find(({ name }) => name === 'AttemptRemoteStart')
    expect(sent?.variables).toMatchObject({ input: { config: { stopMinutes: 45 } } })
    await rig.pass(60 * 60_000, 60_000)
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })

  it('is watched for an energy, and stopped once', async () => {
    const rig = await chargeTo({ kind: 'energy', energyKWh: 20 })
    expect(rig.onlyStart().target).toEqual({ kind: 'energy', energyKWh: 20 })
    await meter(rig, 19.99)
    expect(rig.platform.count('RemoteStop')).toBe(0)
    await meter(rig, 20)
    await meter(rig, 20.1)
    await rig.pass(5_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
    expect(rig.platform.calls.at(-1)?.variables).toEqual({ transaction: 'platform-session-1' })
  })

  it('is watched for a state of charge, where the vehicle tells it', async () => {
    const rig = await chargeTo({ kind: 'charge', percent: 80 })
    await meter(rig, 30, null)
    await meter(rig, 31, 79)
    expect(rig.platform.count('RemoteStop')).toBe(0)
    await meter(rig, 32, 80)
    await meter(rig, 32.1, 80)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('is not reached by one reading, however often it is told', async () => {
    const rig = await chargeTo({ kind: 'charge', percent: 80 })
    await meter(rig, 5, 85)
    const told = rig.clock.now()
    const again = { powerW: 11_000, initialStateOfChargePercent: null, measuredAtMs: told }
    for (let times = 0; times < 5; times += 1) {
      const reading = { sessionId: 'log-1', energyKWh: 5, stateOfChargePercent: 85, ...again }
      await rig.pass(4_000)
      rig.charging.takeMeters([reading], rig.clock.now())
    }
    await meter(rig, 5.5, 41)
    await meter(rig, 5.6, 42)
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })

  it('is reached where the second reading never comes, but the first still stands', async () => {
    const rig = await chargeTo({ kind: 'energy', energyKWh: 20 })
    rig.world.running = [chargelog({ energyKWh: 20 })]
    await rig.pass(29_000)
    expect(rig.platform.count('RemoteStop')).toBe(0)
    await rig.pass(5_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('is still known after a restart, and what was asked is asked again where it goes on', async () => {
    const rig = await chargeTo({ kind: 'energy', energyKWh: 20 })
    rig.restart()
    await rig.pass(1_000)
    await meter(rig, 21)
    await meter(rig, 21.1)
    expect(rig.platform.count('RemoteStop')).toBe(1)
    rig.restart()
    await rig.pass(1_000)
    await meter(rig, 22)
    await meter(rig, 22.1)
    expect(rig.platform.count('RemoteStop')).toBe(2)
    rig.restart()
    rig.world.running = []
    await rig.pass(1_000)
    expect(rig.platform.count('RemoteStop')).toBe(2)
  })

  it('is asked for again and again where the station refuses, until it has ended', async () => {
    const rig = await chargeTo({ kind: 'energy', energyKWh: 20 })
    rig.platform.on('RemoteStop', () => {
      throw platformFailure('rejected', 'refused')
    })
    await meter(rig, 21)
    await meter(rig, 21.1)
    await rig.pass(14_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
    await rig.pass(4 * 60_000, 5_000)
    const before = rig.platform.count('RemoteStop')
    expect(before).toBeGreaterThan(4)
    rig.platform.on('RemoteStop', () => {
      rig.world.running = []
      rig.world.chargelogs = [chargelog({ status: 'stopped' })]
      return { remoteStop: { code: 200, status: 'ACCEPTED', title: null, message: null } }
    })
    await rig.pass(60 * 60_000, 5_000)
    expect(rig.platform.count('RemoteStop')).toBe(before + 1)
  })

  it('is not reached by what nobody knows', () => {
    const unknown = { energyKWh: null, stateOfChargePercent: null, startedAtMs: null }
    const later = START_MS + 3_600_000
    expect(isReached({ kind: 'energy', energyKWh: 1 }, unknown, later)).toBe(false)
    expect(isReached({ kind: 'charge', percent: 10 }, unknown, later)).toBe(false)
    expect(isReached({ kind: 'time', minutes: 5 }, unknown, later)).toBe(false)
  })

  it('is a time that has gone by the platform’s clock, however well that is known', () => {
    const target = { kind: 'time', minutes: 60 } as const
    const begun = { energyKWh: null, stateOfChargePercent: null, startedAtMs: START_MS }
    const endMs = START_MS + 60 * 60_000
    expect(isReached(target, begun, endMs + 2_999)).toBe(false)
    expect(isReached(target, begun, endMs + 3_000)).toBe(true)
  })
})
