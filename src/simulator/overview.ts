import type { ConnectorOverview, Overview } from './control.ts'
import type { Connector } from './state/model.ts'
import { statesOf } from './state/status.ts'
import type { World } from './state/world.ts'

/** The whole network at a glance. */
export function overviewOf(world: World): Overview {
  return {
    nowMs: world.clock.now(),
    speed: world.clock.speed,
    roamingTag: world.roamingTag,
    sites: world.network.sites.map(({ id, key, label, stations }) => ({
      id,
      key,
      label,
      stations: stations.map((station) => ({
        id: station.id,
        label: station.label,
        publicName: station.publicName,
        online: station.online,
        hasRemoteCommands: station.hasRemoteCommands,
        connectors: station.connectors.map((connector) => connectorOverview(connector, world)),
      })),
    })),
  }
}

function connectorOverview(connector: Connector, world: World): ConnectorOverview {
  const { id, evseId, number, plug, vehicle, transaction } = connector
  const chargelog = transaction?.chargelog ?? null
  const attempt = world.attempts.openAt(connector)
  return {
    id,
    evseId,
    number,
    plug: plug.plugType,
    current: plug.current,
    maxPowerKW: plug.maxPowerKW,
    ...statesOf(connector, world.clock.now()),
    vehicle,
    session: transaction && {
      transactionId: transaction.id,
      startedMs: transaction.startedMs,
      isOwn: chargelog?.contactId === world.demoContact.id,
      chargelogId: chargelog?.id ?? null,
    },
    attemptId: attempt && !attempt.isFailure ? attempt.id : null,
  }
}
