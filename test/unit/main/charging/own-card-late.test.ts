import { describe, expect, it } from 'vitest'
import { attemptParts, platformFailure, remoteStartParts } from './fake-platform.ts'
import { scanAt, TAG } from './own-card-scan.ts'
import { chargelog, createRig, MINUTE_MS, sealed, type Rig } from './rig.ts'

/** Some platforms list what has stopped, whatever they are asked for. */
const OVER = { authId: sealed('SECRET-TAG'), status: 'stopped' }

describe('a guest’s own card, and what begins at its connector', () => {
  it.each([
    ['the same card', { authId: sealed(TAG) }, 'charging'],
    ['a card that this terminal has never seen', { authId: sealed('SECRET-TAG') }, 'accepted'],
    ['its own transaction, whatever card', { authId: sealed('X'), sessionId: 'TXN-1' }, 'charging'],
    ['nobody knows what', { authId: null }, 'charging'],
    ['another card, which is over, though told as running', OVER, 'charging'],
  ])('charges where a session of this account begins there by %s: %#', async (_, facts, step) => {
    const rig = createRig()
    await scanAt(rig, 'c1')
    rig.world.ocpp['c1'] = 'Charging'
    rig.world.running = [chargelog({ startedAtMs: rig.clock.now(), ...facts })]
    await rig.pass(2_000)
    expect(rig.onlyStart().step).toBe(step)
  })

  it('expires ten minutes after the scan without a plug: so long the platform keeps it', async () => {
    const rig = createRig()
    await scanAt(rig, 'c1')
    await rig.pass(10 * MINUTE_MS, 5_000)
    expect(rig.onlyStart().step).toBe('waiting-for-plug')
    await rig.pass(MINUTE_MS, 5_000)
    expect(rig.onlyStart()).toMatchObject({
      step: 'timed-out',
      failure: { code: 'start-expired' },
    })
  })

  it('that began while the terminal was off is found, however late its connector is told of', async () => {
    const rig = createRig()
    await scanAt(rig, 'c1')
    rig.restart()
    await rig.clock.advance(60 * MINUTE_MS)
    rig.world.ocpp['c1'] = 'A word of next year'
    await rig.pass(10_000, 5_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'accepted', failure: null })
    rig.world.ocpp['c1'] = 'Charging'
    await rig.pass(5_000, 5_000)
    expect(rig.onlyStart().step).toBe('charging')
  })

  it('that began while its station could not be heard is found once it can, however late', async () => {
    const rig = createRig()
    await scanAt(rig, 'c1')
    rig.restart()
    await rig.clock.advance(60 * MINUTE_MS)
    rig.world.ocpp['c1'] = 'Unavailable'
    await rig.pass(10_000, 5_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'accepted', failure: null })
    rig.world.ocpp['c1'] = 'Charging'
    await rig.pass(5_000, 5_000)
    expect(rig.onlyStart().step).toBe('charging')
  })

  it('is not called over by time alone while its station cannot be heard', async () => {
    const rig = createRig()
    await scanAt(rig, 'c1')
    await rig.pass(5_000, 5_000)
    rig.world.ocpp['c1'] = 'Unavailable'
    await rig.pass(40 * MINUTE_MS, 5_000)
    rig.world.ocpp['c1'] = 'Charging'
    await rig.pass(5_000, 5_000)
    expect(rig.onlyStart().step).toBe('charging')
  })

  it('that did not begin while the terminal was off is over once its connector is told of', async () => {
    const rig = createRig()
    await scanAt(rig, 'c1')
    rig.restart()
    await rig.clock.advance(60 * MINUTE_MS)
    await rig.pass(5_000, 5_000)
    expect(rig.onlyStart().step).toBe('timed-out')
  })

  it('that the station did not answer in time, and begins all the same, is found', async () => {
    const rig = createRig()
    rig.platform.on('RemoteStart', () => ({
      remoteStart: remoteStartParts({ status: 'TIMED_OUT', transaction: null }),
    }))
    await scanAt(rig, 'c1')
    expect(rig.onlyStart()).toMatchObject({
      step: 'timed-out',
      failure: { code: 'start-expired', retryable: true },
    })
    rig.world.ocpp['c1'] = 'Charging'
    await rig.pass(60_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'charging', failure: null })
  })

  describe('that is refused, though the connector charges then', () => {
    const refuse = async (): Promise<Rig> => {
      const rig = createRig()
      rig.platform.on('RemoteStart', () => ({
        remoteStart: remoteStartParts({ status: 'REJECTED', transaction: null }),
      }))
      await scanAt(rig, 'c1')
      expect(rig.onlyStart().step).toBe('rejected')
      return rig
    }

    it('arrived twice, and is shown to the guest who is still there', async () => {
      const rig = await refuse()
      rig.world.ocpp['c1'] = 'Charging'
      await rig.pass(60_000)
      expect(rig.onlyStart()).toMatchObject({ step: 'charging', failure: null })
    })

    it('is no business of a guest who has left', async () => {
      const rig = await refuse()
      const { id } = rig.onlyStart()
      rig.charging.leave({ startId: id, sessionId: null })
      rig.world.ocpp['c1'] = 'Charging'
      await rig.pass(60_000)
      expect(rig.charging.state().starts).toEqual([])
    })

    it('is what another start began', async () => {
      const rig = await refuse()
      const { id } = rig.onlyStart()
      await rig.start('r2')
      rig.world.ocpp['c1'] = 'Charging'
      await rig.pass(1_000)
      const { starts } = rig.charging.state()
      expect(starts.find((start) => start.id === id)?.step).toBe('rejected')
    })
  })

  it('that begins late is found', async () => {
    const rig = createRig()
    const { startId } = (await scanAt(rig, 'c1')) as { startId: string }
    await rig.pass(11 * MINUTE_MS, 5_000)
    rig.world.ocpp['c1'] = 'Charging'
    await rig.pass(1_000)
    expect(rig.onlyStart()).toMatchObject({ id: startId, step: 'charging', failure: null })
  })

  it('that began while the terminal was off is found, however long that was', async () => {
    const rig = createRig()
    rig.platform.on('RemoteStart', () => {
      throw platformFailure('timed-out', 'unknown')
    })
    await scanAt(rig, 'c1')
    await rig.clock.advance(40 * MINUTE_MS)
    rig.restart()
    await rig.charging.reconcile()
    expect(rig.onlyStart().step).toBe('unknown')
    rig.world.ocpp['c1'] = 'Charging'
    rig.refresh()
    expect(rig.onlyStart()).toMatchObject({ step: 'charging', failure: null })
  })

  it('has nothing to do with what another start begins after it expired', async () => {
    const rig = createRig()
    const { startId } = (await scanAt(rig, 'c1')) as { startId: string }
    await rig.pass(11 * MINUTE_MS, 5_000)
    await rig.start('r2')
    rig.world.ocpp['c1'] = 'Charging'
    await rig.pass(1_000)
    const starts = rig.charging.state().starts
    expect(starts.find(({ id }) => id === startId)?.step).toBe('timed-out')
  })

  it('that expired is what begins after a later start was refused: the connector was kept for it', async () => {
    const rig = createRig()
    const { startId } = (await scanAt(rig, 'c1')) as { startId: string }
    await rig.pass(11 * MINUTE_MS, 5_000)
    rig.platform.on('AttemptRemoteStart', () => ({
      attemptRemoteStart: attemptParts({ status: 'REJECTED', isFailure: true }),
    }))
    const refused = await rig.start('r2')
    await rig.pass(7 * MINUTE_MS, 5_000)
    rig.world.ocpp['c1'] = 'Charging'
    await rig.pass(1_000)
    const steps = new Map(rig.charging.state().starts.map(({ id, step }) => [id, step]))
    expect(steps.get(startId)).toBe('charging')
    expect(steps.get(refused.id)).toBe('rejected')
  })

  it('is not looked for any longer than a quarter of an hour after it expired', async () => {
    const rig = createRig()
    await scanAt(rig, 'c1')
    await rig.pass(26 * MINUTE_MS, 20_000)
    rig.world.ocpp['c1'] = 'Charging'
    await rig.pass(1_000)
    expect(rig.charging.state().starts.some(({ step }) => step === 'charging')).toBe(false)
  })

  it('whose attempt the platform denies is still followed by the connector', async () => {
    const rig = createRig()
    rig.platform.on('RemoteStart', () => ({
      remoteStart: remoteStartParts({ attemptId: 'foreign' }),
    }))
    rig.platform.on('RemoteStartAttemptStatus', () => {
      throw platformFailure('not-found', 'refused')
    })
    await scanAt(rig, 'c1')
    await rig.pass(20_000)
    expect(rig.platform.count('RemoteStartAttemptStatus')).toBe(1)
    expect(rig.charging.plan().attemptIds).toEqual([])
    rig.world.ocpp['c1'] = 'Charging'
    await rig.pass(1_000)
    expect(rig.onlyStart().step).toBe('charging')
  })
})
