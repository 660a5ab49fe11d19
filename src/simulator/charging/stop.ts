import type { Clock } from '#common/clock.ts'
import { LatestMap } from '#common/latest-map.ts'
import type { Faults } from '../faults/faults.ts'
import type { Contact } from '../state/account.ts'
import { KEPT } from '../state/latest.ts'
import type { Transaction } from '../state/model.ts'
import type { Hesitation } from './hesitation.ts'
import type { Ground } from './transactions.ts'

/** What the station said to a stop (RemoteStopResponse, L6077). */
export interface StopAnswer {
  code: number
  status: 'ACCEPTED' | 'REJECTED'
  title: string
  message: string
}

export interface Stops {
  /** The transaction of a start response: who asked for the start may stop it, even where another pays. */
  tell(contact: Contact, transactionId: string): void
  /** Takes a chargelog's sessionId or the transaction of a start response. */
  stop(contact: Contact, transaction: string): StopAnswer
}

const OPERATIONS = ['remoteStop']

export function createStops(
  clock: Clock,
  ground: Ground,
  faults: Faults,
  hesitation: Hesitation,
): Stops {
  const starters = new LatestMap<string, Contact>(KEPT)
  const begun = new Map<string, Transaction>()
  ground.began.on((transaction) => {
    if (starters.has(transaction.id)) begun.set(transaction.id, transaction)
  })
  ground.ended.on(({ id }) => {
    begun.delete(id)
  })

  return {
    tell(contact, transactionId) {
      starters.set(transactionId, contact)
    },
    stop(contact, name) {
      const chargelog = contact.chargelogs.find(
        ({ sessionId, transaction }) => sessionId === name || transaction?.id === name,
      )
      const asked = starters.get(name) === contact ? begun.get(name) : undefined
      const transaction = chargelog?.transaction ?? asked
      if (transaction?.endedMs !== null) return rejected(404, 'No running session of yours.')
      if (!transaction.connector.station.online) return rejected(503, 'The station is offline.')
      if (faults.take('stopRejected', OPERATIONS)) return rejected(409, 'Rejected by the station.')
      if (!faults.take('stopSilent', OPERATIONS)) {
        clock.setTimer(hesitation(1_000, 2_000), () => {
          ground.end(transaction)
        })
      }
      return {
        code: 200,
        status: 'ACCEPTED',
        title: 'Stop Accepted',
        message: 'Remote stop accepted.',
      }
    },
  }
}

function rejected(code: number, message: string): StopAnswer {
  return { code, status: 'REJECTED', title: 'Stop Rejected', message }
}
