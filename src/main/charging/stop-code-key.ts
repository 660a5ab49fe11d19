import { randomBytes } from 'node:crypto'
import type { Log } from '#main/log.ts'
import type { Vault } from '#main/settings/vault.ts'
import type { GuestStore } from './guest-store.ts'

/** The name in the vault, and of the note in the ledger. */
export const STOP_CODE_KEY = 'stopCodeKey'

/**
 * The key that stop codes are made with: 256 random bits, made on the first launch. The vault keeps
 * it. Where the system protects no secrets, it lies in the ledger's file, beside what it opens: the
 * codes must hold over a restart, and who can read that file has more than any code gives. A key from
 * such a time moves into the vault as soon as there is one. Throws a CommandError `storage`.
 */
export async function stopCodeKey(deps: {
  vault: Vault
  store: GuestStore
  log: Log
}): Promise<string> {
  const { vault, store, log } = deps
  const keptOrNew = (): string => store.note(STOP_CODE_KEY) ?? randomBytes(32).toString('base64url')
  if (vault.persistent) {
    try {
      const sealed = await vault.get(STOP_CODE_KEY)
      if (sealed !== null) return sealed
      const key = keptOrNew()
      await vault.set(STOP_CODE_KEY, key)
      store.setNote(STOP_CODE_KEY, null)
      return key
    } catch (error) {
      log.error({ error: String(error) }, 'the vault fails: the ledger keeps the key of stop codes')
    }
  }
  const key = keptOrNew()
  store.setNote(STOP_CODE_KEY, key)
  return key
}
