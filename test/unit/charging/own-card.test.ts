import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Start } from '#contract/charging.ts'
import { defaultGuestRules } from '#main/charging/guest-rules.ts'
import { attemptParts, platformFailure, remoteStartParts } from './fake-platform.ts'
import { chargelog, codeOf, createRig, MINUTE_MS, only, sealed, settle } from './rig.ts'

type Rig = ReturnType<typeof createRig>
const TAG = '04A2B9C1D2E380'

async function scanAt(rig: Rig, connectorId: string | null, requestId = 'r1', tag = TAG) {
  const answer = await rig.charging.scan({ tag, connectorId, requestId })
  await settle()
  return answer
}

async function charging(rig: Rig): Promise<Start> {
  await scanAt(rig, 'c1')
  rig.world.ocpp['c1'] = 'Charging'
  await rig.pass(2_000)
  return rig.onlyStart()
}

describe('a guest’s own card', () => {
  it('starts by its number, which is kept nowhere', async () => {
    const rig = createRig()
    const answer = await scanAt(rig, 'c1')
    expect(answer).toEqual({ effect: 'started', startId: rig.onlyStart().id })
    expect(rig.platform.calls.at(-1)).toEqual({
      name: 'RemoteStart',
      variables: { authorization: { identifier: TAG, type: 'RFID' }, connector: 'c1' },
    })
    await rig.pass(1_000)
    expect(rig.onlyStart()).toMatchObject({
      kind: 'rfid',
      step: 'waiting-for-plug',
      sessionId: null,
    })
    rig.charging.close()
    const kept = [rig.databaseFile, `${rig.databaseFile}-wal`].flatMap((file) => {
      try {
        return [readFileSync(file, 'latin1')]
      } catch {
        return []
      }
    })
    expect(kept.join()).not.toContain(TAG)
    expect(rig.logged.join()).not.toContain(TAG)
  })

  it('is sent once for one request', async () => {
    const rig = createRig()
    const [first, second] = await Promise.all([scanAt(rig, 'c1'), scanAt(rig, 'c1')])
    expect(second).toEqual(first)
    expect(await scanAt(rig, 'c1')).toEqual(first)
    expect(rig.platform.count('RemoteStart')).toBe(1)
  })

  it('is seen to charge by the connector alone, until that is over', async () => {
    const rig = createRig()
    const start = await charging(rig)
    expect(start).toMatchObject({ step: 'charging', sessionId: null })
    expect(start.history.at(-1)).toMatchObject({ step: 'charging', source: 'station' })
    rig.charging.leave({ startId: start.id, sessionId: null })
    rig.charging.guestLeft()
    rig.world.ocpp['c1'] = 'SuspendedEV'
    await rig.pass(10 * MINUTE_MS, 60_000)
    expect(rig.onlyStart().step).toBe('charging')
    rig.restart()
    expect(rig.onlyStart().step).toBe('charging')
    rig.world.ocpp['c1'] = 'Finishing'
    rig.refresh()
    rig.refresh()
    expect(rig.charging.state().starts).toEqual([])
  })

  it('stops what it began, after it was scanned again', async () => {
    const rig = createRig()
    const { id } = await charging(rig)
    const stop = (requestId: string) => rig.charging.stop({ sessionId: id, requestId })
    expect(await codeOf(() => stop('s1'))).toBe('not-claimed')
    expect(await scanAt(rig, null, 'r2', 'another card')).toEqual({ effect: 'unknown' })
    expect(await codeOf(() => stop('s2'))).toBe('not-claimed')
    rig.restart()
    expect(await scanAt(rig, null, 'r3')).toEqual({ effect: 'claimed', startId: id })
    await stop('s3')
    expect(rig.platform.calls.at(-1)).toEqual({
      name: 'RemoteStop',
      variables: { transaction: 'TXN-1' },
    })
    rig.charging.guestLeft()
    expect(await codeOf(() => stop('s4'))).toBe('not-claimed')
  })

  it.each([
    ['the same card', { authId: sealed(TAG) }, 'charging'],
    ['a card that this terminal has never seen', { authId: sealed('SECRET-TAG') }, 'accepted'],
    ['its own transaction, whatever card', { authId: sealed('X'), sessionId: 'TXN-1' }, 'charging'],
    ['nobody knows what', { authId: null }, 'charging'],
  ])('charges where a session of this account begins there by %s: %#', async (_, facts, step) => {
    const rig = createRig()
    await scanAt(rig, 'c1')
    rig.world.ocpp['c1'] = 'Charging'
    rig.world.running = [chargelog({ startedAtMs: rig.clock.now(), ...facts })]
    await rig.pass(2_000)
    expect(rig.onlyStart().step).toBe(step)
  })

  it('claims instead of starting where it has begun already', async () => {
    const rig = createRig()
    const { id } = await charging(rig)
    expect(await scanAt(rig, 'c1', 'r2')).toEqual({ effect: 'claimed', startId: id })
    expect(rig.platform.count('RemoteStart')).toBe(1)
  })

  it.each(['forbidden', 'not-found', 'invalid'] as const)(
    'is unknown to the platform that answers %s',
    async (code) => {
      const rig = createRig()
      rig.platform.on('RemoteStart', () => {
        throw platformFailure(code, 'refused')
      })
      await scanAt(rig, 'c1')
      expect(rig.onlyStart()).toMatchObject({ step: 'rejected', failure: { code: 'card-unknown' } })
    },
  )

  it.each([
    ['REJECTED', 'rejected'],
    ['Blocked', 'card-unknown'],
    ['Invalid', 'card-unknown'],
  ])('is refused by the status %s as %s, without its number', async (status, code) => {
    const rig = createRig()
    rig.platform.on('RemoteStart', () => ({
      remoteStart: remoteStartParts({ status, message: `No ${TAG} here.`, transaction: null }),
    }))
    await scanAt(rig, 'c1')
    const { step, failure } = rig.onlyStart()
    expect(step).toBe('rejected')
    expect(failure).toMatchObject({ code, details: { status, reason: 'No … here.' } })
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

  it('that is cancelled and begins all the same is stopped', async () => {
    const rig = createRig()
    await scanAt(rig, 'c1')
    await rig.pass(1_000)
    rig.charging.cancel(rig.onlyStart().id)
    rig.world.ocpp['c1'] = 'Charging'
    await rig.pass(2_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('is not taken where the operator says so', async () => {
    const rig = createRig()
    rig.rules = { ...defaultGuestRules, ownCard: false }
    expect(await codeOf(() => scanAt(rig, 'c1'))).toBe('needs-desk')
    expect(await scanAt(rig, null)).toEqual({ effect: 'unknown' })
  })

  it('needs a free connector like every start', async () => {
    const rig = createRig()
    Object.assign(rig.connectors['c1'] ?? {}, { startBlock: 'busy' })
    expect(await codeOf(() => scanAt(rig, 'c1'))).toBe('connector-busy')
    expect(rig.charging.state().starts).toEqual([])
  })

  it('that is cancelled while its answer is lost is no longer called cancelled once it charges', async () => {
    const rig = createRig()
    rig.platform.on('RemoteStart', () => {
      throw platformFailure('timed-out', 'unknown')
    })
    await scanAt(rig, 'c1')
    rig.charging.cancel(rig.onlyStart().id)
    expect(rig.onlyStart().cancelled).toBe(true)
    rig.world.ocpp['c1'] = 'Charging'
    await rig.pass(2_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'charging', cancelled: false })
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })

  it('whose answer is lost is not sent again', async () => {
    const rig = createRig()
    rig.platform.on('RemoteStart', () => {
      throw platformFailure('timed-out', 'unknown')
    })
    await scanAt(rig, 'c1')
    expect(only(rig.charging.state().starts).step).toBe('unknown')
    await rig.pass(30_000)
    expect(rig.platform.count('RemoteStart')).toBe(1)
  })
})
