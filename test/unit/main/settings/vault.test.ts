import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openVault, type SafeStorage } from '#main/settings/vault.ts'
import { createQuietLog } from '../support/quiet-log.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vault-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Reverses the text: enough to see that nothing is kept in the clear. */
function createSafe(over: Partial<SafeStorage> = {}): SafeStorage {
  const turn = (text: string): string => Array.from(text).reverse().join('')
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptStringAsync: (text) => Promise.resolve(Buffer.from(turn(text))),
    decryptStringAsync: (sealed) =>
      Promise.resolve({ shouldReEncrypt: false, result: turn(sealed.toString()) }),
    ...over,
  }
}
const file = (): string => path.join(folder, 'vault.json')

describe('the vault', () => {
  it('keeps secrets over a restart, sealed', async () => {
    const vault = await openVault(folder, createSafe(), createQuietLog())
    await vault.set('tokens', 'very secret')
    expect(readFileSync(file(), 'utf8')).not.toContain('very secret')
    const again = await openVault(folder, createSafe(), createQuietLog())
    expect(again.persistent).toBe(true)
    expect(await again.get('tokens')).toBe('very secret')
    expect(await again.get('other')).toBeNull()
  })

  it.each([
    ['offers no encryption', { isAsyncEncryptionAvailable: () => Promise.resolve(false) }],
    ['fails', { isAsyncEncryptionAvailable: () => Promise.reject(new Error('no')) }],
    ['offers only plain text', { getSelectedStorageBackend: () => 'basic_text' }],
  ])('keeps them in memory alone, and says so, where the system %s', async (_name, over) => {
    const log = createQuietLog()
    const vault = await openVault(folder, createSafe(over), log)
    await vault.set('tokens', 'very secret')
    expect(vault.persistent).toBe(false)
    expect(await vault.get('tokens')).toBe('very secret')
    expect(() => readFileSync(file())).toThrow('ENOENT')
    expect(log.lines).toHaveLength(1)
  })

  it('seals anew when the system has a new key', async () => {
    const sealed: string[] = []
    const safe = createSafe({
      encryptStringAsync: (text) => {
        sealed.push(text)
        return Promise.resolve(Buffer.from('sealed'))
      },
      decryptStringAsync: () => Promise.resolve({ shouldReEncrypt: true, result: 'opened' }),
    })
    const vault = await openVault(folder, safe, createQuietLog())
    await vault.set('tokens', 'first')
    expect(await vault.get('tokens')).toBe('opened')
    expect(sealed).toEqual(['first', 'opened'])
  })

  it('begins empty with a broken file', async () => {
    writeFileSync(file(), 'broken')
    const vault = await openVault(folder, createSafe(), createQuietLog())
    expect(await vault.get('tokens')).toBeNull()
  })

  it('sets a broken file aside before it writes another one', async () => {
    writeFileSync(file(), '{"tokens": "half of')
    const vault = await openVault(folder, createSafe(), createQuietLog())
    await vault.set('tokens', 'new')
    const aside = readdirSync(folder).filter((name) => name.includes('broken'))
    expect(aside.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual([
      '{"tokens": "half of',
    ])
  })

  it('is a file that only this user reads, where the operator says so', async () => {
    const safe = createSafe({ getSelectedStorageBackend: () => 'basic_text' })
    const log = createQuietLog()
    const vault = await openVault(folder, safe, log, 'file')
    await vault.set('tokens', 'kept')
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
    const again = await openVault(folder, safe, log, 'file')
    expect(again).toMatchObject({ persistent: true, kind: 'file' })
    expect(await again.get('tokens')).toBe('kept')
  })

  it('is in memory alone as long as nobody says otherwise', async () => {
    const safe = createSafe({ getSelectedStorageBackend: () => 'basic_text' })
    expect((await openVault(folder, safe, createQuietLog())).kind).toBe('memory')
  })
})
