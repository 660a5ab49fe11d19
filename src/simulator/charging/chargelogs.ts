import type { Clock } from '#common/clock.ts'
import type { Faults } from '../faults/faults.ts'
import type { Random } from '../random.ts'
import type { Contact } from '../state/account.ts'
import { forgetOldest } from '../state/latest.ts'
import type { Chargelog, Connector, MeterReading, Transaction } from '../state/model.ts'
import { createBills } from './bills.ts'
import type { Bill } from './cost.ts'
import type { Tempo } from './hesitation.ts'
import { createInvoicing } from './invoices.ts'
import { lastReading, METER_INTERVAL_MS, readMeter } from './meter.ts'
import type { RatePackage, Tariff } from './tariffs.ts'
import type { Ground } from './transactions.ts'

export interface NewChargelog {
  contact: Contact
  connector: Connector
  tagId: string
  authType: string
  tariff: Tariff
  ratePackage: RatePackage | null
  invoiced: boolean
}

/** The platform's records of charging sessions. */
export interface Chargelogs {
  create(facts: NewChargelog, startedMs?: number): Chargelog
  /** The station has started the transaction that the record waited for. */
  attach(chargelog: Chargelog, transaction: Transaction): void
  /** The transaction that the record waited for will not come. */
  abandon(chargelog: Chargelog): void
  /** The latest meter values that have reached the platform (by `nowMs`; default: now). */
  reading(chargelog: Chargelog, nowMs?: number): MeterReading | null
  /** The cost that the platform has computed so far: with each meter value, not in between. */
  bill(chargelog: Chargelog): Bill | null
  /** The final cost; null while it runs, and where nothing is billed. */
  finalBill(chargelog: Chargelog): Bill | null
  /** From now on (until `thaw`) no meter values reach the platform. */
  freeze(): void
  thaw(): void
}

/** The platform bills a stopped session after this time, in ms. */
const INVOICE_DELAY_MS = 5_000

interface Parts {
  clock: Clock
  ground: Ground
  ids: Random
  tempo: Tempo
  faults: Faults
}

export function createChargelogs({ clock, ground, ids, tempo, faults }: Parts): Chargelogs {
  const owners = new WeakMap<Chargelog, Contact>()
  let frozenMs: number | null = null

  const reading: Chargelogs['reading'] = (chargelog, nowMs = clock.now()) => {
    if (chargelog.final) return chargelog.final
    const { transaction } = chargelog
    if (!transaction) return null
    const sentMs = Math.min(nowMs, frozenMs ?? nowMs)
    return lastReading(transaction, sentMs, METER_INTERVAL_MS * tempo.pace)
  }
  const bills = createBills({ clock, faults, reading })
  const invoice = createInvoicing(clock, ids)

  ground.ended.on((transaction) => {
    const { chargelog, endedMs } = transaction
    if (!chargelog || endedMs === null) return
    chargelog.status = 'stopped'
    chargelog.endedMs = endedMs
    chargelog.final = readMeter(transaction, endedMs)
    chargelog.meterEndWh = transaction.meterStartWh + chargelog.final.energyWh
    const owner = owners.get(chargelog)
    if (!owner || !chargelog.invoiced) return
    const lateMs = bills.close(chargelog, endedMs)
    clock.setTimer(lateMs + INVOICE_DELAY_MS * tempo.pace, () => {
      invoice(chargelog, owner)
    })
  })

  return {
    reading,
    bill: bills.soFar,
    finalBill: bills.final,
    create(facts, startedMs = clock.now()) {
      const { contact } = facts
      const chargelog = newChargelog(facts, ids.uuid(), startedMs)
      owners.set(chargelog, contact)
      contact.chargelogs.push(chargelog)
      forgetOldest(contact.chargelogs, ({ endedMs }) => endedMs !== null)
      return chargelog
    },
    attach(chargelog, transaction) {
      chargelog.transaction = transaction
      chargelog.status = 'started'
      chargelog.sessionId = ids.uuid()
      chargelog.startedMs = transaction.startedMs
      chargelog.meterStartWh = transaction.meterStartWh
      const { tellsSoc, socPercent } = transaction.vehicle
      chargelog.socStartPercent = tellsSoc ? Math.floor(socPercent) : null
    },
    abandon(chargelog) {
      chargelog.status = 'stopped'
      chargelog.endedMs = clock.now()
      chargelog.final = { atMs: clock.now(), energyWh: 0, powerW: 0, socPercent: null }
    },
    freeze() {
      frozenMs = clock.now()
    },
    thaw() {
      frozenMs = null
    },
  }
}

function newChargelog(facts: NewChargelog, id: string, startedMs: number): Chargelog {
  const { contact, ...rest } = facts
  return {
    ...rest,
    id,
    contactId: contact.id,
    status: 'waiting_for_transaction',
    sessionId: null,
    transaction: null,
    startedMs,
    endedMs: null,
    meterStartWh: null,
    meterEndWh: null,
    socStartPercent: null,
    final: null,
    document: null,
  }
}
