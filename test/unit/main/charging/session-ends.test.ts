import { describe, expect, it } from 'vitest'
import {
  attempt,
  chargelog,
  chargelogParts,
  createRig,
  MINUTE_MS,
  settle,
  START_MS,
  type Rig,
} from './rig.ts'
import { protectedRig, startAndCharge } from './left-session.ts'

const running = () => chargelog({ startedAtMs: START_MS + 1_000, energyKWh: 5 })
const stopped = () => chargelog({ status: 'stopped', startedAtMs: START_MS + 1_000 })

async function charging(): Promise<Rig> {
  const rig = await protectedRig()
  await startAndCharge(rig)
  rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts() }))
  return rig
}

async function stop(rig: Rig): Promise<void> {
  await rig.charging.stop({ sessionId: 'log-1', requestId: 'stop-1' })
  await settle()
}

/** What the platform said when it was taken for ended. */
const signs: [string, (rig: Rig) => void][] = [
  ['was called stopped in the list', (rig) => (rig.world.running = [stopped()])],
  [
    'was missing from the list, and stopped by its id',
    (rig) => {
      rig.world.running = []
      rig.world.chargelogs = [stopped()]
    },
  ],
]

describe.each(signs)('a session that %s once, and runs', (_, tell) => {
  async function flapped(): Promise<Rig> {
    const rig = await charging()
    tell(rig)
    await rig.pass(3_000)
    expect(rig.onlySession().status).toBe('stopped')
    rig.world.running = [running()]
    return rig
  }

  it('is charging again by two refreshes in a row, without its summary and its way back', async () => {
    const rig = await flapped()
    expect(rig.charging.state().receipts.size).toBe(1)
    await rig.pass(1_000)
    expect(rig.onlySession().status).toBe('stopped')
    await rig.pass(1_000)
    expect(rig.onlySession()).toMatchObject({ status: 'charging', energyKWh: 5, summary: null })
    expect(rig.charging.state().receipts.size).toBe(0)
    expect(rig.charging.plan().meterSessionIds).toEqual(['log-1'])
  })

  it('can be stopped, before that too', async () => {
    const rig = await flapped()
    await rig.pass(1_000)
    await stop(rig)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('is brought back by no single reading', async () => {
    const rig = await flapped()
    for (let turn = 0; turn < 3; turn += 1) {
      rig.world.running = [running()]
      await rig.pass(1_000)
      rig.world.running = []
      await rig.pass(1_000)
    }
    expect(rig.onlySession().status).toBe('stopped')
  })

  it('is stopped again where a stop had been asked for', async () => {
    const rig = await charging()
    await stop(rig)
    tell(rig)
    await rig.pass(3_000)
    rig.world.running = [running()]
    await rig.pass(3_000)
    expect(rig.onlySession().stop?.tries).toBe(2)
    expect(rig.platform.count('RemoteStop')).toBe(2)
  })

  it('comes back to whoever has left it, too', async () => {
    const rig = await flapped()
    rig.world.running = []
    await rig.pass(1_000)
    rig.charging.leave({ startId: null, sessionId: 'log-1' })
    expect(rig.charging.state().sessions).toEqual([])
    rig.world.running = [running()]
    await rig.pass(2_000)
    expect(rig.onlySession().status).toBe('charging')
    rig.isDesk = true
    await stop(rig)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('has its summary anew once it has ended', async () => {
    const rig = await flapped()
    await rig.pass(3_000)
    rig.world.running = []
    rig.world.chargelogs = [stopped()]
    await rig.pass(3_000)
    expect(rig.onlySession().status).toBe('stopped')
    expect(rig.onlySession().summary).not.toBeNull()
    expect(rig.charging.state().receipts.size).toBe(1)
  })
})

describe('a session that has come back', () => {
  it('is still stopped at the target that its guest chose', async () => {
    const rig = createRig()
    const { options } = await rig.charging.options('c1')
    const target = { kind: 'energy', energyKWh: 10 } as const
    const optionId = options[0]?.id ?? ''
    await rig.charging.start({ connectorId: 'c1', optionId, requestId: 'r1', target })
    await settle()
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [running()]
    await rig.pass(2_000)
    rig.world.running = [stopped()]
    await rig.pass(1_000)
    rig.world.running = [running()]
    await rig.pass(30 * MINUTE_MS, MINUTE_MS)
    for (const energyKWh of [11, 11.1]) {
      rig.world.running = [chargelog({ energyKWh, startedAtMs: START_MS + 1_000 })]
      await rig.pass(10_000, 2_000)
    }
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('is none that has just begun, for a start that came later', async () => {
    const rig = createRig()
    rig.world.running = [chargelog({ startedAtMs: null })]
    rig.refresh()
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped', startedAtMs: null })]
    await rig.pass(3_000)
    rig.charging.leave({ startId: null, sessionId: 'log-1' })
    await rig.start()
    rig.world.attempts = [attempt({ status: 'ACCEPTED' })]
    rig.world.running = [chargelog({ startedAtMs: null })]
    await rig.pass(30_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'waiting-for-plug', sessionId: null })
  })
})

describe('a stop on a session that has just ended', () => {
  it('is sent while only one sign says so', async () => {
    const rig = await charging()
    rig.world.running = [stopped()]
    await rig.pass(1_000)
    await stop(rig)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('is answered by the summary once two signs say so', async () => {
    const rig = await charging()
    rig.world.running = [stopped()]
    await rig.pass(2_000)
    await stop(rig)
    expect(rig.platform.count('RemoteStop')).toBe(0)
    expect(rig.onlySession().status).toBe('stopped')
  })
})
