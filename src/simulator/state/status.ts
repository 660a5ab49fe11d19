import type { Connector, OcppStatus, Station } from './model.ts'

/** The forms in which the platform tells the state of a connector (ConnectorStatus, L3681). */
export interface ConnectorStates {
  ocpp: OcppStatus
  calculated: string
  simple: 'Available' | 'Occupied' | 'Unavailable' | 'Faulted'
}

const SIMPLE: Record<OcppStatus, ConnectorStates['simple']> = {
  Available: 'Available',
  Preparing: 'Occupied',
  Charging: 'Occupied',
  SuspendedEV: 'Occupied',
  SuspendedEVSE: 'Occupied',
  Finishing: 'Occupied',
  Reserved: 'Occupied',
  Unavailable: 'Unavailable',
  Faulted: 'Faulted',
}

/**
 * `ocpp` is the last word of the station; `calculated` is what the platform makes of it: nothing
 * that a station said counts while it is offline, and a free connector under maintenance is not free.
 */
export function statesOf(connector: Connector, nowMs: number): ConnectorStates {
  const { ocpp } = connector
  if (!connector.station.online) return { ocpp, calculated: 'Offline', simple: 'Unavailable' }
  if (ocpp === 'Available' && isInMaintenance(connector, nowMs)) {
    return { ocpp, calculated: 'Maintenance', simple: 'Unavailable' }
  }
  return { ocpp, calculated: ocpp, simple: SIMPLE[ocpp] }
}

/** Why nobody can start at this connector now, or null if somebody can. A plugged car is no hindrance. */
export function obstacleTo(connector: Connector, nowMs: number): string | null {
  const states = statesOf(connector, nowMs)
  if (connector.station.whole !== null) return 'The station is out of service.'
  if (!connector.station.hasRemoteCommands) return 'The station does not take remote commands.'
  if (connector.transaction || states.ocpp === 'Finishing') return 'The connector is occupied.'
  if (states.ocpp === 'Reserved') return 'The connector is reserved.'
  if (states.simple === 'Faulted') return 'The connector is faulted.'
  if (states.calculated === 'Maintenance') return 'The connector is under maintenance.'
  if (states.ocpp === 'Unavailable') return 'The connector is out of service.'
  return null
}

/** A station is available if any of its connectors is (CpStatus, L5085). */
export function stationStatesOf(
  station: Station,
  nowMs: number,
): { ocpp: string; calculated: string; simple: 'Available' | 'Occupied' | 'Unavailable' } {
  const simples = station.connectors.map((connector) => statesOf(connector, nowMs).simple)
  const simple = simples.includes('Available')
    ? 'Available'
    : simples.includes('Occupied')
      ? 'Occupied'
      : 'Unavailable'
  const isBroken = simples.every((state) => state === 'Faulted')
  const ocpp = station.whole ?? (isBroken ? 'Faulted' : 'Available')
  return { ocpp, calculated: station.online ? simple : 'Offline', simple }
}

function isInMaintenance(connector: Connector, nowMs: number): boolean {
  return connector.maintenance.some(({ startMs, endMs }) => startMs <= nowMs && nowMs < endMs)
}
