import type { Clock } from '#common/clock.ts'
import type { Random } from '../random.ts'
import type { Contact } from '../state/account.ts'
import { forgetOldest } from '../state/latest.ts'
import type { Chargelog } from '../state/model.ts'

/** Writes the invoice of a session and puts it among its contact's documents. */
export type Invoice = (chargelog: Chargelog, contact: Contact) => void

export function createInvoicing(clock: Clock, ids: Random): Invoice {
  let count = 0
  return (chargelog, contact) => {
    count += 1
    const year = new Date(clock.now()).getUTCFullYear()
    chargelog.document = {
      id: ids.uuid(),
      contactId: contact.id,
      type: 'invoice',
      title: `Invoice ${String(year)}-${String(1000 + count)}`,
      issuedMs: clock.now(),
    }
    contact.documents.push(chargelog.document)
    forgetOldest(contact.documents)
  }
}
