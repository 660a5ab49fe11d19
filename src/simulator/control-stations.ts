import { arrivingVehicle } from './charging/vehicles.ts'
import type { StationControl } from './control.ts'
import { promised } from './promised.ts'
import { createRandom } from './random.ts'
import type { Connector, Station } from './state/model.ts'
import type { World } from './state/world.ts'

/** The part of the control that concerns stations and what is plugged in there. */
export function createStationControl(world: World): StationControl {
  const { ground, network } = world
  const strangers = createRandom(world.seed, 'strangers')

  const connectorOf = (id: string): Connector => {
    const connector = network.connector(id)
    if (!connector) throw new RangeError(`There is no connector ${id}.`)
    return connector
  }
  const stationOf = (id: string): Station => {
    const station = network.station(id)
    if (!station) throw new RangeError(`There is no station ${id}.`)
    return station
  }
  return {
    plugIn: (connectorId, vehicle) =>
      promised(() => {
        const connector = connectorOf(connectorId)
        const isDC = connector.plug.current === 'DC'
        ground.plugIn(connector, {
          name: 'Test vehicle',
          ...(vehicle ?? {
            batteryKWh: 58,
            socPercent: 20,
            maxPowerKW: isDC ? 120 : 11,
            tellsSoc: isDC,
          }),
        })
      }),
    unplug: (connectorId) =>
      promised(() => {
        ground.unplug(connectorOf(connectorId))
      }),
    setOcppStatus: (connectorId, status) =>
      promised(() => {
        ground.setStatus(connectorOf(connectorId), status)
      }),
    stationOffline: (cpId, offline) =>
      promised(() => {
        stationOf(cpId).online = !offline
      }),
    stationStatus: (cpId, status) =>
      promised(() => {
        stationOf(cpId).whole = status
      }),
    occupy: (connectorId) =>
      promised(() => {
        const connector = connectorOf(connectorId)
        ground.plugIn(connector, arrivingVehicle(strangers, connector.plug.current))
        if (!connector.transaction) ground.begin(connector, null)
      }),
    vacate: (connectorId) =>
      promised(() => {
        ground.setStatus(connectorOf(connectorId), 'Available')
      }),
  }
}
