import { platformTimeMs } from '#common/platform-time.ts'
import { stickerNumber } from '#common/plug-number.ts'
import type { SessionFilter } from '#contract/desk-sessions.ts'

const statuses = { all: null, running: 'started', ended: 'stopped' } as const

/** The part of a filter that the platform understands, as variables of `chargelogsPaged` (L524). */
export function historyVariables({ status, fromMs, untilMs }: SessionFilter): {
  filters: { status: 'started' | 'stopped' } | null
  timeframe: { start: string | null; end: string | null } | null
} {
  const word = statuses[status]
  const iso = (ms: number | null): string | null =>
    ms === null ? null : new Date(ms).toISOString()
  const hasFrame = fromMs !== null || untilMs !== null
  return {
    filters: word && { status: word },
    timeframe: hasFrame ? { start: iso(fromMs), end: iso(untilMs) } : null,
  }
}

/** So long after its end a sum without a document may still be the running one, or lack a fee. */
const SUM_CHANGES_FOR_MS = 10 * 60_000

/** Whether a session's sum (type Chargelog, L3473) is taken for final at `platformNowMs`. */
export function isSumFinal(
  log: { accountDocument: unknown; dateEnd: string | null },
  platformNowMs: number,
): boolean {
  if (log.accountDocument !== null) return true
  const endedAtMs = platformTimeMs(log.dateEnd)
  return endedAtMs !== null && platformNowMs - endedAtMs >= SUM_CHANGES_FOR_MS
}

interface HistoryConnector {
  label: string | null
  evseId: string | null
  physicalReference: string | null
  cp: { label: string | null; publicName: string | null } | null
}

/** The number on a connector's sticker, else what the platform calls it. */
export const connectorNumber = (connector: HistoryConnector): string =>
  stickerNumber(connector) ?? ''

/** The station's name for people. */
export const stationName = ({ cp }: HistoryConnector): string | null =>
  filled(cp?.publicName) ?? filled(cp?.label)

/** What of a session is looked through for a text. */
export function searchedParts(
  log: {
    connector: HistoryConnector
    rateName: string | null
    accountDocument: { title: string | null } | null
  },
  note: { bookingReference: string | null; note: string | null } | undefined,
): (string | null)[] {
  const { connector } = log
  return [
    connectorNumber(connector),
    connector.evseId,
    stationName(connector),
    log.rateName,
    log.accountDocument?.title ?? null,
    note?.bookingReference ?? null,
    note?.note ?? null,
  ]
}

const filled = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text.trim() === '' ? null : text.trim()
