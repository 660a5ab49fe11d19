import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultGuestRules } from '#test/support/guest-rules.ts'
import { platformFailure, remoteStartParts } from './fake-platform.ts'
import { charging, scanAt, TAG } from './own-card-scan.ts'
import { codeOf, createRig, MINUTE_MS, only } from './rig.ts'

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
