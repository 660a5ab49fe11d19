import { randomBytes } from 'node:crypto'
import type { Log } from '#main/core/log.ts'
import { createKeptSecret } from '#main/secrets/kept-secret.ts'
import type { Vault } from '#main/settings/vault.ts'
import type { NoteStore } from '#main/storage/notes.ts'

/** The name in the vault, and of the note in the ledger. */
export const STOP_CODE_KEY = 'stopCodeKey'

/**
 * The key that stop codes are made with: 256 random bits, made on the first launch and kept from then
 * on (see secrets/kept-secret.ts). Throws a CommandError `storage`.
 */
export async function stopCodeKey(deps: {
  vault: Vault
  store: NoteStore
  log: Log
  /** The site's, where the operator says it: it takes the place of the kept one. */
  given?: string | null
}): Promise<string> {
  const { given = null } = deps
  const kept = createKeptSecret({ name: STOP_CODE_KEY, ...deps })
  const known = await kept.get()
  if (known !== null && (given === null || known === given)) return known
  const key = given ?? randomBytes(32).toString('base64url')
  await kept.set(key)
  return key
}
