import { describe, expect, it } from 'vitest'
import { detailsOf, leftSession, other } from './left-session.ts'
import { chargelog, chargelogParts, codeOf, MINUTE_MS, settle, type Rig } from './rig.ts'

describe('a summary that is not shown any more', () => {
  async function endedSession(): Promise<{ rig: Rig; code: string }> {
    const { rig, code } = await leftSession()
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts() }))
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped', endedAtMs: rig.clock.now() })]
    await rig.pass(5 * MINUTE_MS, 10_000)
    expect(rig.charging.state().sessions).toEqual([])
    return { rig, code }
  }
  const reopen = (rig: Rig, code: string, connectorId = 'c1'): Promise<{ sessionId: string }> =>
    rig.charging.reopen({ connectorId, code })

  it('is opened by the stop code within a day, over a restart too', async () => {
    const { rig, code } = await endedSession()
    rig.restart()
    await settle()
    expect(await reopen(rig, code)).toEqual({ sessionId: 'log-1' })
    await settle()
    expect(rig.onlySession()).toMatchObject({ status: 'stopped', claimed: true })
    expect(rig.onlySession().summary).toMatchObject({ energyKWh: 24.37, complete: true })
  })

  it('keeps its data to itself again when the guest leaves', async () => {
    const { rig, code } = await endedSession()
    await reopen(rig, code)
    rig.charging.guestLeft()
    expect(rig.onlySession()).toMatchObject({ claimed: false, summary: null })
  })

  it('is not opened by a wrong code, which counts', async () => {
    const { rig, code } = await endedSession()
    expect(await detailsOf(reopen(rig, other(code)))).toEqual({ triesLeft: '2' })
    expect(rig.charging.state().sessions).toEqual([])
  })

  it('is printed again once', async () => {
    const { rig, code } = await endedSession()
    await reopen(rig, code)
    rig.charging.printed('log-1')
    expect(rig.charging.state().receipts.size).toBe(0)
    rig.charging.leave({ startId: null, sessionId: 'log-1' })
    expect(await codeOf(() => reopen(rig, code))).toBe('session-gone')
  })

  it('is gone after a day, and where none ended', async () => {
    const { rig, code } = await endedSession()
    expect([...rig.charging.state().receipts.keys()]).toEqual(['c1'])
    expect(await codeOf(() => reopen(rig, code, 'c2'))).toBe('session-gone')
    await rig.clock.advance(23 * 60 * MINUTE_MS)
    expect([...rig.charging.state().receipts.keys()]).toEqual(['c1'])
    await rig.clock.advance(60 * MINUTE_MS)
    expect(await codeOf(() => reopen(rig, code))).toBe('session-gone')
  })
})
