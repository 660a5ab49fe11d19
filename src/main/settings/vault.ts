import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Log } from '#main/log.ts'
import { writeAtomically } from './files.ts'

/** Where secrets are kept. Without the system's protection they live in memory only. */
export interface Vault {
  /** False: nothing survives a restart, and the terminal signs in at each launch. */
  readonly persistent: boolean
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
}

/** The part of Electron's `safeStorage` that the vault needs (the asynchronous one). */
export interface SafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(plainText: string): Promise<Buffer>
  decryptStringAsync(encrypted: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }>
  /** Linux only. `basic_text` is a constant key: no protection at all. */
  getSelectedStorageBackend?: () => string
}

export function createMemoryVault(): Vault {
  const values = new Map<string, string>()
  return {
    persistent: false,
    get: (name) => Promise.resolve(values.get(name) ?? null),
    set: (name, value) => {
      values.set(name, value)
      return Promise.resolve()
    },
  }
}

/** Opens `<dataDir>/vault.json`, or a vault in memory where the system offers only plain text. */
export async function openVault(dataDir: string, safe: SafeStorage, log: Log): Promise<Vault> {
  if (!(await protects(safe))) {
    log.warn({}, 'the system cannot protect secrets: they are kept in memory only')
    return createMemoryVault()
  }
  const file = path.join(dataDir, 'vault.json')
  const sealed = readSealed(file)
  const vault: Vault = {
    persistent: true,
    async get(name) {
      const value = sealed[name]
      if (value === undefined) return null
      const opened = await safe.decryptStringAsync(Buffer.from(value, 'base64'))
      if (opened.shouldReEncrypt) await vault.set(name, opened.result)
      return opened.result
    },
    async set(name, value) {
      sealed[name] = (await safe.encryptStringAsync(value)).toString('base64')
      writeAtomically(file, JSON.stringify(sealed), 0o600)
    },
  }
  return vault
}

async function protects(safe: SafeStorage): Promise<boolean> {
  try {
    if (!(await safe.isAsyncEncryptionAvailable())) return false
    return process.platform !== 'linux' || safe.getSelectedStorageBackend?.() !== 'basic_text'
  } catch {
    return false
  }
}

function readSealed(file: string): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(
      Object.entries(kept).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    )
  } catch {
    // Missing or broken: signing in again fills it.
    return {}
  }
}
