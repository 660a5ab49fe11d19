import type { Clock } from '#common/clock.ts'
import type { Person } from '#contract/desk.ts'
import type { Log } from '#main/log.ts'
import { createCodeGuard } from '#main/secrets/code-guard.ts'
import { createKeptSecret } from '#main/secrets/kept-secret.ts'
import type { DeskSettings } from '#main/settings/desk-settings.ts'
import type { Vault } from '#main/settings/vault.ts'
import type { Database } from '#main/storage/database.ts'
import { createNoteStore } from '#main/storage/notes.ts'
import { createTriesStore } from '#main/storage/tries.ts'
import { createAccess, DESK_DOOR, type Access } from './access.ts'
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
  /**
   * The same door and people, with all that is written down in another file until it is closed:
   * training leaves no trace in the site's own. Throws a CommandError `storage`.
   */
  elsewhere(file: string): Desk
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
  examples: () => readonly PersonWithPin[]
}

/** Opens `desk.db`; throws a CommandError `storage` when it cannot. */
export async function openDesk(deps: DeskDeps): Promise<Desk> {
  const { vault, log, clock, settings, isUnset } = deps
  const home = openRecords(deps.file, deps)
  let present = home
  const store = createNoteStore(home.database)
  const secret = createKeptSecret({ name: 'deskPeople', vault, store, log })
  const tries = createTriesStore(home.database)
  const guard = createCodeGuard({ store: tries, clock, code: 'wrong-pin' })
  const people = await openPeople(secret, deps.examples, () => {
    guard.lift(DESK_DOOR)
  })
  const access: Access = createAccess({
    people,
    guard,
    clock,
    audit: () => present.auditFor(() => access.person()),
    lockAfterMs: () => settings().lockAfterMs,
    isUnset,
  })
  const deskOf = (records: Records, close: () => void): Desk => ({
    access,
    records: records.store,
    people,
    audit: records.auditFor(access.person),
    elsewhere(file) {
      const there = openRecords(file, deps)
      present = there
      return deskOf(there, () => {
        present = home
        there.close()
      })
    },
    close,
  })
  return deskOf(home, () => {
    access.close()
    home.close()
  })
}

/** What is written down at the desk, in one file. */
interface Records {
  readonly database: Database
  /** Of sessions. */
  readonly store: RecordStore
  auditFor(person: () => Person | null): Audit
  close(): void
}

function openRecords(
  file: string,
  { log, clock, settings }: Pick<DeskDeps, 'log' | 'clock' | 'settings'>,
): Records {
  const database = openDeskFile(file, (asideFile) => {
    log.error({ asideFile }, "the desk's file was damaged: it is set aside, a new one is begun")
  })
  const keepMs = (): number => settings().keepNotesMs
  const store = createRecordStore({ database, clock, log, keepMs })
  const stopPurging = daily(clock, log, store.purge)
  return {
    database,
    store,
    auditFor: (person) => createAudit({ database, clock, log, person }),
    close() {
      stopPurging()
      database.close()
    },
  }
}
