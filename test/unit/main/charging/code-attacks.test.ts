import { describe, expect, it } from 'vitest'
import { stopCode } from '#main/charging/sessions/stop-code.ts'
import { claim, leftSession, other } from './left-session.ts'
import { chargelog, chargelogParts, codeOf, MINUTE_MS, settle, START_MS } from './rig.ts'

describe('whoever tries all stop codes', () => {
  it('wins no tries by a clock that is set back or forth', async () => {
    const { rig, code } = await leftSession()
    for (let wrong = 0; wrong < 3; wrong += 1) await codeOf(() => claim(rig, other(code)))
    await rig.clock.advance(-6 * 60 * MINUTE_MS)
    expect(await codeOf(() => claim(rig, code))).toBe('too-many-tries')
    await rig.clock.advance(29_000)
    expect(await codeOf(() => claim(rig, code))).toBe('too-many-tries')
  })

  it('wins none by giving a code that is known at another session', async () => {
    const { rig, code } = await leftSession()
    rig.world.running = ['log-1', 'log-2'].map((id) =>
      chargelog({ id, startedAtMs: START_MS + 1_000 }),
    )
    rig.refresh()
    const told = []
    for (let round = 0; round < 12; round += 1) {
      told.push(await codeOf(() => rig.charging.claim({ sessionId: 'log-2', code: 'none' })))
      // The session that is one's own is opened in between, again and again.
      await claim(rig, code).catch(() => undefined)
      rig.charging.guestLeft()
    }
    expect(told.filter((each) => each === 'wrong-code').length).toBeLessThanOrEqual(3)
  })
})

describe('a stop code', () => {
  it('of another site opens nothing, and counts as wrong', async () => {
    const { rig, code } = await leftSession()
    const elsewhere = Array.from({ length: 20 }, (_, site) =>
      stopCode(`site ${String(site)}`, 'log-1'),
    )
    const strange = elsewhere.find((each) => each !== code) ?? ''
    expect(await codeOf(() => claim(rig, strange))).toBe('wrong-code')
    expect(rig.onlySession().claimed).toBe(false)
  })

  it('of the session before opens not the next one at the same connector', async () => {
    const { rig, code } = await leftSession()
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts() }))
    rig.world.running = [chargelog({ id: 'log-2', startedAtMs: rig.clock.now() })]
    rig.world.chargelogs = [chargelog({ status: 'stopped', endedAtMs: rig.clock.now() })]
    await rig.pass(5 * MINUTE_MS, 10_000)
    const again = rig.charging.claim({ sessionId: 'log-2', code })
    expect(await codeOf(() => again)).toBe('wrong-code')
  })

  it('that was used opens the session to nobody who does not type it', async () => {
    const { rig, code } = await leftSession()
    await claim(rig, code)
    rig.charging.guestLeft()
    expect(await codeOf(() => rig.charging.stop({ sessionId: 'log-1', requestId: 'r' }))).toBe(
      'not-claimed',
    )
    rig.restart()
    await settle()
    rig.refresh()
    expect(await codeOf(() => rig.charging.stop({ sessionId: 'log-1', requestId: 'r' }))).toBe(
      'not-claimed',
    )
  })

  it('opens a summary once more, and after that print never again', async () => {
    const { rig, code } = await leftSession()
    rig.platform.on('Chargelog', () => ({ chargelog: chargelogParts() }))
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped', endedAtMs: rig.clock.now() })]
    await rig.pass(5 * MINUTE_MS, 10_000)
    await rig.charging.reopen({ connectorId: 'c1', code })
    rig.charging.printed('log-1')
    rig.charging.leave({ startId: null, sessionId: 'log-1' })
    rig.restart()
    await settle()
    expect(await codeOf(() => rig.charging.reopen({ connectorId: 'c1', code }))).toBe(
      'session-gone',
    )
  })
})
