import type { Clock } from '#common/clock.ts'
import type { Listener } from '../http/listener.ts'
import type { World } from '../state/world.ts'
import type { FaultName } from './faults.ts'

/**
 * Carries out the faults that are a state of the world, not of a request. Returns what resolves
 * once the port has followed.
 */
export function applyFaultEffects(
  world: World,
  wall: Clock,
  listener: Listener,
): () => Promise<void> {
  const { faults, network, chargelogs, clock } = world
  let settled: Promise<void> = Promise.resolve()

  const setOffline = (isOffline: boolean): void => {
    const cpId = faults.peek('stationOffline')?.cpId
    for (const station of network.stations) {
      if (!isOffline || cpId === undefined || station.id === cpId) station.online = !isOffline
    }
  }

  const setRefusing = (isRefusing: boolean): void => {
    settled = settled.then(() => (isRefusing ? listener.refuse() : listener.accept()))
    const forMs = faults.peek('refuse')?.forMs
    if (isRefusing && forMs !== undefined) {
      wall.setTimer(forMs, () => {
        faults.clear('refuse')
      })
    }
  }

  const restingStops = new Map<FaultName, () => void>()
  /** A station that takes no stops is able again after a while. */
  const setStops = (name: 'stopRejected' | 'stopSilent', isOn: boolean): void => {
    restingStops.get(name)?.()
    const forMs = faults.peek(name, ['remoteStop'])?.forMs
    if (!isOn || forMs === undefined) return
    const clear = (): void => {
      faults.clear(name)
    }
    restingStops.set(name, clock.setTimer(forMs, clear))
  }

  faults.onChange((name, isOn) => {
    if (name === 'stationOffline') setOffline(isOn)
    else if (name === 'refuse') setRefusing(isOn)
    else if (name === 'meterFrozen' && isOn) chargelogs.freeze()
    else if (name === 'meterFrozen') chargelogs.thaw()
    else if (name === 'stopRejected' || name === 'stopSilent') setStops(name, isOn)
  })

  return () => settled
}
