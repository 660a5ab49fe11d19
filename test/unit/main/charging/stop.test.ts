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
      tries: 1,
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

  it('that is accepted and changes nothing for a minute is sent again', async () => {
    const rig = charging()
    await stop(rig)
    await rig.pass(59_000)
    expect(rig.onlySession().stop).toMatchObject({ state: 'accepted', tries: 1 })
    rig.platform.on('RemoteStop', () => new Promise(() => undefined))
    await rig.pass(2_000)
    expect(rig.onlySession().stop).toEqual({
      state: 'requested',
      requestedAtMs: START_MS,
      tries: 2,
      failure: expect.objectContaining({ code: 'timed-out' }) as unknown,
    })
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

  it('whose answer is lost is followed, and sent again after a while where the session goes on', async () => {
    const rig = charging()
    rig.platform.on('RemoteStop', () => {
      throw platformFailure('timed-out', 'unknown')
    })
    await stop(rig, 's1')
    expect(rig.onlySession().stop).toMatchObject({ state: 'requested', failure: null })
    await rig.pass(14_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
    rig.platform.on('RemoteStop', answers('ACCEPTED'))
    await rig.pass(2_000)
    expect(rig.platform.count('RemoteStop')).toBe(2)
    expect(rig.onlySession().stop?.state).toBe('accepted')
  })

  it('whose answer is lost can be asked for again at once', async () => {
    const rig = charging()
    rig.platform.on('RemoteStop', () => {
      throw platformFailure('timed-out', 'unknown')
    })
    await stop(rig, 's1')
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

  it('is tried where the connector is not seen just now', async () => {
    const rig = charging()
    Object.assign(rig.connectors['c1'] ?? {}, { freshness: 'late' })
    await stop(rig)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('asks for the platform’s id where a refresh did not bring it, and keeps it', async () => {
    const rig = createRig()
    rig.world.running = [chargelog({ sessionId: null })]
    rig.refresh()
    rig.platform.on('RemoteStop', answers('Rejected'))
    rig.platform.on('Chargelog', () => ({
      chargelog: chargelogParts({ status: 'started', sessionId: 'found' }),
    }))
    await stop(rig)
    expect(rig.platform.calls.at(-1)?.variables).toEqual({ transaction: 'found' })
    rig.platform.on('Chargelog', () => {
      throw platformFailure('offline', 'not-carried-out')
    })
    await rig.pass(20_000)
    const sent = rig.platform.calls.filter(({ name }) => name === 'RemoteStop')
    expect(sent.map(({ variables }) => variables['transaction'])).toEqual(['found', 'found'])
  })

  it('is told to have failed where nobody names the platform’s id, and is tried on', async () => {
    const rig = createRig()
    rig.world.running = [chargelog({ sessionId: null })]
    rig.refresh()
    await stop(rig)
    expect(rig.onlySession().stop).toMatchObject({
      state: 'failed',
      failure: { code: 'unexpected-answer', retryable: true },
    })
    rig.world.running = [chargelog()]
    await rig.pass(16_000)
    expect(rig.platform.calls.at(-1)?.variables).toEqual({ transaction: 'platform-session-1' })
  })

  it('never takes the id of another session', async () => {
    const rig = createRig()
    rig.world.running = [chargelog({ sessionId: null })]
    rig.refresh()
    rig.platform.on('Chargelog', () => ({
      chargelog: chargelogParts({ id: 'log-2', sessionId: 'another' }),
    }))
    await stop(rig)
    await rig.pass(MINUTE_MS)
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })

  it('asks for the platform’s id anew where it was refused by the one it knows', async () => {
    const rig = charging()
    rig.platform.on('RemoteStop', ({ transaction }) => {
      if (transaction !== 'moved') throw platformFailure('not-found', 'refused')
      return answers('ACCEPTED')()
    })
    rig.platform.on('Chargelog', () => ({
      chargelog: chargelogParts({ status: 'started', sessionId: 'moved' }),
    }))
    await stop(rig)
    expect(rig.onlySession().stop?.failure?.code).toBe('not-found')
    await rig.pass(16_000)
    expect(rig.onlySession().stop?.state).toBe('accepted')
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
