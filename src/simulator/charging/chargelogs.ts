import type { Clock } from '#common/clock.ts'
import type { Faults } from '../faults/faults.ts'
import type { Random } from '../random.ts'
import type { Contact } from '../state/account.ts'
import { forgetOldest } from '../state/latest.ts'
import type { Chargelog, Connector, MeterReading, Transaction } from '../state/model.ts'
import type { Bill } from './cost.ts'
import { billFor } from './cost.ts'
import type { Tempo } from './hesitation.ts'
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

/** A sum that is answered too early grows by this much in each of these times. */
const LATE_SUM = { defaultMs: 40_000, stepMs: 20_000, share: 0.1 }

export function createChargelogs({ clock, ground, ids, tempo, faults }: Parts): Chargelogs {
  /** When the sum of a session that has ended is right (epoch ms). */
  const sumsDue = new WeakMap<Chargelog, number>()
  const owners = new WeakMap<Chargelog, Contact>()
  let frozenMs: number | null = null
  let invoiceCount = 0

  const invoice = (chargelog: Chargelog, contact: Contact): void => {
    invoiceCount += 1
    const year = new Date(clock.now()).getUTCFullYear()
    chargelog.document = {
      id: ids.uuid(),
      contactId: contact.id,
      type: 'invoice',
      title: `Invoice ${String(year)}-${String(1000 + invoiceCount)}`,
      issuedMs: clock.now(),
    }
    contact.documents.push(chargelog.document)
    forgetOldest(contact.documents)
  }

  ground.ended.on((transaction) => {
    const { chargelog, endedMs } = transaction
    if (!chargelog || endedMs === null) return
    const final = readMeter(transaction, endedMs)
    chargelog.status = 'stopped'
    chargelog.endedMs = endedMs
    chargelog.final = final
    chargelog.meterEndWh = transaction.meterStartWh + final.energyWh
    const owner = owners.get(chargelog)
    if (!owner || !chargelog.invoiced) return
    const late = faults.take('lateSum', ['chargelog'])
    const lateMs = late ? (late.ms ?? LATE_SUM.defaultMs) : 0
    sumsDue.set(chargelog, endedMs + lateMs)
    clock.setTimer(lateMs + INVOICE_DELAY_MS * tempo.pace, () => {
      invoice(chargelog, owner)
    })
  })

  const reading: Chargelogs['reading'] = (chargelog, nowMs = clock.now()) => {
    if (chargelog.final) return chargelog.final
    const { transaction } = chargelog
    if (!transaction) return null
    const sentMs = Math.min(nowMs, frozenMs ?? nowMs)
    return lastReading(transaction, sentMs, METER_INTERVAL_MS * tempo.pace)
  }

  const billed = (chargelog: Chargelog, share: number): Bill | null => {
    const latest = reading(chargelog)
    if (!latest || !chargelog.invoiced) return null
    const { tariff, ratePackage, startedMs } = chargelog
    const durationMs = latest.atMs - startedMs
    const energyWh = Math.round(latest.energyWh * share)
    return billFor({ energyWh, durationMs, tariff, ratePackage })
  }

  return {
    reading,
    create(facts, startedMs = clock.now()) {
      const { contact, ...rest } = facts
      const chargelog: Chargelog = {
        ...rest,
        id: ids.uuid(),
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
    bill(chargelog) {
      const missingMs = Math.max(0, (sumsDue.get(chargelog) ?? 0) - clock.now())
      const steps = Math.ceil(missingMs / LATE_SUM.stepMs)
      return billed(chargelog, Math.max(0, 1 - steps * LATE_SUM.share))
    },
    finalBill: (chargelog) => (chargelog.final ? billed(chargelog, 1) : null),
    freeze() {
      frozenMs = clock.now()
    },
    thaw() {
      frozenMs = null
    },
  }
}
