import { describe, expect, it } from 'vitest'
import { startScene, type Scene } from './station.ts'

const MINUTE_MS = 60_000

async function charge(
  scene: Scene,
  request: Parameters<Scene['terminal']['startWith']>[1],
): Promise<void> {
  const { terminal, simulator, connectorId } = scene
  await simulator.control.plugIn(connectorId)
  await terminal.startWith('card', request)
  await terminal.until(() => terminal.startShown().step === 'charging')
}

const stopped =
  ({ terminal }: Scene) =>
  (): boolean =>
    terminal.sessionShown().status === 'stopped'

describe('what a guest takes along with a start', () => {
  it('is a package, which ends by itself', async () => {
    const scene = await startScene()
    const { terminal, connectorId, journal } = scene
    await terminal.refresh()
    const { packages } = await terminal.charging.options(connectorId)
    expect(packages[0]).toMatchObject({
      name: 'Two hours',
      price: { amount: 9, currency: 'EUR' },
      stopMinutes: 120,
    })
    await charge(scene, { connectorId, packageId: packages[0]?.id })
    await terminal.until(stopped(scene), 125 * MINUTE_MS, MINUTE_MS)
    expect(await journal('remoteStop')).toHaveLength(0)
  })

  it('is a time, which the platform watches', async () => {
    const scene = await startScene()
    const { terminal, connectorId, journal } = scene
    await charge(scene, { connectorId, target: { kind: 'time', minutes: 5 } })
    await terminal.until(stopped(scene), 6 * MINUTE_MS, 5_000)
    expect(await journal('remoteStop')).toHaveLength(0)
  })

  it('is an energy, which this terminal watches, over a restart too', async () => {
    const scene = await startScene()
    const { terminal, connectorId, journal } = scene
    await charge(scene, { connectorId, target: { kind: 'energy', energyKWh: 1 } })
    expect(terminal.sessionShown().target).toEqual({ kind: 'energy', energyKWh: 1 })
    await terminal.restart()
    await terminal.refresh()
    await terminal.until(stopped(scene), 20 * MINUTE_MS, 10_000)
    expect(await journal('remoteStop')).toHaveLength(1)
    await terminal.until(() => terminal.sessionShown().summary !== null)
    const energyKWh = terminal.sessionShown().summary?.energyKWh ?? 0
    expect(energyKWh).toBeGreaterThanOrEqual(1)
    expect(energyKWh).toBeLessThan(1.5)
  })
})
