import { describe, expect, it } from 'vitest'
import { platformFailure } from './fake-platform.ts'
import {
  chargelog,
  chargelogParts,
  codeOf,
  createRig,
  MINUTE_MS,
  settle,
  START_MS,
  type Rig,
} from './rig.ts'

function charging(): Rig {
  const rig = createRig()
  rig.world.running = [chargelog()]
  rig.refresh()
  return rig
}

async function stop(rig: Rig, requestId = 's1'): Promise<void> {
  await rig.charging.stop({ sessionId: 'log-1', requestId })
  await settle()
}

const answers =
  (status: string | null, message: string | null = null, code = 200) =>
  () => ({
    remoteStop: { code, status, title: null, message },
  })

describe('a stop', () => {
  it('takes the platform’s id of the session and is followed until it has stopped', async () => {
    const rig = charging()
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts() }))
    await stop(rig)
    expect(rig.platform.calls.at(-1)).toEqual({
      name: 'RemoteStop',
      variables: { transaction: 'platform-session-1' },
    })
    expect(rig.onlySession().stop).toEqual({
      state: 'accepted',
      requestedAtMs: START_MS,
      failure: null,
    })
    expect(rig.charging.plan().busy).toBe(true)
    expect(rig.urgencies()).toBe(1)
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped', endedAtMs: START_MS + 2_000 })]
    await rig.pass(3_000)
    expect(rig.onlySession()).toMatchObject({ status: 'stopped', stop: { state: 'accepted' } })
    expect(rig.onlySession().summary?.complete).toBe(true)
    expect(rig.charging.plan().busy).toBe(false)
  })

  it('is shown as requested until the station answers', async () => {
    const rig = charging()
    rig.platform.on('RemoteStop', () => new Promise(() => undefined))
    await stop(rig)
    expect(rig.onlySession().stop?.state).toBe('requested')
  })

  it('is sent once for ten taps, with one id or with ten', async () => {
    const rig = charging()
    rig.platform.on('RemoteStop', () => new Promise(() => undefined))
    await Promise.all(Array.from({ length: 5 }, () => stop(rig, 'same')))
    await Promise.all(Array.from({ length: 5 }, (_, tap) => stop(rig, `tap-${String(tap)}`)))
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it.each(['Rejected', 'REJECTED', 'rejected'])(
    'that the station answers with %s leaves the session open, and can be tried again',
    async (status) => {
      const rig = charging()
      rig.platform.on('RemoteStop', answers(status, 'Unknown transaction.'))
      await stop(rig)
      expect(rig.onlySession()).toMatchObject({
        status: 'charging',
        stop: {
          state: 'failed',
          failure: {
            code: 'rejected',
            retryable: true,
            details: { status, message: 'Unknown transaction.' },
          },
        },
      })
      rig.platform.on('RemoteStop', answers('ACCEPTED'))
      await stop(rig, 's1')
      expect(rig.platform.count('RemoteStop')).toBe(1)
      await stop(rig, 's2')
      expect(rig.onlySession().stop).toMatchObject({ state: 'accepted', failure: null })
    },
  )

  it.each([
    ['FAILED', null, 200, 'failed'],
    [null, 'Stop rejected by the station', 200, 'failed'],
    [null, null, 500, 'failed'],
    [null, null, 200, 'accepted'],
    ['Accepted', null, 500, 'accepted'],
    ['SOMETHING_NEW', null, 200, 'accepted'],
  ] as const)('answered with %s, %s, %s is %s', async (status, message, code, state) => {
    const rig = charging()
    rig.platform.on('RemoteStop', answers(status, message, code))
    await stop(rig)
    expect(rig.onlySession().stop?.state).toBe(state)
  })

  it('that is accepted and changes nothing for a minute has timed out', async () => {
    const rig = charging()
    await stop(rig)
    await rig.pass(59_000)
    expect(rig.onlySession().stop?.state).toBe('accepted')
    await rig.pass(2_000)
    expect(rig.onlySession().stop).toMatchObject({
      state: 'failed',
      failure: { code: 'timed-out', retryable: true },
    })
    expect(rig.charging.plan().busy).toBe(false)
    await stop(rig, 's2')
    expect(rig.platform.count('RemoteStop')).toBe(2)
  })

  it('that is not heeded for a minute is told at the desk, until the session ends', async () => {
    const rig = charging()
    rig.isDesk = true
    await stop(rig)
    await rig.pass(59_000)
    expect(rig.onlySession()).not.toHaveProperty('warnings')
    await rig.pass(1_000)
    expect(rig.onlySession().warnings).toEqual(['stop-not-heeded'])
    rig.isDesk = false
    expect(rig.onlySession()).not.toHaveProperty('warnings')
    rig.isDesk = true
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped' })]
    await rig.pass(2_000)
    expect(rig.onlySession()).not.toHaveProperty('warnings')
  })

  it('that worked after all has not failed', async () => {
    const rig = charging()
    await stop(rig)
    await rig.pass(2 * MINUTE_MS)
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped' })]
    await rig.pass(2_000)
    expect(rig.onlySession()).toMatchObject({
      status: 'stopped',
      stop: { state: 'accepted', failure: null },
    })
  })

  it('whose answer is lost is followed, and sent again only when the guest asks again', async () => {
    const rig = charging()
    rig.platform.on('RemoteStop', () => {
      throw platformFailure('timed-out', 'unknown')
    })
    await stop(rig, 's1')
    expect(rig.onlySession().stop).toMatchObject({ state: 'requested', failure: null })
    await rig.pass(30_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
    rig.platform.on('RemoteStop', answers('ACCEPTED'))
    await stop(rig, 's2')
    expect(rig.platform.count('RemoteStop')).toBe(2)
    expect(rig.onlySession().stop?.state).toBe('accepted')
  })

  it.each([
    ['offline', 'not-carried-out'],
    ['forbidden', 'refused'],
  ] as const)('that fails with %s (%s) can be tried again', async (code, outcome) => {
    const rig = charging()
    rig.platform.on('RemoteStop', () => {
      throw platformFailure(code, outcome)
    })
    await stop(rig)
    expect(rig.onlySession().stop).toMatchObject({
      state: 'failed',
      failure: { code, retryable: true },
    })
  })
})

describe('stopping', () => {
  it('is refused for a session that nobody knows, or of another site', async () => {
    const rig = createRig()
    rig.world.running = [chargelog({ connectorId: 'elsewhere' })]
    rig.refresh()
    expect(await codeOf(() => stop(rig))).toBe('session-gone')
    const nonsense = () => rig.charging.stop({ sessionId: 'nonsense', requestId: 's1' })
    expect(await codeOf(nonsense)).toBe('session-gone')
  })

  it('is refused while it would be blind', async () => {
    const rig = charging()
    Object.assign(rig.connectors['c1'] ?? {}, { freshness: 'late' })
    expect(await codeOf(() => stop(rig))).toBe('connector-late')
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })

  it('asks for the platform’s id where a refresh did not bring it', async () => {
    const rig = createRig()
    rig.world.running = [chargelog({ sessionId: null })]
    rig.refresh()
    expect(await codeOf(() => stop(rig))).toBe('unexpected-answer')
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts({ sessionId: 'found' }) }))
    await stop(rig)
    expect(rig.platform.calls.at(-1)?.variables).toEqual({ transaction: 'found' })
  })

  it('does nothing when the session has stopped already', async () => {
    const rig = charging()
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped' })]
    await rig.pass(2_000)
    await stop(rig)
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })
})
