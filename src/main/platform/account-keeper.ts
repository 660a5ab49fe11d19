import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Log } from '#main/core/log.ts'
import type { Account } from './sign-in.ts'
import type { Vault } from '#main/settings/vault.ts'

/** What somebody types to sign the terminal in. Secret. */
export interface Credentials {
  readonly username: string
  readonly password: string
}

/** Whom the terminal signs in as: whom its settings tell, until somebody signs in or out at the desk. */
export interface AccountKeeper {
  /** The platform's address. */
  readonly endpoint: string
  /** False: what is done at the desk ends with this launch. */
  readonly lasting: boolean
  /** Null while the terminal is signed out. */
  current(): Account | null
  /** The same platform with other credentials. */
  as(credentials: Credentials): Account
  take(credentials: Credentials): Promise<void>
  /** Signed out until somebody signs in again, after a restart too. */
  drop(): Promise<void>
}

const VAULT_NAME = 'account'
const keptSchema = z.object({
  /** The settings that it was put in place of: others count again. */
  instead: z.string(),
  credentials: z.object({ username: z.string(), password: z.string() }).nullable(),
})
type Kept = z.infer<typeof keptSchema>

/** `configured`: the account of flags, environment and settings file. A vault that fails is logged. */
export async function openAccountKeeper(deps: {
  vault: Vault
  configured: Account
  log: Log
}): Promise<AccountKeeper> {
  const { vault, configured, log } = deps
  const instead = fingerprintOf(configured)
  const as = ({ username, password }: Credentials): Account => ({
    ...configured,
    username,
    password,
  })
  let current = currentOf(await readKept(vault, log))

  function currentOf(kept: Kept | null): Account | null {
    if (kept?.instead !== instead) return configured
    return kept.credentials && as(kept.credentials)
  }
  const keep = async (credentials: Credentials | null): Promise<void> => {
    current = credentials && as(credentials)
    try {
      await vault.set(VAULT_NAME, JSON.stringify({ instead, credentials } satisfies Kept))
    } catch {
      log.error({}, 'the account cannot be kept: the next launch takes that of the settings')
    }
  }
  return {
    endpoint: configured.endpoint,
    lasting: vault.persistent,
    current: () => current,
    as,
    take: keep,
    drop: () => keep(null),
  }
}

async function readKept(vault: Vault, log: Log): Promise<Kept | null> {
  try {
    const text = await vault.get(VAULT_NAME)
    return text === null ? null : (keptSchema.safeParse(JSON.parse(text)).data ?? null)
  } catch {
    log.warn({}, 'the kept account cannot be read: that of the settings counts')
    return null
  }
}

function fingerprintOf({ endpoint, username, password }: Account): string {
  return createHash('sha256')
    .update(JSON.stringify([endpoint, username, password]))
    .digest('hex')
}
