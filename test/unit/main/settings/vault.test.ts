import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import {
  openVault as openVaultBy,
  type MovableVault,
  type SafeStorage,
} from '#main/settings/vault.ts'
import { createQuietLog } from '../support/quiet-log.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vault-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/**
 * Reverses the text: enough to see that nothing is kept in the clear.
 * @param prefix by whose key, as Chromium says it on Linux
 */
function createSafe(over: Partial<SafeStorage> = {}, prefix = 'v11'): SafeStorage {
  const turn = (text: string): string => Array.from(text).reverse().join('')
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: (text) => Promise.resolve(Buffer.from(prefix + turn(text))),
    decryptStringAsync: (sealed) =>
      Promise.resolve({ shouldReEncrypt: false, result: turn(sealed.toString().slice(3)) }),
    ...over,
  }
}
const clock = createClock({ startMs: 0, speed: 0 })
const openVault = (
  dataDir: string,
  safe: SafeStorage,
  log: ReturnType<typeof createQuietLog>,
): Promise<MovableVault> => openVaultBy(dataDir, safe, { log, clock })
const file = (): string => path.join(folder, 'vault.json')
const secretsFile = (): string => path.join(folder, 'secrets.json')

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
    [
      'fails to seal',
      { encryptStringAsync: () => Promise.reject(new Error('no')) } satisfies Partial<SafeStorage>,
    ],
  ])('keeps them in memory alone, and says so, where the system %s', async (_name, over) => {
    const log = createQuietLog()
    const vault = await openVault(folder, createSafe(over), log)
    await vault.set('tokens', 'very secret')
    expect(vault.persistent).toBe(false)
    expect(await vault.get('tokens')).toBe('very secret')
    expect(() => readFileSync(file())).toThrow('ENOENT')
    expect(log.lines).toHaveLength(1)
  })

  it.runIf(process.platform === 'linux').each([
    ['v11', 'system'],
    ['v12', 'system'],
    ['v10', 'memory'],
    ['v99', 'memory'],
    ['', 'memory'],
  ])('judges the system by the key that it seals with: %s is %s', async (prefix, kind) => {
    // GNOME without a keyring: Electron names libsecret, and seals with a constant of its source.
    const safe = { getSelectedStorageBackend: () => 'gnome_libsecret', ...createSafe({}, prefix) }
    const vault = await openVault(folder, safe, createQuietLog())
    await vault.set('tokens', 'very secret')
    expect(vault.kind).toBe(kind)
    expect(existsSync(file())).toBe(kind === 'system')
  })

  it('seals anew when the system has a new key', async () => {
    const sealed: string[] = []
    const safe = createSafe({
      encryptStringAsync: (text) => {
        sealed.push(text)
        return Promise.resolve(Buffer.from('v11sealed'))
      },
      decryptStringAsync: () => Promise.resolve({ shouldReEncrypt: true, result: 'opened' }),
    })
    const vault = await openVault(folder, safe, createQuietLog())
    await vault.set('tokens', 'first')
    expect(await vault.get('tokens')).toBe('opened')
    expect(sealed).toEqual(['probe', 'first', 'opened'])
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
    const safe = createSafe({}, 'v10')
    const log = createQuietLog()
    const vault = await openVault(folder, safe, log)
    await vault.set('tokens', 'kept')
    expect(await vault.moveTo('file')).toBe(true)
    expect(statSync(secretsFile()).mode & 0o777).toBe(0o600)
    const again = await openVault(folder, safe, log)
    expect(again).toMatchObject({ persistent: true, kind: 'file' })
    expect(await again.get('tokens')).toBe('kept')
  })

  it('leaves no file where secrets are in memory again, and knows them until the end', async () => {
    const safe = createSafe({}, 'v10')
    const vault = await openVault(folder, safe, createQuietLog())
    await vault.moveTo('file')
    await vault.set('tokens', 'kept')
    const again = await openVault(folder, safe, createQuietLog())
    expect(await again.moveTo('memory')).toBe(true)
    expect(existsSync(secretsFile())).toBe(true)
    again.tidy()
    expect(existsSync(secretsFile())).toBe(false)
    expect(again.kind).toBe('memory')
    expect(await again.get('tokens')).toBe('kept')
  })

  it('stays where the system protects it, whatever the operator says', async () => {
    const vault = await openVault(folder, createSafe(), createQuietLog())
    expect(await vault.moveTo('memory')).toBe(false)
    expect(vault.kind).toBe('system')
  })

  it('is in memory alone as long as nobody says otherwise', async () => {
    const safe = createSafe({}, 'v10')
    expect((await openVault(folder, safe, createQuietLog())).kind).toBe('memory')
  })
})

describe('a system that does not say whether it protects secrets', () => {
  /** A keyring that wants its password; `answer` is somebody's who types it, or never does. */
  async function openLocked() {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const safe = createSafe({ isAsyncEncryptionAvailable: () => promise })
    const log = createQuietLog()
    const opening = openVault(folder, safe, log)
    await clock.advance(8_000)
    return { vault: await opening, log, answer: resolve }
  }

  it('keeps no terminal waiting for longer than eight seconds', async () => {
    const { vault, log } = await openLocked()
    expect(vault).toMatchObject({ persistent: false, kind: 'waiting' })
    await vault.set('tokens', 'until the end')
    expect(await vault.get('tokens')).toBe('until the end')
    expect(log.lines.join()).toContain('does not answer')
  })

  it('leaves what it protects as it is', async () => {
    const before = await openVault(folder, createSafe(), createQuietLog())
    await before.set('tokens', 'protected')
    const text = readFileSync(file(), 'utf8')
    const { vault } = await openLocked()
    expect(await vault.get('tokens')).toBeNull()
    await vault.set('tokens', 'of this launch')
    expect(readFileSync(file(), 'utf8')).toBe(text)
  })

  it('gives back what it protects once it answers, and takes what was set meanwhile', async () => {
    const before = await openVault(folder, createSafe(), createQuietLog())
    await before.set('key', 'protected')
    await before.set('tokens', 'old')
    const { vault, answer } = await openLocked()
    await vault.set('tokens', 'new')
    const opened = new Promise<void>((resolve) => {
      vault.onOpened(resolve)
    })
    answer(true)
    await opened
    expect(vault).toMatchObject({ persistent: true, kind: 'system' })
    expect(await vault.get('key')).toBe('protected')
    const again = await openVault(folder, createSafe(), createQuietLog())
    expect(await again.get('tokens')).toBe('new')
  })

  it('is not waited for any more once it says that it protects none', async () => {
    const { vault, answer } = await openLocked()
    answer(false)
    await expect.poll(() => vault.kind).toBe('memory')
    expect(existsSync(file())).toBe(false)
  })
})
