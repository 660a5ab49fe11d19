import type { Clock } from '#common/clock.ts'
import type { Person } from '#contract/desk.ts'
import type { Log } from '#main/core/log.ts'
import { createCodeGuard } from '#main/secrets/code-guard.ts'
import { createKeptSecret } from '#main/secrets/kept-secret.ts'
import type { DeskSettings } from '#main/settings/desk-settings.ts'
import type { PersonWithPin } from '#main/settings/table/people.ts'
import { createMemoryVault, type Vault } from '#main/settings/vault.ts'
import type { Database } from '#main/storage/database.ts'
import { createNoteStore } from '#main/storage/notes.ts'
import { createTriesStore } from '#main/storage/tries.ts'
import { createAccess, type Access } from './access.ts'
import { createAudit, purgeAudit, type Audit } from './audit.ts'
import { daily } from './daily.ts'
import { openDeskFile } from './desk-file.ts'
import { createDeskLanguages, type DeskLanguages } from './languages.ts'
import { createRecordStore, type RecordStore } from './sessions/session-records.ts'
import { LONG, pinLimits, SHORT } from './pin-limits.ts'
import { openPeople, type People } from './people.ts'

/** The front desk: who may come in, who is there, what was done. */
export interface Desk {
  readonly access: Access
  readonly people: People
  readonly audit: Audit
  readonly records: RecordStore
  readonly languages: DeskLanguages
  /**
   * The same access, with all that is written down in another file: training and demo leave no trace in
   * the site's own. What is kept there has its times by `clock`, the one that is shown. `own`: it has
   * people of its own, who are these until somebody is set; left out, everybody who may come in now may do
   * so there. Throws a CommandError `storage`.
   */
  elsewhere(file: string, clock: Clock, own?: readonly PersonWithPin[]): Promise<Desk>
  /**
   * This is the desk that a PIN opens from now on: its people come in, and audit events are written here.
   * A person at the desk who is none of them has to leave.
   */
  takeOver(): void
  /** The vault keeps its secrets elsewhere now: the PINs of the site's people follow. Throws `storage`. */
  keepPeople(): Promise<unknown>
  /** The audit trail of the desk that a PIN opens now. */
  auditNow(): Audit
  /** Who may come in now. */
  peopleNow(): People
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
  /** Nobody has set this terminal up: everybody may. */
  isUnset: () => boolean
  /** What is asked of a PIN that is set by hand: more in kiosk mode, where nobody watches. Default: 4. */
  leastDigits?: () => number
}

/** Opens `desk.db`; throws a CommandError `storage` when it cannot. */
export async function openDesk(deps: DeskDeps): Promise<Desk> {
  const { vault, log, clock, settings, isUnset } = deps
  const home = openRecords(deps.file, deps)
  const store = createNoteStore(home.database)
  const secret = createKeptSecret({ name: 'deskPeople', vault, store, log })
  const tries = createTriesStore(home.database)
  const guard = createCodeGuard({ store: tries, clock, code: 'wrong-pin', limits: pinLimits })
  const liftSlowDown = (): void => {
    for (const count of [SHORT, LONG]) guard.lift(count)
  }
  let present = {
    records: home,
    people: await openPeople(secret, [], liftSlowDown, deps.leastDigits),
  }
  const access: Access = createAccess({
    people: () => present.people,
    guard,
    clock,
    audit: () => auditNow(),
    lockAfterMs: () => settings().lockAfterMs,
    languageOf: (name) => present.records.languages.of(name),
    isUnset,
  })
  const auditNow = (): Audit => present.records.auditFor(access.person)
  const deskOf = (mine: typeof present, close: () => void): Desk => ({
    access,
    records: mine.records.store,
    people: mine.people,
    languages: mine.records.languages,
    audit: mine.records.auditFor(access.person),
    async elsewhere(file, shown, own) {
      const records = openRecords(file, { ...deps, clock: shown })
      const people = own ? await openOwn(records, own) : present.people
      return deskOf({ records, people }, records.close)
    },
    takeOver() {
      present = mine
      access.peopleChanged()
    },
    keepPeople: secret.get,
    auditNow,
    peopleNow: () => present.people,
    close,
  })
  const openOwn = (records: Records, examples: readonly PersonWithPin[]): Promise<People> => {
    const notes = createNoteStore(records.database)
    // Hashes of such PINs lie in that file alone: the vault is the site's.
    const kept = { name: 'deskPeople', vault: createMemoryVault(), store: notes, log }
    return openPeople(createKeptSecret(kept), examples, liftSlowDown)
  }
  return deskOf(present, () => {
    access.close()
    home.close()
  })
}

/** What is written down at the desk, in one file. */
interface Records {
  readonly database: Database
  /** Of sessions. */
  readonly store: RecordStore
  readonly languages: DeskLanguages
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
  const stopPurging = daily(clock, log, () => {
    store.purge()
    purgeAudit(database, Math.round(clock.now()) - settings().keepAuditMs)
  })
  return {
    database,
    store,
    languages: createDeskLanguages(createNoteStore(database), log),
    auditFor: (person) => createAudit({ database, clock, log, person }),
    close() {
      stopPurging()
      database.close()
    },
  }
}
