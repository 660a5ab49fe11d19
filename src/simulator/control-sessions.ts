import { readMeter } from './charging/meter.ts'
import type { MeteredSession, SessionControl } from './control.ts'
import { promised } from './promised.ts'
import { DEFAULT_VALIDITY_MS } from './resolvers/starts.ts'
import { tariffFor, type Card } from './state/account.ts'
import type { Chargelog, Connector, Transaction } from './state/model.ts'
import type { World } from './state/world.ts'

/** The part of the control that concerns the account's sessions. */
export function createSessionControl(world: World): SessionControl {
  const { network, attempts, stops, chargelogs, clock, demoContact: contact } = world

  const connectorOf = (id: string): Connector => {
    const connector = network.connector(id)
    if (!connector) throw new RangeError(`There is no connector ${id}.`)
    return connector
  }

  const cardAt = (connector: Connector, label: string | undefined): Card => {
    const card = contact.cards.find(
      (each) => tariffFor(each, connector) && (label === undefined || each.label === label),
    )
    if (!card) throw new RangeError('No such card may charge here.')
    return card
  }

  const metered = (chargelog: Chargelog, transaction: Transaction): MeteredSession => {
    const { energyWh, powerW, socPercent } = readMeter(transaction, clock.now())
    const bill = chargelogs.finalBill(chargelog)
    return {
      chargelogId: chargelog.id,
      sessionId: chargelog.sessionId,
      transactionId: transaction.id,
      connectorId: chargelog.connector.id,
      startedMs: transaction.startedMs,
      endedMs: transaction.endedMs,
      ...{ energyWh, powerW, socPercent },
      finalAmount: bill && bill.grossCents / 100,
    }
  }

  return {
    startElsewhere: (connectorId, cardLabel) =>
      promised(() => {
        const connector = connectorOf(connectorId)
        const card = cardAt(connector, cardLabel)
        const tariff = tariffFor(card, connector)
        if (!tariff) throw new RangeError('No such card may charge here.')
        const attempt = attempts.start({
          ...{ contact, connector, tagId: card.tagId, tariff },
          ...{ operation: 'attemptRemoteStart', authType: 'RFID', invoiced: true },
          ...{ ratePackage: null, stopMinutes: null },
          validUntilMs: clock.now() + DEFAULT_VALIDITY_MS,
        })
        return { attemptId: attempt.id, transactionId: attempt.transactionId }
      }),
    stopElsewhere: (connectorId) =>
      promised(() => {
        const { transaction } = connectorOf(connectorId)
        if (transaction) stops.stop(contact, transaction.id)
      }),
    metered: (sinceMs = -Infinity) =>
      promised(() =>
        contact.chargelogs.flatMap((chargelog) => {
          const { transaction } = chargelog
          if (!transaction || (transaction.endedMs ?? Infinity) < sinceMs) return []
          return [metered(chargelog, transaction)]
        }),
      ),
  }
}
