import path from 'node:path'
import { openLedger } from '#main/charging/ledger/ledger.ts'
import { STOP_CODE_KEY } from '#main/charging/sessions/stop-code-key.ts'
import type { Log } from '#main/core/log.ts'
import { createKeptSecret, type KeptSecret } from '#main/secrets/kept-secret.ts'
import type { Vault } from '#main/settings/vault.ts'

/** The place of the site's stop-code key on this terminal, for as long as `use` takes. */
export async function withSiteKey<T>(
  { vault, log, homeDir }: { vault: Vault; log: Log; homeDir: string },
  use: (key: KeptSecret) => Promise<T>,
): Promise<T> {
  const ledger = openLedger(path.join(homeDir, 'ledger.db'))
  try {
    return await use(createKeptSecret({ name: STOP_CODE_KEY, vault, store: ledger.guests, log }))
  } finally {
    ledger.close()
  }
}
