import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { writeAtomically } from '#main/core/files.ts'

/** Where secrets are kept. Without the system's protection they live in memory only. */
export interface Vault {
  /** False: nothing survives a restart, and the terminal signs in at each launch. */
  readonly persistent: boolean
  /**
   * Protected by the system, in a file of this user alone, or gone with the process. Waiting: the
   * system's store has not answered, such as a keyring that wants its password.
   */
  readonly kind: 'system' | 'file' | 'memory' | 'waiting'
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
}

/** Where secrets lie if the system protects none. */
export type SecretsPlace = 'memory' | 'file'

/** The terminal's own vault: if the system protects none, the operator says where secrets are. */
export interface MovableVault extends Vault {
  /**
   * All of it goes there; whether it lay elsewhere. A file that was left stays until `tidy`: what else
   * must outlive a restart is taken out of it first. Does nothing where the system protects secrets.
   */
  moveTo(place: SecretsPlace): Promise<boolean>
  /** Nothing is left in a file that is not the vault. */
  tidy(): void
  /** The system's store has answered late: what lies there can be read from now on. */
  onOpened(listener: () => void): void
}

/** The part of Electron's `safeStorage` that the vault needs (the asynchronous one). */
export interface SafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(plainText: string): Promise<Buffer>
  decryptStringAsync(encrypted: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }>
}

export function createMemoryVault(): Vault & Named {
  const values = new Map<string, string>()
  return {
    persistent: false,
    kind: 'memory',
    get: (name) => Promise.resolve(values.get(name) ?? null),
    set: (name, value) => {
      values.set(name, value)
      return Promise.resolve()
    },
    names: () => [...values.keys()],
  }
}

/** Nothing but the file's rights protects what is written with it. */
const inTheClear: Sealing = {
  seal: (text) => Promise.resolve(Buffer.from(text, 'utf8')),
  open: (sealed) => Promise.resolve({ text: sealed.toString('utf8'), isOld: false }),
}

/**
 * Opens `<dataDir>/vault.json`. Where the system offers only plain text it is `<dataDir>/secrets.json`,
 * which nobody but this user can read, if there is one, and a vault in memory otherwise. So it is as
 * long as the system's store does not answer, which may be for ever: after eight seconds the terminal
 * goes on without it, and `vault.json` is left as it is until the answer comes.
 */
export async function openVault(
  dataDir: string,
  safe: SafeStorage,
  { log, clock }: { log: Log; clock: Clock },
): Promise<MovableVault> {
  const openSystem = (): Vault & Named =>
    openFile({ file: path.join(dataDir, 'vault.json'), kind: 'system', log }, sealedBy(safe))
  const answer = protects(safe)
  const limit = new AbortController()
  const first = await Promise.race([answer, clock.sleep(LIMIT_MS, limit.signal).then(() => 'none')])
  limit.abort()
  if (first === true) return immovable(openSystem())
  const unprotected = openUnprotected(path.join(dataDir, 'secrets.json'), log)
  if (first === false) return unprotected
  log.warn({ afterMs: LIMIT_MS }, "the system's store of secrets does not answer: it is waited for")
  return openWaiting(unprotected, { answer, openSystem, log })
}

/** A keyring that has been unlocked answers within a second. */
const LIMIT_MS = 8_000

const immovable = (vault: Vault & Named): MovableVault => ({
  ...vault,
  moveTo: () => Promise.resolve(false),
  tidy: () => undefined,
  onOpened: () => undefined,
})

/** Unprotected until the system's store answers; what was set meanwhile goes into it then. */
function openWaiting(
  unprotected: MovableVault,
  deps: { answer: Promise<boolean>; openSystem(): Vault & Named; log: Log },
): MovableVault {
  const { log } = deps
  const listeners: (() => void)[] = []
  const fresh = new Set<string>()
  let vault = unprotected
  let isWaiting = true
  const open = async (isProtected: boolean): Promise<void> => {
    isWaiting = false
    log.warn({ isProtected }, "the system's store of secrets has answered")
    if (!isProtected) return
    const system = immovable(deps.openSystem())
    for (const name of fresh) await system.set(name, (await unprotected.get(name)) ?? '')
    vault = system
    for (const listener of listeners) listener()
  }
  deps.answer.then(open).catch((error: unknown) => {
    log.error({ error: String(error) }, "the system's store of secrets cannot be used")
  })
  return {
    get persistent() {
      return vault.persistent
    },
    get kind() {
      return isWaiting ? 'waiting' : vault.kind
    },
    get: (name) => vault.get(name),
    set(name, value) {
      fresh.add(name)
      return vault.set(name, value)
    },
    moveTo: (place) => vault.moveTo(place),
    tidy() {
      vault.tidy()
    },
    onOpened: (listener) => listeners.push(listener),
  }
}

function openUnprotected(file: string, log: Log): MovableVault {
  const open = (place: SecretsPlace): Vault & Named => {
    log.warn({ place }, 'the system cannot protect secrets')
    return place === 'file'
      ? openFile({ file, kind: 'file', log }, inTheClear)
      : createMemoryVault()
  }
  let vault = open(existsSync(file) ? 'file' : 'memory')
  return {
    get persistent() {
      return vault.persistent
    },
    get kind() {
      return vault.kind
    },
    get: (name) => vault.get(name),
    set: (name, value) => vault.set(name, value),
    async moveTo(place) {
      if (place === vault.kind) return false
      const next = open(place)
      for (const name of vault.names()) await next.set(name, (await vault.get(name)) ?? '')
      vault = next
      return true
    },
    tidy() {
      if (vault.kind === 'memory') rmSync(file, { force: true })
    },
    onOpened: () => undefined,
  }
}

interface Named {
  names(): string[]
}

interface Sealing {
  seal(text: string): Promise<Buffer>
  /** `isOld`: it is to be sealed again. */
  open(sealed: Buffer): Promise<{ text: string; isOld: boolean }>
}

const sealedBy = (safe: SafeStorage): Sealing => ({
  seal: (text) => safe.encryptStringAsync(text),
  async open(sealed) {
    const { result, shouldReEncrypt } = await safe.decryptStringAsync(sealed)
    return { text: result, isOld: shouldReEncrypt }
  },
})

const keptSchema = z.record(z.string(), z.string())

function openFile(
  { file, kind, log }: { file: string; kind: 'system' | 'file'; log: Log },
  sealing: Sealing,
): Vault & Named {
  const kept = readSealed(file, log)
  const vault: Vault & Named = {
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
      writeAtomically(file, JSON.stringify(kept))
    },
    names: () => Object.keys(kept),
  }
  return vault
}

/**
 * By whose key Chromium sealed, as it says in the first bytes on Linux (components/os_crypt/async): v11
 * is that of the Secret Service, v12 that of the portal. v10 is a constant in its source, which it
 * falls back to by itself, whatever `getSelectedStorageBackend` says.
 */
const PROTECTED = ['v11', 'v12']

/** What the store does counts, not what it says. Anything that is not known to protect does not. */
async function protects(safe: SafeStorage): Promise<boolean> {
  try {
    if (!(await safe.isAsyncEncryptionAvailable())) return false
    const probe = await safe.encryptStringAsync('probe')
    return process.platform !== 'linux' || PROTECTED.includes(probe.toString('latin1', 0, 3))
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
