import { existsSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Log } from '#main/log.ts'
import { writeAtomically } from './files.ts'

/** Where secrets are kept. Without the system's protection they live in memory only. */
export interface Vault {
  /** False: nothing survives a restart, and the terminal signs in at each launch. */
  readonly persistent: boolean
  /** Protected by the system, in a file of this user alone, or gone with the process. */
  readonly kind: 'system' | 'file' | 'memory'
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
    kind: 'memory',
    get: (name) => Promise.resolve(values.get(name) ?? null),
    set: (name, value) => {
      values.set(name, value)
      return Promise.resolve()
    },
  }
}

/** Nothing but the file's rights protects what is written with it. */
const inTheClear: Sealing = {
  seal: (text) => Promise.resolve(Buffer.from(text, 'utf8')),
  open: (sealed) => Promise.resolve({ text: sealed.toString('utf8'), isOld: false }),
}

/**
 * Opens `<dataDir>/vault.json`. Where the system offers only plain text it is a vault in memory, or, if
 * the operator says so, `<dataDir>/secrets.json`, which nobody but this user can read.
 */
export async function openVault(
  dataDir: string,
  safe: SafeStorage,
  log: Log,
  fallback: 'memory' | 'file' = 'memory',
): Promise<Vault> {
  if (await protects(safe)) {
    return openFile(
      path.join(dataDir, 'vault.json'),
      'system',
      {
        seal: (text) => safe.encryptStringAsync(text),
        async open(sealed) {
          const { result, shouldReEncrypt } = await safe.decryptStringAsync(sealed)
          return { text: result, isOld: shouldReEncrypt }
        },
      },
      log,
    )
  }
  if (fallback === 'file') {
    log.warn({}, 'the system cannot protect secrets: as settled, they lie in a file of this user')
    return openFile(path.join(dataDir, 'secrets.json'), 'file', inTheClear, log)
  }
  log.warn({}, 'the system cannot protect secrets: they are kept in memory only')
  return createMemoryVault()
}

interface Sealing {
  seal(text: string): Promise<Buffer>
  /** `isOld`: it is to be sealed again. */
  open(sealed: Buffer): Promise<{ text: string; isOld: boolean }>
}

const keptSchema = z.record(z.string(), z.string())

function openFile(file: string, kind: 'system' | 'file', sealing: Sealing, log: Log): Vault {
  const kept = readSealed(file, log)
  const vault: Vault = {
    persistent: true,
    kind,
    async get(name) {
      const value = kept[name]
      if (value === undefined) return null
      const { text, isOld } = await sealing.open(Buffer.from(value, 'base64'))
      if (isOld) await vault.set(name, text)
      return text
    },
    async set(name, value) {
      kept[name] = (await sealing.seal(value)).toString('base64')
      writeAtomically(file, JSON.stringify(kept), 0o600)
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

/** What is no vault is set aside: nothing that is written later takes its place. */
function readSealed(file: string, log: Log): Record<string, string> {
  if (!existsSync(file)) return {}
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    const aside = `${file}.broken-${String(Date.now())}`
    log.error({ aside: path.basename(aside) }, 'the vault cannot be read: it is set aside')
    try {
      renameSync(file, aside)
    } catch (error) {
      // Where nothing can be moved, nothing is written over it either.
      log.error({ error: String(error) }, 'the vault cannot be set aside')
    }
    return {}
  }
}
