import { describe, expect, it } from 'vitest'
import { startScene, type Scene } from './station.ts'

async function chargingScene(): Promise<Scene & { sessionId: string }> {
  const scene = await startScene()
  const { terminal, connectorId, simulator } = scene
  await simulator.control.plugIn(connectorId)
  await terminal.start(connectorId)
  await terminal.until(() => terminal.startShown().step === 'charging')
  return { ...scene, sessionId: terminal.sessionShown().id }
}

describe('a stop that goes wrong', () => {
  it('is told as rejected, the session goes on, and a second try stops it', async () => {
    const { terminal, simulator, sessionId, journal } = await chargingScene()
    await simulator.control.setFault('stopRejected', { times: 1 })
    await terminal.charging.stop({ sessionId, requestId: 's1' })
    await terminal.until(() => terminal.sessionShown().stop?.state === 'failed')
    expect(terminal.sessionShown()).toMatchObject({
      status: 'charging',
      stop: {
        failure: {
          code: 'rejected',
          retryable: true,
          details: { message: 'Rejected by the station.' },
        },
      },
    })
    await terminal.charging.stop({ sessionId, requestId: 's2' })
    await terminal.until(() => terminal.sessionShown().status === 'stopped')
    expect(await journal('stopped')).toHaveLength(1)
  })

  it('is accepted and silent: after a minute it is sent again', async () => {
    const { terminal, simulator, sessionId, journal } = await chargingScene()
    await simulator.control.setFault('stopSilent', { times: 1 })
    await terminal.charging.stop({ sessionId, requestId: 's1' })
    await terminal.until(() => terminal.sessionShown().stop?.state === 'accepted')
    await terminal.until(() => terminal.sessionShown().status === 'stopped', 80_000)
    expect(await journal('remoteStop')).toHaveLength(2)
  })

  it.each(['stopRejected', 'stopSilent'] as const)(
    'is asked for (%s) until the station is able, and then carried out within two minutes',
    async (fault) => {
      const { terminal, simulator, sessionId, journal } = await chargingScene()
      await simulator.control.setFault(fault)
      await terminal.charging.stop({ sessionId, requestId: 's1' })
      await terminal.pass(6 * 60_000)
      expect(terminal.sessionShown()).toMatchObject({ status: 'charging' })
      expect(terminal.charging.unheededStops()).toBe(1)
      await simulator.control.clearFault(fault)
      await terminal.until(() => terminal.sessionShown().status === 'stopped', 2 * 60_000)
      expect(terminal.charging.unheededStops()).toBe(0)
      expect(await journal('stopped')).toHaveLength(1)
    },
  )

  it('is asked for again after a power cut', async () => {
    const { terminal, simulator, sessionId, journal } = await chargingScene()
    await simulator.control.setFault('cut', { phase: 'before', operations: ['remoteStop'] })
    await terminal.charging.stop({ sessionId, requestId: 's1' })
    await terminal.restart()
    await simulator.control.clearFaults()
    await terminal.refresh()
    await terminal.until(() => terminal.sessionShown().status === 'stopped')
    expect(await journal('stopped')).toHaveLength(1)
  })

  it('was carried out though its answer is lost: it was sent once', async () => {
    const { terminal, simulator, sessionId, journal } = await chargingScene()
    const cut = { phase: 'after' as const, operations: ['remoteStop'], times: 1 }
    await simulator.control.setFault('cut', cut)
    await terminal.charging.stop({ sessionId, requestId: 's1' })
    await terminal.until(() => terminal.sessionShown().status === 'stopped')
    expect(await journal('remoteStop')).toHaveLength(1)
  })
})

describe('a running charge', () => {
  it('is found again after a restart, with its meter values', async () => {
    const { terminal, sessionId, journal } = await chargingScene()
    await terminal.restart()
    await terminal.refresh()
    expect(terminal.sessionShown()).toMatchObject({ id: sessionId, status: 'charging' })
    await terminal.until(() => terminal.sessionShown().powerW !== null, 5 * 60_000)
    expect(await journal('attemptRemoteStart')).toHaveLength(1)
  })

  it('that ends by the cable is summed up', async () => {
    const { terminal, simulator, connectorId } = await chargingScene()
    await simulator.control.unplug(connectorId)
    await terminal.until(() => terminal.sessionShown().status === 'stopped')
    expect(terminal.sessionShown().summary?.endedAtMs).not.toBeNull()
  })

  it('lives with words and nulls that nobody expects', async () => {
    const { terminal, simulator, sessionId, connectorId } = await chargingScene()
    await simulator.control.setFault('unknownEnums')
    await terminal.until(() => terminal.sessionShown().status === 'unknown')
    await simulator.control.clearFault('unknownEnums')
    await simulator.control.setFault('nulls')
    await terminal.refresh()
    await simulator.control.clearFaults()
    await terminal.until(() => terminal.sessionShown().status === 'charging')
    expect(terminal.sessionShown()).toMatchObject({ id: sessionId, connectorId })
  })
})
