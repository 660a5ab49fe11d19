import type { deskSessionsCommands } from '#contract/commands/desk-sessions.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import type { DeskSessions } from '#main/desk/sessions/desk-sessions.ts'
import type { Receipts } from '#main/receipt/receipts.ts'
import type { DeskSettings } from '#main/settings/desk-settings.ts'
import type { Handlers } from './dispatch.ts'

export interface DeskSessionsParts {
  desk: Desk
  deskSettings: () => DeskSettings
  sessions: DeskSessions
  receipts: Receipts
}

const DAY_MS = 24 * 3_600_000

/** What staff do with the account's sessions. The trail says what was done, never what was written. */
export function deskSessionsHandlers(
  parts: DeskSessionsParts,
): Pick<Handlers, keyof typeof deskSessionsCommands> {
  const { receipts } = parts
  const { records, exports } = parts.sessions
  const { audit } = parts.desk
  const keepDays = (): number => parts.deskSettings().keepNotesMs / DAY_MS
  return {
    'desk.sessionNotes': ({ sessionIds }) => records.notes(sessionIds),
    'desk.sessionRecord': ({ sessionId }) => {
      const [note] = records.notes([sessionId])
      return {
        bookingReference: note?.bookingReference ?? null,
        note: note?.note ?? null,
        powerCurve: records.curve(sessionId),
        keepDays: keepDays(),
      }
    },
    'desk.setNote': async (note) => {
      await carryOut(audit, { action: 'set-note', subject: note.sessionId }, () => {
        records.setNote(note)
      })
      return null
    },
    'desk.printReceipt': async (request) => {
      const event = { action: 'print-receipt', subject: request.sessionId }
      await carryOut(audit, event, () => receipts.printAny(request))
      return null
    },
    'desk.exportSessions': (request) => {
      const { status, fromMs, untilMs, text } = request.filter
      const iso = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString())
      const frame = { from: iso(fromMs), until: iso(untilMs) }
      const chosen = request.sessionIds ? { chosen: String(request.sessionIds.length) } : {}
      const kind = request.kind ?? 'sessions'
      const details = { kind, status, ...frame, byText: text === '' ? 'no' : 'yes', ...chosen }
      return carryOut(audit, { action: 'export-sessions', details }, () => exports.start(request))
    },
    'desk.exportChart': (chart) => {
      const details = { kind: chart.content.kind }
      return carryOut(audit, { action: 'export-chart', subject: chart.name, details }, () =>
        parts.sessions.chart(chart),
      )
    },
    'desk.cancelExport': ({ exportId }) => {
      exports.cancel(exportId)
      return null
    },
    'desk.lastExport': () => ({ last: exports.last(), keepDays: keepDays() }),
  }
}
