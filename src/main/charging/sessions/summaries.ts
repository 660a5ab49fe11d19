import type { Clock } from '#common/clock.ts'
import type { Summary } from '#contract/charging.ts'
import type { Log } from '#main/core/log.ts'
import type { ChargelogReading } from '#main/site/reading.ts'
import type { ChargelogPartsFragment } from '#platform/generated/main/graphql.ts'
import type { AccountCurrency } from '#main/charging/offer/account-currency.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import { grossAmount } from '#platform/cost.ts'
import { sessionStatus } from '#main/charging/api/status-words.ts'
import { firstSummary, nextSummary } from './summary.ts'

/**
 * The summaries of stopped sessions, asked again until their sum is final: with the document, or when two
 * answers a minute apart say the same. One that somebody looks at is asked on until then, however long.
 */
export interface Summaries {
  begin(log: ChargelogReading): void
  get(sessionId: string): Summary | null
  /** Somebody looks at this session now, or at none. */
  watch(sessionId: string | null): void
  /** When it became complete, or was given up (epoch ms); null while it is still asked for. */
  settledAtMs(sessionId: string): number | null
  end(sessionId: string): void
  close(): void
}

const QUICK_PAUSE_MS = 3_000
const SLOW_PAUSE_MS = 15_000
const QUICK_FOR_MS = 60_000
const GIVE_UP_AFTER_MS = 10 * 60_000
/** A platform may show the running cost for a while: only answers that are this far apart can agree. */
const AGREE_AFTER_MS = 60_000

interface Entry {
  summary: Summary
  readonly beganMs: number
  settledMs: number | null
  /** What was last said of energy and cost, and since when. */
  said: { readonly text: string; readonly sinceMs: number }
  cancelTimer: () => void
}

interface SummariesDeps {
  api: Pick<ChargingApi, 'chargelog'>
  clock: Clock
  log: Log
  /** The platform's clock less ours (ms). */
  skewMs(): number
  isFree(connectorId: string): boolean
  currency: Pick<AccountCurrency, 'ask'>
  changed(): void
}

export function createSummaries(deps: SummariesDeps): Summaries {
  const { api, clock, log } = deps
  const entries = new Map<string, Entry>()
  let watchedId: string | null = null

  const ask = async (id: string, entry: Entry): Promise<void> => {
    try {
      const parts = await api.chargelog(id)
      const lacksCurrency = parts?.cost && parts.cost.currency === null
      const currency = lacksCurrency ? await deps.currency.ask() : null
      if (entries.get(id) !== entry) return
      if (parts) {
        const isFinal = isSumFinal(parts, entry, deps)
        entry.summary = nextSummary(entry.summary, parts, isFinal, currency)
        deps.changed()
      }
    } catch (error) {
      log.warn({ sessionId: id, error: String(error) }, 'summary not delivered')
    }
    if (entries.get(id) === entry) next(id, entry)
  }

  const next = (id: string, entry: Entry): void => {
    const ageMs = clock.now() - entry.beganMs
    entry.cancelTimer()
    const isFinalNow = entry.summary.complete
    const isLate = ageMs >= GIVE_UP_AFTER_MS
    if (isLate && !isFinalNow && entry.settledMs === null) {
      log.warn({ sessionId: id }, 'the sum of a session is not final after a while')
    }
    if (isFinalNow || isLate) entry.settledMs ??= clock.now()
    if (isFinalNow || (isLate && id !== watchedId)) return
    const pauseMs = ageMs < QUICK_FOR_MS ? QUICK_PAUSE_MS : SLOW_PAUSE_MS
    entry.cancelTimer = clock.setTimer(pauseMs, () => void ask(id, entry))
  }

  const end = (id: string): void => {
    entries.get(id)?.cancelTimer()
    entries.delete(id)
  }

  return {
    begin(chargelog) {
      if (entries.has(chargelog.id)) return
      const entry = newEntry(firstSummary(chargelog, deps.skewMs()), clock.now())
      entries.set(chargelog.id, entry)
      void ask(chargelog.id, entry)
    },
    get: (id) => entries.get(id)?.summary ?? null,
    watch(id) {
      if (id === watchedId) return
      watchedId = id
      const entry = id === null ? undefined : entries.get(id)
      if (id !== null && entry) next(id, entry)
    },
    settledAtMs: (id) => entries.get(id)?.settledMs ?? null,
    end,
    close() {
      for (const id of [...entries.keys()]) end(id)
    },
  }
}

const newEntry = (summary: Summary, nowMs: number): Entry => ({
  summary,
  beganMs: nowMs,
  settledMs: null,
  said: { text: '', sinceMs: nowMs },
  cancelTimer: () => undefined,
})

/** Whether this answer's sum is final; it is remembered for the next answer to agree with. */
function isSumFinal(
  parts: ChargelogPartsFragment,
  entry: Entry,
  { clock, isFree }: Pick<SummariesDeps, 'clock' | 'isFree'>,
): boolean {
  const nowMs = clock.now()
  const text = JSON.stringify([parts.energyConsumption, parts.cost])
  if (text !== entry.said.text) entry.said = { text, sinceMs: nowMs }
  if (isFree(parts.connector.id)) return sessionStatus(parts.status) === 'stopped'
  if (parts.cost === null || grossAmount(parts.cost) === null) return false
  return parts.accountDocument !== null || nowMs - entry.said.sinceMs >= AGREE_AFTER_MS
}
