import { describe, expect, it } from 'vitest'
import { platformFailure } from './fake-platform.ts'
import { attempt, chargelog, createRig, MINUTE_MS, START_MS, type Rig, settle } from './rig.ts'

async function lostAnswer(): Promise<Rig> {
  const rig = createRig()
  rig.platform.on('AttemptRemoteStart', () => {
    throw platformFailure('timed-out', 'unknown')
  })
  await rig.start()
  return rig
}

describe('a start that is followed', () => {
  it('is asked for with every refresh, at the fastest pace, until it charges', async () => {
    const rig = createRig()
    await rig.start()
    expect(rig.charging.plan()).toMatchObject({ attemptIds: ['attempt-1'], busy: true })
    rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    rig.refresh()
    expect(rig.charging.plan()).toMatchObject({ attemptIds: [], chargelogIds: [], busy: false })
  })

  it('goes from step to step, each with the source that told it', async () => {
    const rig = createRig()
    await rig.start()
    rig.world.attempts = [attempt({ status: 'SENT' })]
    await rig.pass(1_000)
    expect(rig.onlyStart().step).toBe('requested')
    rig.world.attempts = [attempt({ status: 'ACCEPTED' })]
    rig.world.ocpp['c1'] = 'Unavailable'
    await rig.pass(1_000)
    rig.world.attempts = [attempt({ status: 'WAITING_FOR_TRANSACTION' })]
    await rig.pass(1_000)
    rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
    rig.world.running = [chargelog({ startedAtMs: START_MS + 3_500 })]
    await rig.pass(1_000)
    const start = rig.onlyStart()
    expect(start.history).toEqual([
      { step: 'chosen', atMs: START_MS, source: 'terminal' },
      { step: 'requested', atMs: START_MS, source: 'terminal' },
      { step: 'accepted', atMs: START_MS + 2_000, source: 'platform' },
      { step: 'waiting-for-plug', atMs: START_MS + 3_000, source: 'platform' },
      { step: 'charging', atMs: START_MS + 3_500, source: 'station' },
    ])
    expect(start.sessionId).toBe('log-1')
  })

  it('names its session only once it charges', async () => {
    const rig = createRig()
    await rig.start()
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.chargelogs = [chargelog({ status: 'waiting_for_transaction', startedAtMs: null })]
    await rig.pass(2_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'waiting-for-plug', sessionId: null })
  })

  it('is shown as rejected with the station’s reason, and frees the connector', async () => {
    const rig = createRig()
    await rig.start()
    rig.world.attempts = [
      attempt({ status: 'REJECTED', isFailure: true, failureReason: 'Please unplug first.' }),
    ]
    await rig.pass(1_000)
    expect(rig.onlyStart()).toMatchObject({
      step: 'rejected',
      failure: {
        code: 'rejected',
        details: { status: 'REJECTED', reason: 'Please unplug first.' },
      },
    })
    await expect(rig.start('r2')).resolves.toMatchObject({ step: 'requested' })
  })

  it('fails where the platform says so without a word of rejection', async () => {
    const rig = createRig()
    await rig.start()
    rig.world.attempts = [attempt({ isFailure: true, failureReason: 'Station lost.' })]
    await rig.pass(1_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'failed', failure: { retryable: true } })
  })

  it('keeps its step while the platform speaks in unknown words or not at all', async () => {
    const rig = createRig()
    await rig.start()
    rig.world.attempts = [attempt({ status: 'ACCEPTED' })]
    rig.world.ocpp['c1'] = 'Preparing'
    await rig.pass(1_000)
    rig.world.attempts = [attempt({ status: 'SOMETHING_NEW' })]
    await rig.pass(1_000)
    rig.world.attempts = []
    await rig.pass(1_000)
    expect(rig.onlyStart().step).toBe('accepted')
  })
})

describe('a start that does not begin', () => {
  it('has timed out a moment after its countdown, and the connector is free again', async () => {
    const rig = createRig()
    await rig.start()
    rig.world.attempts = [attempt({ status: 'ACCEPTED' })]
    await rig.pass(5 * MINUTE_MS)
    expect(rig.onlyStart().step).toBe('waiting-for-plug')
    await rig.pass(21_000)
    expect(rig.onlyStart()).toMatchObject({
      step: 'timed-out',
      failure: { code: 'start-expired', retryable: true },
    })
    await expect(rig.start('r2')).resolves.toMatchObject({ step: 'requested' })
  })

  it('is not given up while the platform cannot be asked', async () => {
    const rig = createRig()
    await rig.start()
    await rig.clock.advance(10 * MINUTE_MS)
    expect(rig.onlyStart().step).toBe('requested')
  })

  it('is still watched, and shown as charging with the same start when it begins late', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    rig.world.attempts = [attempt({ status: 'TIMED_OUT', isFailure: true })]
    await rig.pass(6 * MINUTE_MS)
    expect(rig.onlyStart().step).toBe('timed-out')
    expect(rig.charging.plan()).toMatchObject({ attemptIds: ['attempt-1'], busy: false })
    rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
    rig.world.running = [chargelog({ startedAtMs: rig.clock.now() })]
    await rig.pass(1_000)
    expect(rig.onlyStart()).toMatchObject({
      id,
      step: 'charging',
      sessionId: 'log-1',
      failure: null,
    })
  })

  it('comes back when it begins after the guest has left', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    rig.world.attempts = [attempt({ status: 'TIMED_OUT', isFailure: true })]
    await rig.pass(1_000)
    rig.charging.leave({ startId: id, sessionId: null })
    expect(rig.charging.state().starts).toEqual([])
    rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    await rig.pass(1_000)
    expect(rig.onlyStart().id).toBe(id)
  })

  it('is forgotten a quarter of an hour after its countdown', async () => {
    const rig = createRig()
    await rig.start()
    await rig.pass(20 * MINUTE_MS + 1_000, 5_000)
    expect(rig.charging.plan().attemptIds).toEqual([])
    await rig.pass(MINUTE_MS)
    expect(rig.charging.state().starts).toEqual([])
  })

  it('is no session when its record was closed without a plug', async () => {
    const rig = createRig()
    await rig.start()
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog({ status: 'waiting_for_transaction', energyKWh: null })]
    await rig.pass(1_000)
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped', energyKWh: 0 })]
    await rig.pass(6 * MINUTE_MS)
    expect(rig.onlyStart().step).toBe('timed-out')
    expect(rig.charging.state().sessions).toEqual([])
  })

  it('is found when it began and ended while the terminal could not see it', async () => {
    const rig = createRig()
    await rig.start()
    await rig.clock.advance(9 * MINUTE_MS)
    rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
    const endedAtMs = rig.clock.now() - MINUTE_MS
    rig.world.chargelogs = [chargelog({ status: 'stopped', endedAtMs, energyKWh: 3 })]
    await rig.pass(2_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'charging', sessionId: 'log-1' })
    expect(rig.onlySession()).toMatchObject({ id: 'log-1', status: 'stopped', energyKWh: 3 })
  })
})

describe('a start whose answer was lost', () => {
  it('is found again by the session that began on its connector since', async () => {
    const rig = await lostAnswer()
    rig.world.running = [chargelog({ status: 'waiting_for_transaction' })]
    await rig.pass(1_000)
    expect(rig.onlyStart().step).toBe('waiting-for-plug')
    rig.world.running = [chargelog()]
    await rig.pass(1_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'charging', sessionId: 'log-1', failure: null })
    expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
  })

  it('has timed out when none began, and is followed a while longer', async () => {
    const rig = await lostAnswer()
    await rig.pass(5 * MINUTE_MS + 21_000)
    expect(rig.onlyStart().step).toBe('timed-out')
    rig.world.running = [chargelog({ startedAtMs: rig.clock.now() })]
    await rig.pass(1_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'charging', sessionId: 'log-1' })
  })

  it.each([
    ['another connector', chargelog({ connectorId: 'c2' })],
    ['before the request', chargelog({ startedAtMs: START_MS - 2 * MINUTE_MS })],
  ])('does not take a session of %s', async (_, session) => {
    const rig = await lostAnswer()
    rig.world.running = [session]
    await rig.pass(5_000)
    expect(rig.onlyStart().step).toBe('unknown')
  })

  it('does not take a session that was there before', async () => {
    const rig = createRig()
    rig.world.running = [chargelog({ startedAtMs: null })]
    rig.refresh()
    await rig.clock.advance(1_000)
    rig.platform.on('AttemptRemoteStart', () => {
      throw platformFailure('timed-out', 'unknown')
    })
    await rig.start()
    await rig.pass(5_000)
    expect(rig.onlyStart().step).toBe('unknown')
  })

  it('counts with the difference of the clocks', async () => {
    const rig = await lostAnswer()
    rig.skewMs = -10 * MINUTE_MS
    rig.world.running = [chargelog({ startedAtMs: START_MS - 10 * MINUTE_MS + 500 })]
    await rig.pass(10_000)
    expect(rig.onlyStart().history.at(-1)).toEqual({
      step: 'charging',
      atMs: START_MS + 500,
      source: 'station',
    })
  })
})

describe('a start whose answer is still awaited', () => {
  it('does not take the session of a faster terminal', async () => {
    const rig = createRig()
    rig.platform.on('AttemptRemoteStart', () => new Promise(() => undefined))
    await rig.start()
    rig.world.running = [chargelog({ startedAtMs: START_MS + 1_000 })]
    await rig.pass(20_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'requested', sessionId: null })
  })
})

describe('a start whose attempt never names a session', () => {
  it('takes the one that its card began on its connector, a little after it says that it began', async () => {
    const rig = createRig()
    await settle()
    await rig.start()
    rig.world.attempts = [attempt({ status: 'WAITING_FOR_TRANSACTION' })]
    await rig.pass(1_000)
    rig.world.attempts = [attempt({ status: 'STARTED' })]
    rig.world.running = [chargelog()]
    await rig.pass(5_000)
    expect(rig.onlyStart().step).toBe('waiting-for-plug')
    await rig.pass(10_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'charging', sessionId: 'log-1' })
  })

  it('leaves the session to the start that names it', async () => {
    const rig = await lostAnswer()
    await rig.pass(5 * MINUTE_MS + 21_000)
    rig.platform.on('AttemptRemoteStart', () => ({
      attemptRemoteStart: {
        id: 'attempt-2',
        connectorId: 'c1',
        status: 'REQUESTED',
        isFailure: false,
        failureReason: null,
        chargeLogId: null,
        lastSentAt: null,
      },
    }))
    const second = await rig.start('r2')
    rig.world.attempts = [attempt({ id: 'attempt-2', chargelogId: 'log-2' })]
    rig.world.running = [chargelog({ id: 'log-2', startedAtMs: rig.clock.now() })]
    await rig.pass(2_000)
    const steps = rig.charging.state().starts.map(({ id, step }) => [id === second.id, step])
    expect(steps).toEqual([
      [true, 'charging'],
      [false, 'timed-out'],
    ])
  })
})
