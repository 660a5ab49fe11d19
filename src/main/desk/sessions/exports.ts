import { randomUUID } from 'node:crypto'
import type { Clock } from '#common/clock.ts'
import { matchesText } from '#common/text-match.ts'
import type { SessionExport, SessionExportKind, SessionFilter } from '#contract/desk-sessions.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { Platform } from '#main/platform/platform.ts'
import { searchedParts } from '#platform/session-history.ts'
import { failureFrom } from './export-failure.ts'
import { purgeExports, writeExport } from './export-file.ts'
import { exportRow, hasEnded, type ExportRow } from './export-row.ts'
import { createSums, totalRow, type SumRow } from './export-sums.ts'
import {
  exportColumns,
  starterWords,
  statusWords,
  totalTitle,
  withoutReference,
} from './export-words.ts'
import { historyPages } from './history.ts'
import type { SessionRecords } from './session-records.ts'

interface ExportRequest {
  filter: SessionFilter
  language: string
  /** These alone of what the filter leaves; the rest of the history is not asked for once they are found. */
  sessionIds?: readonly string[] | undefined
  /** What there is a row for; each session unless told. */
  kind?: SessionExportKind | undefined
}

/** Lists of sessions that are written into files, one at a time, page by page. */
export interface Exports {
  last(): SessionExport | null
  /** Throws a CommandError `invalid` while another one is under way. */
  start(request: ExportRequest): { exportId: string }
  /** Nothing is left of its file; one that is over stays as it is. */
  cancel(exportId: string): void
  /** Removes files that the operator's time is over for. */
  purge(): void
  close(): void
}

interface ExportsDeps {
  platform: Platform
  records: Pick<SessionRecords, 'notes' | 'starters'>
  clock: Clock
  log: Log
  /** Where the files go. */
  folder: string
  timeZone: string
  keepMs: () => number
  /** How far it is. */
  onProgress(progress: SessionExport): void
}

export function createExports(deps: ExportsDeps): Exports {
  const { clock, log, folder, timeZone } = deps
  let last: SessionExport | null = null
  let running: AbortController | null = null

  const report = (progress: SessionExport): void => {
    last = progress
    deps.onProgress(progress)
  }

  const run = async (
    begun: SessionExport,
    request: ExportRequest,
    signal: AbortSignal,
  ): Promise<void> => {
    const now = (): SessionExport => last ?? begun
    const { language, kind = 'sessions' } = request
    const columns = exportColumns(language, kind)
    const name = kind === 'sessions' ? 'sessions' : 'sums'
    const rows = rowsOf(deps, request, signal, (part) => {
      report(withPart(now(), part))
    })
    try {
      const atMs = clock.now()
      const file = await writeExport({
        ...{ folder, name, rows, columns, language, atMs, timeZone, signal },
      })
      report({ ...now(), state: 'done', file })
    } catch (error) {
      if (signal.aborted) report({ ...now(), state: 'cancelled' })
      else report({ ...now(), state: 'failed', failure: failureFrom(error, log) })
    }
  }

  return {
    last: () => last,
    start(request) {
      if (running) throw new CommandError(failureOf('invalid', 'An export is under way.'))
      const controller = new AbortController()
      running = controller
      const begun: SessionExport = {
        id: randomUUID(),
        state: 'running',
        ...{ read: 0, rows: 0, missing: 0, total: null, mayLack: false, file: null, failure: null },
      }
      report(begun)
      void run(begun, request, controller.signal).finally(() => {
        running = null
      })
      return { exportId: begun.id }
    },
    cancel(exportId) {
      if (last?.id === exportId) running?.abort()
    },
    purge() {
      if (!running) purgeExports(folder, clock.now() - deps.keepMs())
    },
    close() {
      running?.abort()
    },
  }
}

/** What one page of the history has brought. */
interface Part {
  read: number
  rows: number
  missing: number
  total: number | null
  mayLack: boolean
}

/** The sessions of the history or their sums by group, and the sums of all at the end; `onPart` after each page. */
async function* rowsOf(
  deps: ExportsDeps,
  request: ExportRequest,
  signal: AbortSignal,
  onPart: (part: Part) => void,
): AsyncGenerator<ExportRow | SumRow> {
  const { language, kind = 'sessions' } = request
  const groups = createSums()
  const all = createSums()
  const title = totalTitle(language)
  for await (const { row, isFinal } of sessionsOf(deps, request, signal, onPart)) {
    all.add(title, row, isFinal)
    if (kind === 'sessions') yield row
    else groups.add(groupOf(row, kind, language), row, isFinal)
  }
  yield* groups.rows(language)
  const totals = all.rows(language)
  if (kind !== 'sessions') yield* totals
  else yield* totals.filter(hasSums).map((sum) => totalRow(title, sum))
}

const hasSums = ({ sessions, running }: SumRow): boolean => sessions > running

const groupOf = (row: ExportRow, kind: SessionExportKind, language: string): string =>
  String(
    kind === 'by-starter' ? row.startedBy : (row.bookingReference ?? withoutReference(language)),
  )

/** The sessions that are wanted, and whether the sums of each are final. */
async function* sessionsOf(
  { platform, records, timeZone }: ExportsDeps,
  { filter, language, sessionIds }: ExportRequest,
  signal: AbortSignal,
  onPart: (part: Part) => void,
): AsyncGenerator<{ row: ExportRow; isFinal: boolean }> {
  const chosen = sessionIds && new Set(sessionIds)
  const starter = starterWords(language)
  const statusWord = statusWords(language)
  for await (const part of historyPages(platform, filter, signal)) {
    const { logs, missing, total, mayLack } = part
    const ids = logs.map(({ id }) => id)
    const notes = new Map(records.notes(ids).map((note) => [note.sessionId, note]))
    const starters = records.starters(ids)
    const wanted = logs.filter(
      (each) =>
        (!chosen || chosen.delete(each.id)) &&
        matchesText(filter.text, searchedParts(each, notes.get(each.id))),
    )
    for (const each of wanted) {
      const startedBy = starter(starters.get(each.id))
      const kept = { note: notes.get(each.id), startedBy, status: statusWord(each.status) }
      yield { row: exportRow(each, kept, timeZone), isFinal: hasEnded(each) }
    }
    onPart({ read: logs.length, rows: wanted.length, missing, total, mayLack })
    if (chosen?.size === 0) break
  }
}

function withPart(progress: SessionExport, part: Part): SessionExport {
  return {
    ...progress,
    read: progress.read + part.read,
    rows: progress.rows + part.rows,
    missing: progress.missing + part.missing,
    total: part.total ?? progress.total,
    mayLack: part.mayLack,
  }
}
