import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/log.ts'
import { createCodeGuard } from '#main/secrets/code-guard.ts'
import { createKeptSecret } from '#main/secrets/kept-secret.ts'
import type { DeskSettings } from '#main/settings/desk-settings.ts'
import type { Vault } from '#main/settings/vault.ts'
import { createNoteStore } from '#main/storage/notes.ts'
import { createTriesStore } from '#main/storage/tries.ts'
import { createAccess, type Access } from './access.ts'
import { createAudit, type Audit } from './audit.ts'
import { daily } from './daily.ts'
import { openDeskFile } from './desk-file.ts'
import { createRecordStore, type RecordStore } from './sessions/session-records.ts'
import { openPeople, type People, type PersonWithPin } from './people.ts'

/** The desk's door: who may come in, who is there, what was done. */
export interface Desk {
  readonly access: Access
  readonly people: People
  readonly audit: Audit
  readonly records: RecordStore
  close(): void
}

export interface DeskDeps {
  /** `desk.db`. */
  file: string
  vault: Vault
  log: Log
  /** The machine's own clock. */
  clock: Clock
  settings: () => DeskSettings
  /** Nobody has set this terminal up: whoever stands there may. */
  isUnset: () => boolean
  /** Who may come in as long as nobody was set (the demo's people). */
  examples: readonly PersonWithPin[]
}

/** Opens `desk.db`; throws a CommandError `storage` when it cannot. */
export async function openDesk(deps: DeskDeps): Promise<Desk> {
  const { vault, log, clock, settings, isUnset } = deps
  const database = openDeskFile(deps.file, (asideFile) => {
    log.error({ asideFile }, "the desk's file was damaged: it is set aside, a new one is begun")
  })
  const store = createNoteStore(database)
  const secret = createKeptSecret({ name: 'deskPeople', vault, store, log })
  const people = await openPeople(secret, deps.examples)
  const guard = createCodeGuard({ store: createTriesStore(database), clock, code: 'wrong-pin' })
  const access = createAccess({
    people,
    guard,
    clock,
    audit: (person) => createAudit({ database, clock, log, person }),
    lockAfterMs: () => settings().lockAfterMs,
    isUnset,
  })
  const records = createRecordStore({
    ...{ database, clock, log },
    keepMs: () => settings().keepNotesMs,
  })
  const stopPurging = daily(clock, log, records.purge)
  return {
    access,
    records,
    people,
    audit: access.audit,
    close() {
      access.close()
      stopPurging()
      database.close()
    },
  }
}
