import { createHash } from 'node:crypto'
import type { Clock } from '#common/clock.ts'
import type { SessionExport } from '#contract/desk-sessions.ts'
import type { Log } from '#main/log.ts'
import type { Platform } from '#main/platform/platform.ts'
import { daily } from '../daily.ts'
import { createExports, type Exports } from './exports.ts'
import type { RecordStore, SessionRecords } from './session-records.ts'

/** What the desk keeps and writes of one account's sessions. */
export interface DeskSessions {
  readonly records: SessionRecords
  readonly exports: Exports
  close(): void
}

export function createDeskSessions(deps: {
  store: RecordStore
  platform: Platform
  clock: Clock
  log: Log
  /** Whose sessions they are, e.g. endpoint and username; only its hash is kept. */
  owner: readonly (string | null)[]
  /** The demo network has a new past at each launch. */
  isDemo: boolean
  /** Where exported lists go. */
  folder: string
  timeZone: string
  keepMs: () => number
  onProgress(progress: SessionExport): void
}): DeskSessions {
  const { store, clock, log, owner, isDemo } = deps
  const account = hashOf(isDemo ? 'demo' : JSON.stringify(owner))
  if (isDemo) store.forget(account)
  const records = store.of(account)
  const exports = createExports({ ...deps, records })
  const stopPurging = daily(clock, log, exports.purge)
  return {
    records,
    exports,
    close() {
      stopPurging()
      exports.close()
    },
  }
}

const hashOf = (name: string): string => createHash('sha256').update(name).digest('base64url')
