import { describe, expect, it } from 'vitest'
import { platformFailure } from './fake-platform.ts'
import {
  attempt,
  chargelog,
  codeOf,
  createRig,
  freeConnector,
  MINUTE_MS,
  settle,
  START_MS,
  type Rig,
} from './rig.ts'

function close(rig: Rig, what: 'start' | 'session', id: string): void {
  rig.charging.desk.closing(what, id).close('Ida')
}

function ghost(): Rig {
  const rig = createRig()
  rig.isDesk = true
  rig.world.running = [chargelog()]
  rig.refresh()
  rig.connectors['c1'] = { ...freeConnector(), reported: { state: 'unavailable' } }
  return rig
}

async function lostStart(): Promise<{ rig: Rig; id: string }> {
  const rig = createRig()
  rig.isDesk = true
  rig.platform.on('AttemptRemoteStart', () => {
    throw platformFailure('timed-out', 'unknown')
  })
  const { id } = await rig.start()
  return { rig, id }
}

describe('a session that the desk closes', () => {
  it('is shown as closed, by whom and when, until the platform ends it', () => {
    const rig = ghost()
    close(rig, 'session', 'log-1')
    expect(rig.onlySession()).toMatchObject({
      status: 'charging',
      closed: { by: 'Ida', atMs: START_MS },
    })
    expect(rig.platform.count('RemoteStop')).toBe(0)
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped' })]
    rig.refresh()
    rig.refresh()
    expect(rig.onlySession().status).toBe('stopped')
    expect(rig.onlySession()).not.toHaveProperty('closed')
  })

  it('stays closed over a restart', () => {
    const rig = ghost()
    close(rig, 'session', 'log-1')
    rig.restart()
    rig.refresh()
    expect(rig.onlySession().closed).toEqual({ by: 'Ida', atMs: START_MS })
  })

  it('tells guests that it is closed, but not by whom', () => {
    const rig = ghost()
    close(rig, 'session', 'log-1')
    rig.isDesk = false
    expect(rig.onlySession().closed).toEqual({ by: null, atMs: START_MS })
  })

  it('is one that a stop did not end, that the platform forgot, or whose station is silent', async () => {
    const rig = ghost()
    rig.connectors['c1'] = freeConnector()
    expect(await codeOf(() => rig.charging.desk.closing('session', 'log-1'))).toBe('invalid')
    rig.platform.on('RemoteStop', () => ({
      remoteStop: { code: 200, status: 'Rejected', title: null, message: null },
    }))
    await rig.charging.stop({ sessionId: 'log-1', requestId: 's1' })
    await settle()
    close(rig, 'session', 'log-1')
    expect(rig.onlySession().closed).toBeDefined()
  })

  it('is refused when nobody knows it, or when it has ended', async () => {
    const rig = ghost()
    expect(await codeOf(() => rig.charging.desk.closing('session', 'no'))).toBe('session-gone')
    rig.world.running = [chargelog({ status: 'stopped' })]
    rig.refresh()
    expect(await codeOf(() => rig.charging.desk.closing('session', 'log-1'))).toBe('session-gone')
  })
})

describe('a start that the desk closes', () => {
  it('keeps its connector no more, and is shown as closed until its time is over', async () => {
    const { rig, id } = await lostStart()
    expect(await codeOf(() => rig.start('r2'))).toBe('start-open')
    close(rig, 'start', id)
    expect(rig.onlyStart()).toMatchObject({ step: 'unknown', closed: { by: 'Ida' } })
    expect(rig.charging.plan().busy).toBe(false)
    rig.platform.on('AttemptRemoteStart', () => new Promise(() => undefined))
    await expect(rig.start('r2')).resolves.toMatchObject({ step: 'requested' })
    rig.restart()
    expect(rig.charging.state().starts).toHaveLength(2)
    await rig.pass(5 * MINUTE_MS + 21_000, 10_000)
    expect(rig.charging.state().starts.map(({ id: each }) => each)).not.toContain(id)
  })

  it('still gets the session that it began, as long as nothing else was started there', async () => {
    const { rig, id } = await lostStart()
    close(rig, 'start', id)
    rig.world.running = [chargelog({ startedAtMs: rig.clock.now() })]
    rig.refresh()
    expect(rig.onlyStart()).toMatchObject({ id, step: 'charging', sessionId: 'log-1' })
    expect(rig.onlyStart()).not.toHaveProperty('closed')
  })

  it('leaves a session to the start that came after it', async () => {
    const { rig, id } = await lostStart()
    close(rig, 'start', id)
    await rig.clock.advance(1_000)
    const next = await rig.start('r2')
    rig.world.running = [chargelog({ startedAtMs: rig.clock.now() })]
    await rig.pass(2_000)
    const bySession = rig.charging.state().starts.filter(({ sessionId }) => sessionId === 'log-1')
    expect(bySession.map(({ id: each }) => each)).toEqual([next.id])
  })

  it('is one that is lost or was cancelled; all others can be cancelled first', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    expect(await codeOf(() => rig.charging.desk.closing('start', id))).toBe('invalid')
    rig.charging.cancel(id)
    close(rig, 'start', id)
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    await rig.pass(3_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
    expect(await codeOf(() => rig.charging.desk.closing('start', 'no'))).toBe('not-found')
  })
})
