import { describe, expect, it } from 'vitest'
import type { StartStep } from '#contract/charging.ts'
import { attemptParts, platformFailure } from './fake-platform.ts'
import {
  attempt,
  chargelog,
  codeOf,
  createRig,
  MINUTE_MS,
  optionOf,
  settle,
  type Rig,
} from './rig.ts'

/** Brings a start to a step, as a guest would have seen it when the power went. */
const situations: Record<string, (rig: Rig) => Promise<void>> = {
  requested: async (rig) => {
    rig.platform.on('AttemptRemoteStart', () => new Promise(() => undefined))
    await rig.start()
  },
  'requested, and the attempt known': async (rig) => {
    await rig.start()
  },
  unknown: async (rig) => {
    rig.platform.on('AttemptRemoteStart', () => {
      throw platformFailure('timed-out', 'unknown')
    })
    await rig.start()
  },
  accepted: async (rig) => {
    rig.world.ocpp['c1'] = 'Preparing'
    await rig.start()
    rig.world.attempts = [attempt({ status: 'ACCEPTED' })]
    await rig.pass(1_000)
  },
  'waiting-for-plug': async (rig) => {
    await rig.start()
    rig.world.attempts = [attempt({ status: 'WAITING_FOR_TRANSACTION' })]
    await rig.pass(1_000)
  },
}

const afterRestart: Record<string, StartStep> = {
  requested: 'unknown',
  'requested, and the attempt known': 'requested',
  unknown: 'unknown',
  accepted: 'accepted',
  'waiting-for-plug': 'waiting-for-plug',
}

describe.each(Object.entries(situations))(
  'after a restart while a start was %s',
  (name, happen) => {
    it('it is still there, keeps its connector and was sent once', async () => {
      const rig = createRig()
      await happen(rig)
      const before = rig.onlyStart()
      rig.restart()
      const start = rig.onlyStart()
      expect(start).toMatchObject({ id: before.id, validUntilMs: before.validUntilMs })
      expect(start.step).toBe(afterRestart[name])
      expect(await codeOf(() => rig.start('r2'))).toBe('start-open')
      expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
    })

    it('the same request is answered with the same start', async () => {
      const rig = createRig()
      await happen(rig)
      const { id } = rig.onlyStart()
      rig.restart()
      expect((await rig.start('r1')).id).toBe(id)
      expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
    })

    it('reconciling finds the session that has begun meanwhile', async () => {
      const rig = createRig()
      await happen(rig)
      rig.restart()
      await rig.clock.advance(MINUTE_MS)
      rig.platform.on('RemoteStartAttemptStatus', () => ({
        remoteStartAttemptStatus: attemptParts({ status: 'STARTED', chargeLogId: 'log-1' }),
      }))
      rig.platform.on('ChargelogsPage', () => ({
        chargelogsPaged: { data: [runningParts], pagination: null },
      }))
      await rig.charging.reconcile()
      rig.world.running = [chargelog()]
      rig.refresh()
      expect(rig.onlyStart()).toMatchObject({ step: 'charging', sessionId: 'log-1' })
      expect(rig.onlySession().id).toBe('log-1')
      expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
    })

    it('reconciling without a platform keeps the connector, and the refreshes find out', async () => {
      const rig = createRig()
      await happen(rig)
      rig.restart()
      rig.platform.on('ChargelogsPage', () => {
        throw platformFailure('offline', 'not-carried-out')
      })
      await rig.charging.reconcile()
      expect(await codeOf(() => rig.start('r2'))).toBe('start-open')
      await rig.pass(6 * MINUTE_MS, 5_000)
      expect(rig.onlyStart().step).toBe('timed-out')
      expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
    })

    it('a session that begins later is found', async () => {
      const rig = createRig()
      await happen(rig)
      rig.restart()
      await rig.charging.reconcile()
      rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
      rig.world.running = [chargelog({ startedAtMs: rig.clock.now() })]
      await rig.pass(12_000)
      expect(rig.onlyStart()).toMatchObject({ step: 'charging', sessionId: 'log-1' })
    })
  },
)

describe('after a restart', () => {
  it('a start that had not left has failed, and may be tried again', async () => {
    const rig = createRig()
    rig.platform.on('ConnectorNow', () => new Promise(() => undefined))
    const optionId = await optionOf(rig)
    void rig.charging.start({ connectorId: 'c1', optionId, requestId: 'r1' })
    await settle()
    expect(rig.onlyStart().step).toBe('chosen')
    rig.restart()
    expect(rig.onlyStart()).toMatchObject({ step: 'failed', failure: { retryable: true } })
    await rig.charging.reconcile()
    expect(rig.platform.count('AttemptRemoteStart')).toBe(0)
  })

  it('a running charge is there again with its start', async () => {
    const rig = createRig()
    await rig.start()
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    rig.refresh()
    rig.restart()
    await rig.charging.reconcile()
    expect(rig.platform.count('ChargelogsPage')).toBe(0)
    rig.refresh()
    expect(rig.onlyStart()).toMatchObject({ step: 'charging', sessionId: 'log-1' })
    expect(rig.onlySession()).toMatchObject({ id: 'log-1', status: 'charging' })
  })

  it('a charge that has ended meanwhile is shown with its summary', async () => {
    const rig = createRig()
    await rig.start()
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    rig.refresh()
    rig.restart()
    await rig.clock.advance(MINUTE_MS)
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped', endedAtMs: rig.clock.now() - 5_000 })]
    rig.refresh()
    expect(rig.onlySession()).toMatchObject({ id: 'log-1', status: 'stopped' })
    expect(rig.onlySession().summary).not.toBeNull()
  })

  it('a charge that ended long ago is not', async () => {
    const rig = createRig()
    await rig.start()
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    rig.refresh()
    rig.restart()
    await rig.clock.advance(3 * 60 * MINUTE_MS)
    rig.world.running = []
    rig.world.chargelogs = [
      chargelog({ status: 'stopped', endedAtMs: rig.clock.now() - 60 * MINUTE_MS }),
    ]
    rig.refresh()
    rig.refresh()
    expect(rig.charging.state()).toEqual({
      starts: [],
      sessions: [],
      receipts: new Map(),
      approvals: [],
    })
    expect(rig.charging.plan().chargelogIds).toEqual([])
  })

  it('a cancelled start is still stopped when it begins', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    rig.charging.cancel(id)
    rig.restart()
    await rig.charging.reconcile()
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog({ startedAtMs: rig.clock.now() })]
    await rig.pass(2_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it.each([
    ['perhaps never sent', () => new Promise<never>(() => undefined)],
    [
      'accepted',
      () => ({ remoteStop: { code: 200, status: 'ACCEPTED', title: null, message: null } }),
    ],
    [
      'refused',
      () => ({ remoteStop: { code: 200, status: 'Rejected', title: null, message: null } }),
    ],
  ])('a stop that was %s is sent again, once a refresh says that it goes on', async (_, answer) => {
    const rig = createRig()
    rig.world.running = [chargelog()]
    rig.refresh()
    rig.platform.on('RemoteStop', answer)
    await rig.charging.stop({ sessionId: 'log-1', requestId: 's1' })
    await settle()
    rig.restart()
    await rig.clock.advance(5 * MINUTE_MS)
    expect(rig.platform.count('RemoteStop')).toBe(1)
    rig.refresh()
    await settle()
    const sent = rig.platform.calls.filter(({ name }) => name === 'RemoteStop')
    expect(sent.map(({ variables }) => variables['transaction'])).toEqual([
      'platform-session-1',
      'platform-session-1',
    ])
    expect(rig.onlySession().stop?.tries).toBe(2)
  })

  it('a stop is not sent again where its session has ended meanwhile', async () => {
    const rig = createRig()
    await rig.start()
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    rig.refresh()
    rig.platform.on('RemoteStop', () => new Promise(() => undefined))
    await rig.charging.stop({ sessionId: 'log-1', requestId: 's1' })
    rig.restart()
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped', endedAtMs: rig.clock.now() })]
    await rig.pass(3 * MINUTE_MS, 5_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('a session whose stop had worked before, and that goes on all the same, is stopped', async () => {
    const rig = createRig()
    rig.world.running = [chargelog()]
    rig.refresh()
    await rig.charging.stop({ sessionId: 'log-1', requestId: 's1' })
    rig.world.running = [chargelog({ status: 'stopped' })]
    await rig.pass(1_000)
    rig.restart()
    rig.world.running = [chargelog()]
    await rig.pass(1_000)
    expect(rig.onlySession().status).toBe('charging')
    expect(rig.platform.count('RemoteStop')).toBe(2)
  })
})

const runningParts = {
  id: 'log-1',
  sessionId: 'platform-session-1',
  authId: 'SECRET-TAG-card-1',
  status: 'started',
  dateStart: '2026-11-23T14:37:30.000Z',
  dateEnd: null,
  energyConsumption: 0.5,
  co2Saving: null,
  rateName: null,
  connector: { id: 'c1' },
  cost: null,
}
