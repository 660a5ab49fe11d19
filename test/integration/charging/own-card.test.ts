import { describe, expect, it } from 'vitest'
import type { StartStep } from '#contract/charging.ts'
import { startScene, type ChargingTerminal, type Scene } from './station.ts'

const MINUTE_MS = 60_000

const at = (terminal: ChargingTerminal, step: StartStep) => () =>
  terminal.startShown().step === step

async function scanAtConnector(scene: Scene, tag: string): Promise<void> {
  await scene.terminal.refresh()
  const { connectorId } = scene
  await scene.terminal.charging.scan({ tag, connectorId, requestId: 'r1' })
}

const roamingTag = async ({ simulator }: Scene): Promise<string> =>
  (await simulator.control.overview()).roamingTag

describe('a guest’s own card', () => {
  it('starts a session of another account, and the same card stops it', async () => {
    const scene = await startScene()
    const { terminal, connectorId, simulator, journal } = scene
    const tag = await roamingTag(scene)
    await scanAtConnector(scene, tag)
    await terminal.until(at(terminal, 'waiting-for-plug'))
    await simulator.control.plugIn(connectorId)
    await terminal.until(at(terminal, 'charging'))
    const start = terminal.startShown()
    expect(start).toMatchObject({ kind: 'rfid', sessionId: null })
    const { sessions } = terminal.charging.state()
    expect(sessions.filter((session) => session.connectorId === connectorId)).toEqual([])
    await terminal.restart()
    await terminal.pass(30_000)
    const claim = { tag, connectorId: null, requestId: 'r2' }
    expect(await terminal.charging.scan(claim)).toEqual({ effect: 'claimed', startId: start.id })
    await terminal.charging.stop({ sessionId: start.id, requestId: 's1' })
    await terminal.until(() => terminal.charging.state().starts.length === 0)
    expect(await journal('remoteStart')).toHaveLength(1)
    expect(await journal('stopped')).toHaveLength(1)
  })

  it('is refused where no provider knows it', async () => {
    const scene = await startScene()
    await scanAtConnector(scene, '04FFFFFFFFFFFF')
    await scene.terminal.until(at(scene.terminal, 'rejected'))
    expect(scene.terminal.startShown().failure?.code).toBe('card-unknown')
    expect(JSON.stringify(scene.terminal.charging.state())).not.toContain('04FFFFFFFFFFFF')
  })

  it('is refused where the station rejects the start', async () => {
    const scene = await startScene()
    await scene.simulator.control.setFault('rejectStart', { reason: 'Not today.', times: 1 })
    await scanAtConnector(scene, await roamingTag(scene))
    await scene.terminal.until(at(scene.terminal, 'rejected'))
    expect(scene.terminal.startShown().failure).toMatchObject({
      code: 'rejected',
      details: { reason: 'Not today.' },
    })
  })

  it('expires ten minutes after the scan without a plug', async () => {
    const scene = await startScene()
    await scanAtConnector(scene, await roamingTag(scene))
    await scene.terminal.until(at(scene.terminal, 'timed-out'), 11 * MINUTE_MS, 5_000)
    expect(scene.terminal.startShown().failure?.code).toBe('start-expired')
    expect(await scene.journal('started')).toHaveLength(0)
  })
})
