import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { SafeStorage } from 'electron'
import { app } from './app.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const PREFIX = Buffer.from('si1')

/** The key lies beside what it protects: this simulates the interface, not the protection. */
async function simulatedKey(): Promise<Buffer> {
  const dataDir = app.getPath('userData')
  const file = path.join(dataDir, 'simulated-safe-storage.key')
  try {
    return await readFile(file)
  } catch {
    await mkdir(dataDir, { recursive: true })
    // Two first calls at once must end with the same key.
    await writeFile(file, randomBytes(32), { flag: 'wx', mode: 0o600 }).catch(() => undefined)
    return readFile(file)
  }
}

export const safeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  getSelectedStorageBackend: () => 'basic_text' as const,
  encryptStringAsync: async (plainText) => {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', await simulatedKey(), nonce)
    const text = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()])
    return Buffer.concat([PREFIX, nonce, cipher.getAuthTag(), text])
  },
  decryptStringAsync: async (encrypted) => {
    if (!encrypted.subarray(0, PREFIX.length).equals(PREFIX))
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.')
    const nonceEnd = PREFIX.length + NONCE_BYTES
    const nonce = encrypted.subarray(PREFIX.length, nonceEnd)
    const decipher = createDecipheriv('aes-256-gcm', await simulatedKey(), nonce)
    decipher.setAuthTag(encrypted.subarray(nonceEnd, nonceEnd + TAG_BYTES))
    const text = encrypted.subarray(nonceEnd + TAG_BYTES)
    const result = Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
    return { shouldReEncrypt: false, result }
  },
} satisfies Pick<
  SafeStorage,
  | 'isAsyncEncryptionAvailable'
  | 'getSelectedStorageBackend'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
>
