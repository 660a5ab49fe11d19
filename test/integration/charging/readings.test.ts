import { describe, expect, it } from 'vitest'
import { startScene, type ChargingTerminal, type Scene } from './station.ts'

const HOUR_MS = 3_600_000

/** A charge that has just begun. */
async function charging(): Promise<Scene & { shown: ChargingTerminal['sessionShown'] }> {
  const scene = await startScene()
  const { terminal, connectorId, simulator } = scene
  await simulator.control.plugIn(connectorId)
  await terminal.start(connectorId)
  await terminal.until(() => terminal.startShown().step === 'charging')
  return { ...scene, shown: terminal.sessionShown }
}

const hasCharged = (scene: Scene, energyKWh: number): Promise<void> => {
  const { terminal } = scene
  const isSo = (): boolean => (terminal.sessionShown().energyKWh ?? 0) >= energyKWh
  return terminal.until(isSo, HOUR_MS, 5_000)
}

describe('a meter that tells what cannot be', () => {
  it.each([
    ['times an hour ahead', 'meterClock', {}],
    ['times since 1970', 'meterClock', { from1970: true }],
    ['energies a thousand times too large', 'wrongReading', {}],
    ['a register that begins anew', 'registerReset', {}],
  ] as const)('%s: the energy goes on, and never falls', async (_, fault, options) => {
    const scene = await charging()
    const { terminal, simulator, shown } = scene
    await hasCharged(scene, 0.3)
    await simulator.control.setFault(fault, options)
    let beforeKWh = 0
    const goesOn = (): boolean => {
      const { energyKWh } = shown()
      expect(energyKWh).toBeGreaterThanOrEqual(beforeKWh)
      beforeKWh = energyKWh ?? 0
      return beforeKWh > 1
    }
    await terminal.until(goesOn, HOUR_MS, 5_000)
    expect(beforeKWh).toBeLessThan(2)
    expect(terminal.charging.readingsLeftOut()).toBeGreaterThan(0)
  })
})

describe('a platform whose clock is an hour ahead', () => {
  it('has begun a session just now, not in an hour', async () => {
    const scene = await startScene()
    const { terminal, connectorId, simulator, clock } = scene
    await simulator.control.setFault('clockSkew', { ms: HOUR_MS })
    await simulator.control.plugIn(connectorId)
    await terminal.start(connectorId)
    await terminal.until(() => terminal.startShown().step === 'charging')
    await hasCharged(scene, 0.1)
    const goneMs = clock.now() - (terminal.sessionShown().startedAtMs ?? 0)
    expect(goneMs).toBeGreaterThan(0)
    expect(goneMs).toBeLessThan(10 * 60_000)
  })
})

describe('a sum that changes after the end', () => {
  it('is told so far, and final once it is the platform’s last word', async () => {
    const scene = await charging()
    const { terminal, simulator, shown } = scene
    await hasCharged(scene, 0.3)
    await simulator.control.setFault('lateSum', { ms: 50_000 })
    const { id } = shown()
    terminal.charging.watch(id)
    await terminal.charging.stop({ sessionId: id, requestId: 's1' })
    await terminal.until(() => shown().summary?.cost?.items.length !== undefined)
    await terminal.pass(35_000)
    const soFar = shown().summary
    expect(soFar?.complete).toBe(false)
    await terminal.until(() => shown().summary?.complete === true)
    const final = shown().summary?.cost?.grossAmount ?? 0
    expect(final).toBeGreaterThan(soFar?.cost?.grossAmount ?? Infinity)
  })
})
