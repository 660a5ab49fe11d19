import { randomUUID } from 'node:crypto'
import type { Clock } from '#common/clock.ts'
import { matchesText } from '#common/text-match.ts'
import type { SessionExport, SessionFilter } from '#contract/desk-sessions.ts'
import type { Failure } from '#contract/errors.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'
import { searchedParts } from '#platform/session-history.ts'
import { purgeExports, writeExport } from './export-file.ts'
import { exportRow, type ExportRow } from './export-row.ts'
import { historyPages } from './history.ts'
import type { SessionRecords } from './session-records.ts'

/** Lists of sessions that are written into files, one at a time, page by page. */
export interface Exports {
  last(): SessionExport | null
  /** Throws a CommandError `invalid` while another one is under way. */
  start(request: { filter: SessionFilter; language: string }): { exportId: string }
  /** Nothing is left of its file; one that is over stays as it is. */
  cancel(exportId: string): void
  /** Removes files that the operator's time is over for. */
  purge(): void
  close(): void
}

export function createExports(deps: {
  platform: Platform
  records: Pick<SessionRecords, 'notes'>
  clock: Clock
  log: Log
  /** Where the files go. */
  folder: string
  timeZone: string
  keepMs: () => number
  /** How far it is. */
  onProgress(progress: SessionExport): void
}): Exports {
  const { platform, records, clock, log, folder, timeZone } = deps
  let last: SessionExport | null = null
  let running: AbortController | null = null

  const tell = (progress: SessionExport): void => {
    last = progress
    deps.onProgress(progress)
  }

  async function* rowsOf(filter: SessionFilter, signal: AbortSignal): AsyncGenerator<ExportRow> {
    for await (const part of historyPages(platform, filter, signal)) {
      const { logs, missing, total, mayLack } = part
      const ids = logs.map(({ id }) => id)
      const notes = new Map(records.notes(ids).map((note) => [note.sessionId, note]))
      const wanted = logs.filter((each) =>
        matchesText(filter.text, searchedParts(each, notes.get(each.id))),
      )
      for (const each of wanted) yield exportRow(each, notes.get(each.id), timeZone)
      if (!last) return
      const { read, rows } = last
      const known = { total: total ?? last.total, missing: last.missing + missing, mayLack }
      tell({ ...last, ...known, read: read + logs.length, rows: rows + wanted.length })
    }
  }

  const run = async (
    begun: SessionExport,
    request: { filter: SessionFilter; language: string },
    signal: AbortSignal,
  ): Promise<void> => {
    const now = (): SessionExport => last ?? begun
    try {
      const rows = rowsOf(request.filter, signal)
      const atMs = clock.now()
      const { language } = request
      const file = await writeExport({ folder, rows, language, atMs, timeZone, signal })
      tell({ ...now(), state: 'done', file })
    } catch (error) {
      if (signal.aborted) tell({ ...now(), state: 'cancelled' })
      else tell({ ...now(), state: 'failed', failure: failureFrom(error, log) })
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
      tell(begun)
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

function failureFrom(error: unknown, log: Log): Failure {
  if (error instanceof PlatformError || error instanceof CommandError) return error.failure
  if (error instanceof Error && 'syscall' in error) {
    return failureOf('storage', `The file cannot be written: ${error.message}`)
  }
  log.error({ stack: error instanceof Error ? error.stack : typeof error }, 'an export broke')
  return failureOf('internal', 'The export failed unexpectedly.')
}
