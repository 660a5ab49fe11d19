import { describe, expect, it } from 'vitest'
import type { StartStep } from '#contract/charging.ts'
import { startScene, type ChargingTerminal } from './station.ts'

const at = (terminal: ChargingTerminal, step: StartStep) => () =>
  terminal.startShown().step === step

describe('the main job', () => {
  it('starts, asks for the plug, charges, stops and sums up', async () => {
    const { terminal, connectorId, simulator, journal } = await startScene()
    const startId = await terminal.start(connectorId)
    await terminal.until(at(terminal, 'waiting-for-plug'))
    await simulator.control.plugIn(connectorId)
    await terminal.until(at(terminal, 'charging'))
    const start = terminal.startShown()
    expect(start.id).toBe(startId)
    expect(start.history.map(({ step }) => step)).toEqual([
      'chosen',
      'requested',
      'waiting-for-plug',
      'charging',
    ])
    await terminal.until(() => (terminal.sessionShown().energyKWh ?? 0) > 0.5, 30 * 60_000, 5_000)
    expect(terminal.sessionShown()).toMatchObject({ status: 'charging', connectorId })
    expect(terminal.sessionShown().powerW).toBeGreaterThan(1_000)
    expect(terminal.sessionShown().powerCurve.length).toBeGreaterThan(1)
    const sessionId = terminal.sessionShown().id
    terminal.charging.watch(sessionId)
    await terminal.charging.stop({ sessionId, requestId: 's1' })
    await terminal.until(() => terminal.sessionShown().status === 'stopped')
    await terminal.until(() => terminal.sessionShown().summary?.complete === true)
    const { summary } = terminal.sessionShown()
    expect(summary?.energyKWh).toBeGreaterThan(0.5)
    expect(summary?.meterEnd).toBeGreaterThan(summary?.meterStart ?? Infinity)
    expect(summary?.cost?.items.length).toBeGreaterThan(0)
    expect(summary?.cost?.grossAmount).toBeGreaterThan(0)
    expect(summary?.documentTitle).toMatch(/Invoice/)
    terminal.charging.leave({ startId, sessionId })
    await terminal.refresh()
    expect(terminal.charging.state().starts).toEqual([])
    expect(await journal('attemptRemoteStart')).toHaveLength(1)
    expect(await journal('started')).toHaveLength(1)
    expect(await journal('remoteStop')).toHaveLength(1)
  })

  it('begins by itself where the cable is in already', async () => {
    const { terminal, connectorId, simulator } = await startScene()
    await simulator.control.plugIn(connectorId)
    await terminal.start(connectorId)
    await terminal.until(at(terminal, 'charging'))
    const steps = terminal.startShown().history.map(({ step }) => step)
    expect(steps).not.toContain('waiting-for-plug')
  })
})

describe('a start that goes wrong', () => {
  it('is told as rejected, with the station’s reason, and can be tried again', async () => {
    const { terminal, connectorId, simulator, journal } = await startScene()
    await simulator.control.setFault('rejectStart', { reason: 'Not today.', times: 1 })
    await terminal.start(connectorId)
    await terminal.until(at(terminal, 'rejected'))
    expect(terminal.startShown().failure?.details?.['reason']).toBe('Not today.')
    await terminal.start(connectorId, 'r2')
    await terminal.until(at(terminal, 'waiting-for-plug'))
    expect(await journal('attemptRemoteStart')).toHaveLength(2)
  })

  it('has timed out, begins late, and is found with the same start', async () => {
    const { terminal, connectorId, simulator, journal } = await startScene()
    await simulator.control.plugIn(connectorId)
    await simulator.control.setFault('startAfterTimeout', { afterMs: 40_000, times: 1 })
    const startId = await terminal.start(connectorId)
    await terminal.until(at(terminal, 'timed-out'), 6 * 60_000, 5_000)
    await terminal.until(at(terminal, 'charging'), 2 * 60_000)
    expect(terminal.startShown()).toMatchObject({ id: startId, failure: null })
    expect(terminal.sessionShown().status).toBe('charging')
    expect(await journal('attemptRemoteStart')).toHaveLength(1)
    expect(await journal('started')).toHaveLength(1)
  })

  it('has timed out where the plug never comes, and the connector may start again', async () => {
    const { terminal, connectorId, journal } = await startScene()
    await terminal.start(connectorId)
    await terminal.until(at(terminal, 'waiting-for-plug'))
    await terminal.until(at(terminal, 'timed-out'), 6 * 60_000, 5_000)
    expect(terminal.startShown().failure).toMatchObject({ code: 'start-expired', retryable: true })
    await terminal.start(connectorId, 'r2')
    await terminal.until(at(terminal, 'waiting-for-plug'))
    expect(await journal('started')).toEqual([])
  })

  it('has timed out where the station takes too long to answer', async () => {
    const { terminal, connectorId, simulator } = await startScene()
    await simulator.control.setFault('slowStart', { ms: 400_000 })
    await terminal.start(connectorId)
    await terminal.until(at(terminal, 'timed-out'), 6 * 60_000, 5_000)
  })

  it('is not sent where somebody has taken the connector since the last refresh', async () => {
    const { terminal, connectorId, simulator, journal } = await startScene()
    await terminal.refresh()
    const { options } = await terminal.charging.options(connectorId)
    await simulator.control.occupy(connectorId)
    const request = { connectorId, optionId: options[0]?.id ?? '', requestId: 'r1' }
    await expect(terminal.charging.start(request)).rejects.toMatchObject({
      failure: { code: 'connector-busy' },
    })
    expect(await journal('attemptRemoteStart')).toEqual([])
  })

  it('is rejected where another terminal was faster: one car, one charge', async () => {
    const { terminal, addTerminal, connectorId, simulator, journal } = await startScene()
    const other = addTerminal()
    await terminal.start(connectorId)
    await other.start(connectorId)
    await terminal.until(at(terminal, 'waiting-for-plug'))
    await other.until(at(other, 'rejected'))
    await simulator.control.plugIn(connectorId)
    await terminal.until(at(terminal, 'charging'))
    expect(await journal('started')).toHaveLength(1)
  })
})

describe('a start whose answer is lost', () => {
  it('was carried out: the session is found, and exactly one has begun', async () => {
    const { terminal, connectorId, simulator, journal } = await startScene()
    await simulator.control.plugIn(connectorId)
    const cut = { phase: 'after' as const, operations: ['attemptRemoteStart'], times: 1 }
    await simulator.control.setFault('cut', cut)
    await terminal.start(connectorId)
    await terminal.until(at(terminal, 'charging'))
    expect(terminal.startShown().history.map(({ step }) => step)).toContain('unknown')
    expect(terminal.sessionShown().status).toBe('charging')
    expect(await journal('attemptRemoteStart')).toHaveLength(1)
    expect(await journal('started')).toHaveLength(1)
  })

  it.each([
    ['card', true],
    ['contract', false],
  ] as const)(
    'was carried out: who is told as %s may be the guest’s card, or nobody’s here',
    async (form, isOurs) => {
      const { terminal, connectorId, simulator } = await startScene()
      await simulator.control.authIds(form)
      await simulator.control.plugIn(connectorId)
      const cut = { phase: 'after' as const, operations: ['attemptRemoteStart'], times: 1 }
      await simulator.control.setFault('cut', cut)
      await terminal.start(connectorId)
      const here = () =>
        terminal.charging.state().sessions.find((each) => each.connectorId === connectorId)
      await terminal.until(() => here()?.status === 'charging')
      await terminal.pass(15_000)
      expect(here()?.claimed).toBe(isOurs)
      expect(terminal.startShown().step).toBe(isOurs ? 'charging' : 'unknown')
    },
  )

  it('was carried out, and the power went: it is found after the restart', async () => {
    const { terminal, connectorId, simulator, clock, journal } = await startScene()
    await simulator.control.plugIn(connectorId)
    const cut = { phase: 'after' as const, operations: ['attemptRemoteStart'], times: 1 }
    await simulator.control.setFault('cut', cut)
    const startId = await terminal.start(connectorId)
    await terminal.until(at(terminal, 'unknown'))
    await clock.advance(30_000)
    await terminal.restart()
    await terminal.refresh()
    expect(terminal.startShown()).toMatchObject({ id: startId, step: 'charging' })
    expect(terminal.sessionShown().status).toBe('charging')
    expect(await journal('attemptRemoteStart')).toHaveLength(1)
    expect(await journal('started')).toHaveLength(1)
  })

  it('was never carried out: it has timed out, and was not sent again', async () => {
    const { terminal, connectorId, simulator, journal } = await startScene()
    const cut = { phase: 'before' as const, operations: ['attemptRemoteStart'], times: 1 }
    await simulator.control.setFault('cut', cut)
    await terminal.start(connectorId)
    await terminal.until(at(terminal, 'unknown'))
    await terminal.until(at(terminal, 'timed-out'), 6 * 60_000, 5_000)
    expect(await journal('attemptRemoteStart')).toEqual([])
  })

  it('reached the platform twice: one car, one charge', async () => {
    const { terminal, connectorId, simulator, journal } = await startScene()
    await simulator.control.plugIn(connectorId)
    await simulator.control.setFault('duplicate', { operations: ['attemptRemoteStart'], times: 1 })
    await terminal.start(connectorId)
    await terminal.until(at(terminal, 'charging'))
    expect(await journal('started')).toHaveLength(1)
  })
})

describe('a cancelled start', () => {
  it('is stopped when the car comes all the same', async () => {
    const { terminal, connectorId, simulator, journal } = await startScene()
    const startId = await terminal.start(connectorId)
    await terminal.until(at(terminal, 'waiting-for-plug'))
    terminal.charging.cancel(startId)
    await terminal.restart()
    await simulator.control.plugIn(connectorId)
    await terminal.until(at(terminal, 'charging'))
    await terminal.until(() => terminal.sessionShown().status === 'stopped')
    expect(await journal('started')).toHaveLength(1)
    expect(await journal('stopped')).toHaveLength(1)
  })

  it('leaves the charge of another terminal alone', async () => {
    const { terminal, addTerminal, connectorId, simulator, journal } = await startScene()
    const other = addTerminal()
    const startId = await terminal.start(connectorId)
    await terminal.until(at(terminal, 'waiting-for-plug'))
    terminal.charging.cancel(startId)
    await terminal.until(at(terminal, 'timed-out'), 6 * 60_000, 5_000)
    await simulator.control.plugIn(connectorId)
    await other.start(connectorId)
    await other.until(at(other, 'charging'))
    await terminal.pass(60_000)
    expect(await journal('remoteStop')).toEqual([])
  })
})

describe('a start whose guest has gone to the car', () => {
  it('is not cancelled by the next person, and charges on; its code opens it', async () => {
    const { terminal, connectorId, simulator, journal } = await startScene()
    const startId = await terminal.start(connectorId)
    await terminal.until(at(terminal, 'waiting-for-plug'))
    const code = terminal.startShown().code ?? ''
    terminal.charging.guestLeft()
    expect(() => terminal.charging.cancel(startId)).toThrow('not-claimed')
    await simulator.control.plugIn(connectorId)
    await terminal.until(at(terminal, 'charging'))
    await terminal.pass(30_000)
    expect(terminal.sessionShown()).toMatchObject({ status: 'charging', claimed: false })
    await terminal.charging.claim({ sessionId: terminal.sessionShown().id, code })
    expect(terminal.sessionShown().claimed).toBe(true)
    expect(await journal('started')).toHaveLength(1)
    expect(await journal('remoteStop')).toEqual([])
  })

  it('by phone shows its payment page to nobody else, and again by its code', async () => {
    const { terminal, connectorId, simulator } = await startScene()
    await simulator.control.payByPhone(true)
    const startId = await terminal.startWith('phone', { connectorId, hold: 0 })
    await terminal.until(at(terminal, 'paying'))
    const { code, payment } = terminal.startShown()
    terminal.charging.guestLeft()
    await terminal.pass(5_000)
    expect(terminal.startShown().payment).toBeNull()
    await terminal.charging.claimStart({ startId, code: code ?? '' })
    expect(terminal.startShown().payment?.url).toBe(payment?.url)
  })
})

describe('a restart', () => {
  it.each(['requested', 'waiting-for-plug', 'charging'] as const)(
    'while a start is %s loses nothing and sends nothing twice',
    async (step) => {
      const { terminal, connectorId, simulator, journal } = await startScene()
      const startId = await terminal.start(connectorId)
      if (step === 'charging') await simulator.control.plugIn(connectorId)
      await terminal.until(at(terminal, step))
      await terminal.restart()
      await terminal.refresh()
      expect(terminal.startShown().id).toBe(startId)
      if (step !== 'charging') await simulator.control.plugIn(connectorId)
      await terminal.until(at(terminal, 'charging'))
      expect(terminal.sessionShown().status).toBe('charging')
      expect(await journal('attemptRemoteStart')).toHaveLength(1)
      expect(await journal('started')).toHaveLength(1)
    },
  )
})
