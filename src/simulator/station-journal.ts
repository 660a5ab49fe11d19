import type { Connector, Transaction } from './state/model.ts'
import type { World } from './state/world.ts'

/** Writes down what the stations do: the judge of whether something really was started or stopped. */
export function writeStationJournal(world: World, log?: (line: string) => void): void {
  const { ground, journal } = world

  const write = (event: string, connector: Connector, transaction?: Transaction): void => {
    const { number, evseId, id: connectorId } = connector
    const isOwn = transaction?.chargelog?.contactId === world.demoContact.id
    journal.write({
      kind: 'station',
      event,
      facts: {
        connectorId,
        number,
        ...(transaction
          ? { transaction: transaction.id, chargelogId: transaction.chargelog?.id ?? null, isOwn }
          : {}),
      },
      outcome: connector.ocpp,
    })
    log?.(`${connector.station.site.label}: connector ${number ?? evseId} ${event}`)
  }

  ground.plugged.on((connector) => {
    write('plugged', connector)
  })
  ground.unplugged.on((connector) => {
    write('unplugged', connector)
  })
  ground.began.on((transaction) => {
    write('started', transaction.connector, transaction)
  })
  ground.ended.on((transaction) => {
    write('stopped', transaction.connector, transaction)
  })
}
