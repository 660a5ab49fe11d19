import { z } from 'zod'
import type { Options } from './options.ts'
import type { Vault } from './vault.ts'

/** The account's secrets as they are set by hand: they never lie in the settings file. */
export const accountSecrets = ['key', 'password'] as const
export type AccountSecret = (typeof accountSecrets)[number]

const keptSchema = z.object({ endpoint: z.string(), value: z.string() })

/** Keeps a secret for one platform: another endpoint never gets it. An empty one is forgotten. */
export async function keepSecret(
  vault: Vault,
  name: AccountSecret,
  kept: { endpoint: string; value: string },
): Promise<void> {
  await vault.set(vaultName(name), kept.value === '' ? '' : JSON.stringify(kept))
}

/** The options with what the vault keeps for their platform, where nothing else says it. */
export async function withKeptSecrets(options: Options, vault: Vault): Promise<Options> {
  const { endpoint } = options
  if (endpoint === null) return options
  const key = options.key ?? (await secretFor(vault, 'key', endpoint))
  const password = options.password ?? (await secretFor(vault, 'password', endpoint))
  return { ...options, key, password }
}

async function secretFor(
  vault: Vault,
  name: AccountSecret,
  endpoint: string,
): Promise<string | null> {
  try {
    const kept = keptSchema.parse(JSON.parse((await vault.get(vaultName(name))) ?? ''))
    return kept.endpoint === endpoint ? kept.value : null
  } catch {
    // Missing or unreadable: it is asked for again.
    return null
  }
}

const vaultName = (name: AccountSecret): string => `account.${name}`
