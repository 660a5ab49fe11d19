import type { Clock } from '#common/clock.ts'
import type { Summary } from '#contract/charging.ts'
import type { Log } from '#main/log.ts'
import type { ChargelogReading } from '#main/site/reading.ts'
import type { ChargelogPartsFragment } from '#platform/generated/main/graphql.ts'
import type { ChargingApi } from './charging-api.ts'
import { grossAmount } from './delivered.ts'
import { firstSummary, nextSummary } from './summary.ts'

/** The summaries of stopped sessions, asked again until the platform has nothing left to add. */
export interface Summaries {
  begin(log: ChargelogReading): void
  get(sessionId: string): Summary | null
  /** When it became complete, or was given up (epoch ms); null while it is still asked for. */
  settledAtMs(sessionId: string): number | null
  end(sessionId: string): void
  close(): void
}

const QUICK_PAUSE_MS = 3_000
const SLOW_PAUSE_MS = 15_000
const QUICK_FOR_MS = 60_000
const GIVE_UP_AFTER_MS = 10 * 60_000
/** A document may come a while after the cost, or never: so long it is waited for. */
const DOCUMENT_WAIT_MS = 30_000

interface Entry {
  summary: Summary
  readonly beganMs: number
  settledMs: number | null
  cancelTimer: () => void
}

export function createSummaries(deps: {
  api: Pick<ChargingApi, 'chargelog'>
  clock: Clock
  log: Log
  /** The platform's clock less ours (ms). */
  skewMs(): number
  isFree(connectorId: string): boolean
  changed(): void
}): Summaries {
  const { api, clock, log } = deps
  const entries = new Map<string, Entry>()

  const isComplete = (parts: ChargelogPartsFragment, entry: Entry): boolean => {
    const isFree = deps.isFree(parts.connector.id)
    const hasCost = parts.cost !== null && grossAmount(parts.cost) !== null
    if (!hasCost && !isFree) return false
    return parts.accountDocument !== null || clock.now() - entry.beganMs >= DOCUMENT_WAIT_MS
  }

  const ask = async (id: string, entry: Entry): Promise<void> => {
    try {
      const parts = await api.chargelog(id)
      if (entries.get(id) !== entry) return
      if (parts) {
        entry.summary = nextSummary(entry.summary, parts, isComplete(parts, entry))
        deps.changed()
      }
    } catch (error) {
      log.warn({ sessionId: id, error: String(error) }, 'summary not delivered')
    }
    if (entries.get(id) === entry) next(id, entry)
  }

  const next = (id: string, entry: Entry): void => {
    const ageMs = clock.now() - entry.beganMs
    if (entry.summary.complete || ageMs >= GIVE_UP_AFTER_MS) {
      entry.settledMs = clock.now()
      if (!entry.summary.complete) log.warn({ sessionId: id }, 'summary stays without cost')
      return
    }
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
      const entry: Entry = {
        summary: firstSummary(chargelog, deps.skewMs()),
        beganMs: clock.now(),
        settledMs: null,
        cancelTimer: () => undefined,
      }
      entries.set(chargelog.id, entry)
      void ask(chargelog.id, entry)
    },
    get: (id) => entries.get(id)?.summary ?? null,
    settledAtMs: (id) => entries.get(id)?.settledMs ?? null,
    end,
    close() {
      for (const id of [...entries.keys()]) end(id)
    },
  }
}
