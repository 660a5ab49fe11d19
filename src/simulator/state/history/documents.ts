import type { Random } from '../../random.ts'
import { createRandom } from '../../random.ts'
import type { AccountDocument, Chargelog, DocumentType } from '../model.ts'
import type { PastFacts } from './sessions.ts'

const MS_PER_HOUR = 3_600_000
const MS_PER_DAY = 86_400_000
/** A collective invoice covers so many days. */
const PERIOD_DAYS = 15
const PERIOD_MS = PERIOD_DAYS * MS_PER_DAY
/** Sessions that ended in the last hours are not billed yet. */
const UNBILLED_MS = 12 * MS_PER_HOUR

/** What else is in a house's post, by how many days before the start it came. */
const OTHERS: readonly (readonly [DocumentType, string, number])[] = [
  ['creditnote', 'Credit note 0003: power cut at the fast charger', 20],
  ['receipt', 'Receipt for card FCD-0001001', 64],
  ['statement', 'Statement of account, half a year', 97],
  ['reminder', 'Payment reminder', 163],
  ['cancellation', 'Cancellation of invoice 0021', 231],
  ['creditnote', 'Credit note 0002', 232],
  ['statement', 'Statement of account, half a year', 279],
  ['creditnote', 'Credit note 0001', 402],
]

/**
 * The account's documents, newest first. Every billed session of the past is put on the collective
 * invoice of its fifteen days.
 */
export function writeDocuments(
  facts: PastFacts,
  chargelogs: readonly Chargelog[],
): AccountDocument[] {
  const { seed, nowMs, contactId } = facts
  const random = createRandom(seed, 'past documents')
  const billedMs = nowMs - UNBILLED_MS
  const document = (type: DocumentType, title: string, issuedMs: number): AccountDocument => ({
    id: random.uuid(),
    contactId,
    type,
    title,
    issuedMs,
  })
  const periods = Map.groupBy(
    chargelogs.filter(
      ({ invoiced, endedMs }) => invoiced && endedMs !== null && endedMs < billedMs,
    ),
    ({ endedMs }) => Math.floor((billedMs - (endedMs ?? 0)) / PERIOD_MS),
  )
  const count = periods.size
  const invoices = [...periods.keys()].map((period, index) => {
    const toMs = billedMs - period * PERIOD_MS
    const title = `Invoice ${numberOf(count - index)}: ${dayOf(toMs - PERIOD_MS)} to ${dayOf(toMs)}`
    const invoice = document('invoice', title, toMs)
    for (const chargelog of periods.get(period) ?? []) chargelog.document = invoice
    return invoice
  })
  const others = OTHERS.map(([type, title, daysAgo]) =>
    document(type, title, nowMs - daysAgo * MS_PER_DAY + noise(random)),
  )
  return [...invoices, ...others].sort((a, b) => b.issuedMs - a.issuedMs)
}

const numberOf = (count: number): string => String(count).padStart(4, '0')

const dayOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10)

const noise = (random: Random): number => random.whole(0, 8) * MS_PER_HOUR
