import { decimalSum } from '#common/decimal-sum.ts'
import { isoInZone } from '#common/zone.ts'
import type { SessionNote } from '#contract/desk-sessions.ts'
import { timeOf } from '#main/site/static.ts'
import { grossAmount } from '#platform/cost.ts'
import { connectorNumber, stationName } from '#platform/session-history.ts'
import { sessionStatus } from '#platform/session-status.ts'
import type { HistoryLog } from './history.ts'

type Cell = string | number | null

/** One session in a file. Numbers and texts as delivered; only the sums are computed. */
export interface ExportRow {
  /** ISO 8601 with the site's offset from UTC. */
  readonly start: Cell
  readonly end: Cell
  readonly connector: Cell
  readonly evseId: Cell
  readonly station: Cell
  readonly energyKWh: Cell
  /** As delivered: the platform names no unit. */
  readonly meterStart: Cell
  readonly meterEnd: Cell
  /** Sum of the cost lines; the platform gives no total for it. Null where a line does not tell. */
  readonly net: Cell
  readonly tax: Cell
  readonly gross: Cell
  readonly currency: Cell
  readonly rate: Cell
  readonly bookingReference: Cell
  readonly note: Cell
  readonly sessionId: Cell
  /** A running one is marked, for its sums are not final; as delivered where the word is not known. */
  readonly status: Cell
  readonly site: Cell
  /** In per cent; several where the lines differ. */
  readonly taxRate: Cell
  /** The kind of card or app that it was authorised with; never its number. */
  readonly authorisedBy: Cell
  /** Guest, or who was at the desk; as far as this terminal knows. */
  readonly startedBy: Cell
  /** The title of the platform's document, which has its number. */
  readonly invoice: Cell
}

/** Whether its sums are final, as far as the platform tells. */
export const hasEnded = (log: Pick<HistoryLog, 'status' | 'dateEnd'>): boolean => {
  const status = sessionStatus(log.status)
  return status === 'stopped' || (status === 'unknown' && log.dateEnd !== null)
}

/**
 * @param kept what this terminal knows of it, and what its status is called
 * @param timeZone IANA name: the site's
 */
export function exportRow(
  log: HistoryLog,
  kept: { note: SessionNote | undefined; startedBy: string; status: string },
  timeZone: string,
): ExportRow {
  const { connector, cost } = log
  const { note, startedBy, status } = kept
  const lines = (cost?.costItems ?? []).filter((line) => line !== null)
  const time = (text: string | null): string | null => {
    const ms = timeOf(text)
    return ms === null ? null : isoInZone(ms, timeZone)
  }
  return {
    start: time(log.dateStart),
    end: time(log.dateEnd),
    connector: connectorNumber(connector),
    evseId: connector.evseId,
    station: stationName(connector),
    energyKWh: log.energyConsumption,
    meterStart: log.meterStart,
    meterEnd: log.meterEnd,
    net: sumOf(lines.map(({ netAmount }) => netAmount)),
    tax: sumOf(lines.map(({ taxAmount }) => taxAmount)),
    gross: cost && grossAmount(cost),
    currency: cost?.currency ?? null,
    rate: log.rateName,
    bookingReference: note?.bookingReference ?? null,
    note: note?.note ?? null,
    sessionId: log.id,
    status,
    site: connector.cp?.site?.label ?? null,
    taxRate: ratesOf(lines.map(({ taxRate }) => taxRate)),
    authorisedBy: log.authType,
    startedBy,
    invoice: log.accountDocument?.title ?? null,
  }
}

function ratesOf(rates: readonly (number | null)[]): Cell {
  const told = new Set(rates.filter((rate) => rate !== null))
  const [only = null] = told
  return told.size > 1 ? [...told].join(' / ') : only
}

/** Null where there is none, or one of them is not told. */
export function sumOf(amounts: readonly (number | null)[]): number | null {
  const told = amounts.filter((amount) => amount !== null)
  return amounts.length === 0 || told.length < amounts.length ? null : decimalSum(told)
}
