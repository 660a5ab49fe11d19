import { describe, expect, it } from 'vitest'
import { platformFailure, statusNow } from './fake-platform.ts'
import {
  attempt,
  chargelog,
  codeOf,
  createRig,
  MINUTE_MS,
  optionOf,
  sealed,
  settle,
  START_MS,
} from './rig.ts'

describe('a cancelled start', () => {
  it('says until when a car may still begin, and keeps the connector until then', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    expect(rig.charging.cancel(id)).toEqual({ validUntilMs: START_MS + 5 * MINUTE_MS })
    expect(rig.onlyStart()).toMatchObject({ cancelled: true, step: 'requested' })
    expect(rig.charging.plan().busy).toBe(false)
    expect(await codeOf(() => rig.start('r2'))).toBe('start-open')
    await rig.pass(5 * MINUTE_MS + 21_000)
    await expect(rig.start('r2')).resolves.toMatchObject({ step: 'requested' })
  })

  it('can be cancelled twice', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    rig.charging.cancel(id)
    expect(rig.charging.cancel(id)).toEqual({ validUntilMs: START_MS + 5 * MINUTE_MS })
  })

  it('is stopped by the terminal when it begins all the same, once', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    rig.charging.cancel(id)
    rig.charging.leave({ startId: id, sessionId: null })
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    await rig.pass(10_000)
    const stops = rig.platform.calls.filter(({ name }) => name === 'RemoteStop')
    expect(stops.map(({ variables }) => variables)).toEqual([{ transaction: 'platform-session-1' }])
    expect(rig.onlySession().stop?.state).toBe('accepted')
    expect(rig.charging.state().starts).toEqual([])
  })

  it('is stopped when it begins late, too', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    rig.charging.cancel(id)
    await rig.pass(7 * MINUTE_MS)
    rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
    rig.world.running = [chargelog({ startedAtMs: rig.clock.now() })]
    await rig.pass(2_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('is asked to stop again, ever slower, for as long as the station refuses', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    rig.charging.cancel(id)
    rig.platform.on('RemoteStop', () => ({
      remoteStop: { code: 200, status: 'Rejected', title: null, message: null },
    }))
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    await rig.pass(14_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
    await rig.pass(5_000)
    expect(rig.platform.count('RemoteStop')).toBe(2)
    await rig.pass(60 * MINUTE_MS, 5_000)
    const tries = rig.platform.count('RemoteStop')
    expect(tries).toBeGreaterThan(40)
    expect(tries).toBeLessThan(60)
  })

  it('whose answer was lost is stopped by the session on its connector', async () => {
    const rig = createRig()
    rig.platform.on('AttemptRemoteStart', () => {
      throw platformFailure('timed-out', 'unknown')
    })
    const { id } = await rig.start()
    rig.charging.cancel(id)
    rig.world.running = [chargelog()]
    await rig.pass(2_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('whose attempt has begun and names no session is stopped by the one on its connector, a little later', async () => {
    const rig = createRig()
    await settle()
    const { id } = await rig.start()
    rig.charging.cancel(id)
    rig.world.attempts = [attempt({ status: 'STARTED' })]
    rig.world.running = [chargelog()]
    await rig.pass(9_000)
    expect(rig.platform.count('RemoteStop')).toBe(0)
    await rig.pass(5_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it.each([
    ['has expired', [attempt({ status: 'EXPIRED', isFailure: true })], 0],
    ['names another session', [attempt({ chargelogId: 'log-2' })], 0],
    ['cannot be read', [], 0],
    ['is accepted, but has not begun', [attempt({ status: 'ACCEPTED' })], 0],
    ['is accepted, but it is long over', [attempt()], 5 * MINUTE_MS],
  ])('never stops what may be another terminal’s: its attempt %s', async (_, attempts, afterMs) => {
    const rig = createRig()
    const { id } = await rig.start()
    rig.charging.cancel(id)
    rig.world.attempts = attempts
    await rig.pass(afterMs + 1_000, 5_000)
    rig.world.running = [chargelog({ startedAtMs: rig.clock.now() })]
    await rig.pass(2 * MINUTE_MS)
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })

  it('whose answer was lost stops nothing that another card began', async () => {
    const rig = createRig()
    await settle()
    rig.platform.on('AttemptRemoteStart', () => {
      throw platformFailure('timed-out', 'unknown')
    })
    const { id } = await rig.start()
    rig.charging.cancel(id)
    rig.world.running = [chargelog({ authId: sealed('another card') })]
    await rig.pass(2 * MINUTE_MS, 2_000)
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })

  it('is not sent at all when it was cancelled while the connector was read', async () => {
    const rig = createRig()
    let answer = (): void => undefined
    rig.platform.on(
      'ConnectorNow',
      () =>
        new Promise((resolve) => {
          answer = () => {
            resolve(statusNow('Available'))
          }
        }),
    )
    const optionId = await optionOf(rig)
    const start = codeOf(() => rig.charging.start({ connectorId: 'c1', optionId, requestId: 'r1' }))
    rig.charging.cancel(rig.onlyStart().id)
    await settle()
    answer()
    expect(await start).toBe('start-expired')
    expect(rig.platform.count('AttemptRemoteStart')).toBe(0)
    expect(rig.charging.state().starts).toEqual([])
  })
})

describe('cancelling', () => {
  it('is refused once the session has begun', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    rig.refresh()
    expect(await codeOf(() => rig.charging.cancel(id))).toBe('invalid')
    await rig.pass(5_000)
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })

  it('is refused for a start that nobody knows', async () => {
    const rig = createRig()
    expect(await codeOf(() => rig.charging.cancel('nonsense'))).toBe('not-found')
  })
})
