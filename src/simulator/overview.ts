import type { ConnectorOverview, Overview } from './control.ts'
import type { Connector } from './state/model.ts'
import { statesOf } from './state/status.ts'
import type { World } from './state/world.ts'

/** The whole network at a glance, or one site of it. */
export function overviewOf(world: World, siteId?: string): Overview {
  const isMeant = ({ id }: { id: string }): boolean => siteId === undefined || id === siteId
  const { sites } = world.network
  return {
    nowMs: world.clock.now(),
    speed: world.clock.speed,
    roamingTag: world.roamingTag,
    sites: sites.filter(isMeant).map(({ id, key, label, stations }) => ({
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
  const attempts = world.attempts.openAt(connector).filter(({ isFailure }) => !isFailure)
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
    attemptIds: attempts.map((attempt) => attempt.id),
  }
}
