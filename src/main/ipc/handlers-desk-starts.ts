import path from 'node:path'
import type { deskStartsCommands } from '#contract/commands/desk-starts.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import type { DeskSessions } from '#main/desk/sessions/desk-sessions.ts'
import { exportFailedStarts } from '#main/desk/sessions/failed-starts-csv.ts'
import type { Handlers } from './dispatch.ts'

export interface DeskStartsParts {
  desk: Desk
  sessions: DeskSessions
  /** Where this terminal's files lie. */
  dataDir: string
  nowMs: () => number
}

/** Why starts at this terminal began no charge. */
export function deskStartsHandlers(
  parts: DeskStartsParts,
): Pick<Handlers, keyof typeof deskStartsCommands> {
  const { records } = parts.sessions
  return {
    'desk.failedStarts': (page) => records.failedStarts(page),
    'desk.exportFailedStarts': ({ end }) =>
      carryOut(parts.desk.audit, { action: 'export-failed-starts' }, () =>
        exportFailedStarts(records, {
          folder: path.join(parts.dataDir, 'exports'),
          nowMs: parts.nowMs(),
          end,
        }),
      ),
  }
}
