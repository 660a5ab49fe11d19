import type { Log } from '#main/core/log.ts'
import type { Vault } from '#main/settings/vault.ts'
import type { NoteStore } from '#main/storage/notes.ts'

/** One secret that must outlive a restart. */
export interface KeptSecret {
  get(): Promise<string | null>
  set(value: string): Promise<void>
}

/**
 * The vault keeps it. Where the system protects no secrets, it lies in the terminal's database, beside
 * what it opens; from there it moves into the vault as soon as there is one, and back. Only for what is worth
 * nothing away from this machine: keys of codes and hashes, never a password. Throws a CommandError
 * `storage`.
 */
export function createKeptSecret(deps: {
  name: string
  vault: Vault
  store: NoteStore
  log: Log
}): KeptSecret {
  const { name, vault, store, log } = deps
  const seal = async (value: string): Promise<boolean> => {
    try {
      await vault.set(name, value)
      // What cannot be read again is not kept.
      return (await vault.get(name)) === value
    } catch (error) {
      log.error({ secret: name, error: String(error) }, 'the vault fails: the database keeps it')
      return false
    }
  }
  const sealed = async (): Promise<string | null> => {
    try {
      return await vault.get(name)
    } catch (error) {
      log.error({ secret: name, error: String(error) }, 'the vault fails: the database is asked')
      return null
    }
  }
  const set = async (value: string): Promise<void> => {
    if (vault.persistent && (await seal(value))) store.setNote(name, null)
    else store.setNote(name, value)
  }
  return {
    async get() {
      const noted = store.note(name)
      if (!vault.persistent) {
        // A vault that has lost its file still knows until the end what lay there.
        const left = noted ?? (await sealed())
        if (noted === null && left !== null) await set(left)
        return left
      }
      const value = await sealed()
      if (value !== null) return value
      if (noted !== null) await set(noted)
      return noted
    },
    set,
  }
}
