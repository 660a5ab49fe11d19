import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProvisionSource } from '#main/provision/source.ts'
import { createSettingsStore, type SettingsStore } from '#main/settings/settings-store.ts'
import type { SettingsValues } from '#main/settings/settings.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import { openStore } from '#test/support/open-store.ts'

let folder = ''
let book: SettingsStore
const file = (): string => path.join(folder, 'settings.json')
const inFile = (): SettingsValues => JSON.parse(readFileSync(file(), 'utf8')) as SettingsValues

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'settings-book-'))
  const vault = createMemoryVault()
  const provision = createProvisionSource({ file: null, env: {}, homeDir: folder })
  const where = { argv: [], env: {}, homeDir: folder, openStore, nowMs: () => 0, vault }
  book = createSettingsStore({ ...where, provision })
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const ENDPOINT = 'https://p.example/graphql/'

describe('writing settings', () => {
  it('changes what is named, of a section too, and leaves everything else as it is', async () => {
    await book.write({ language: 'de', guest: { deskPhone: '12', packages: false } })
    await book.write({ site: 's1', guest: { deskPhone: '13' } })
    expect(inFile()).toEqual({
      language: 'de',
      site: 's1',
      guest: { deskPhone: '13', packages: false },
    })
    expect(await book.read()).toMatchObject({
      options: { language: 'de', site: 's1' },
      guest: { shown: { deskPhone: '13' }, rules: { packages: false } },
    })
  })

  it('loses nothing of two changes that come at once', async () => {
    await Promise.all([book.write({ language: 'de' }), book.write({ site: 's1' })])
    expect(inFile()).toEqual({ language: 'de', site: 's1' })
  })

  it('is done for the next one after one that failed', async () => {
    const [first] = await Promise.allSettled([
      book.write({ language: 'no such' }),
      book.write({ site: 's1' }),
    ])
    expect(first.status).toBe('rejected')
    expect(inFile()).toEqual({ site: 's1' })
  })

  it('takes a name out', async () => {
    await book.write({ language: 'de' })
    await book.write({ language: null })
    expect(inFile()).toEqual({})
  })

  it('keeps key and password in the vault, never in the file', async () => {
    writeFileSync(file(), JSON.stringify({ endpoint: ENDPOINT, key: 'by hand' }))
    await book.write({ key: 'k-1', username: 'u', password: 'p-1' })
    expect(inFile()).toEqual({ endpoint: ENDPOINT, username: 'u' })
    expect((await book.read()).options).toMatchObject({ key: 'k-1', password: 'p-1' })
  })

  it('gives a kept secret to no other platform', async () => {
    await book.write({ endpoint: ENDPOINT, key: 'k-1' })
    await book.write({ endpoint: 'https://other.example/graphql/' })
    expect((await book.read()).options.key).toBeNull()
  })

  it('changes nothing when one value cannot be used, and tells each', async () => {
    await book.write({ language: 'de' })
    const writing = book.write({ language: 'fr', timeZone: 'Mars', guest: { reader: 'yes' } })
    await expect(writing).rejects.toMatchObject({ failure: { code: 'settings-unusable' } })
    await expect(writing).rejects.toThrow(/timeZone.*\n.*guest\.reader/)
    expect(inFile()).toEqual({ language: 'de' })
  })

  it('keeps a good copy of what was written', async () => {
    await book.write({ language: 'de' })
    writeFileSync(file(), '{"language":')
    expect((await book.read()).options.language).toBe('de')
  })
})
