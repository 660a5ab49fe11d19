import german from '#renderer/locales/de/export.json' with { type: 'json' }
import english from '#renderer/locales/en/export.json' with { type: 'json' }
import { sessionStatus } from '#platform/session-status.ts'
import type { SessionExportKind } from '#contract/desk-sessions.ts'
import type { ExportRow } from './export-row.ts'
import type { SumRow } from './export-sums.ts'
import type { Starter } from './session-starters.ts'

export type ExportColumn = { key: string; header: string }

const wordsIn = (language: string): typeof english =>
  language.toLowerCase().startsWith('de') ? german : english

const ROW_KEYS: readonly (keyof ExportRow)[] = [
  ...(['start', 'end', 'connector', 'evseId', 'station', 'energyKWh', 'meterStart'] as const),
  ...(['meterEnd', 'net', 'tax', 'gross', 'currency', 'rate', 'bookingReference'] as const),
  ...(['note', 'sessionId', 'status', 'site', 'taxRate', 'authorisedBy', 'startedBy'] as const),
  'invoice',
]
const SUM_KEYS: readonly Exclude<keyof SumRow, 'group'>[] = [
  ...(['sessions', 'running', 'withoutSum', 'energyKWh', 'net', 'tax', 'gross'] as const),
  'currency',
]

/** What stands before the sums of what has ended, below a list. */
export const totalTitle = (language: string): string => wordsIn(language).total

/** Who began a session, in the language (BCP 47 tag) of the desk. */
export function starterWords(language: string): (starter: Starter | undefined) => string {
  const { byGuest, byDesk, notTold } = wordsIn(language)
  return (starter) => {
    if (!starter) return notTold
    if (starter.startedBy === 'guest') return byGuest
    return starter.person === null ? byDesk : `${byDesk}: ${starter.person}`
  }
}

/** What a session without a booking reference is grouped under. */
export const withoutReference = (language: string): string => wordsIn(language).withoutReference

/** What a status as delivered is called; as it is where nobody knows it. */
export function statusWords(language: string): (status: string) => string {
  const { hasEnded, isRunning } = wordsIn(language)
  const words = { stopped: hasEnded, charging: isRunning, waiting: isRunning, unknown: null }
  return (status) => words[sessionStatus(status)] ?? status
}

/** The columns in their order, each with its heading in the language (BCP 47 tag) of the desk. */
export function exportColumns(language: string, kind: SessionExportKind): ExportColumn[] {
  const words = wordsIn(language)
  if (kind === 'sessions') return ROW_KEYS.map((key) => ({ key, header: words[key] }))
  const group = kind === 'by-reference' ? words.bookingReference : words.startedBy
  return [{ key: 'group', header: group }, ...SUM_KEYS.map((key) => ({ key, header: words[key] }))]
}
