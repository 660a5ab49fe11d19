import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { GuestStore } from '#main/charging/ledger/guest-store.ts'
import { openLedger } from '#main/charging/ledger/ledger.ts'
import { stopCodeKey } from '#main/charging/sessions/stop-code-key.ts'
import { isStartCode, isStopCode, startCode, stopCode } from '#main/charging/sessions/stop-code.ts'
import { createMemoryVault, type Vault } from '#main/settings/vault.ts'
import { createQuietLog } from '../support/quiet-log.ts'

describe('a stop code', () => {
  it('has four digits, leading zeros kept', () => {
    const codes = Array.from({ length: 500 }, (_, index) => stopCode('key', String(index)))
    expect(codes.every((code) => /^\d{4}$/.test(code))).toBe(true)
    expect(codes.some((code) => code.startsWith('0'))).toBe(true)
    expect(new Set(codes).size).toBeGreaterThan(450)
  })

  it('is the same at every terminal with the key, and another one with another key', () => {
    expect(stopCode('key', 'log-1')).toBe(stopCode('key', 'log-1'))
    const apart = ['a', 'b', 'c'].map((id) => stopCode('key', id) === stopCode('other', id))
    expect(apart).toEqual([false, false, false])
  })

  it('opens its session and no other', () => {
    const code = stopCode('key', 'log-1')
    expect(isStopCode('key', 'log-1', code)).toBe(true)
    expect(isStopCode('key', 'log-2', code)).toBe(false)
    expect(isStopCode('key', 'log-1', `${code}0`)).toBe(false)
  })
})

describe('the code of a start', () => {
  it('has four digits, and is not that of a session with the same id', () => {
    const ids = Array.from({ length: 50 }, (_, index) => `start-${String(index)}`)
    expect(ids.every((id) => /^\d{4}$/.test(startCode('key', id)))).toBe(true)
    expect(ids.some((id) => startCode('key', id) !== stopCode('key', id))).toBe(true)
  })

  it('opens its start and no other', () => {
    const code = startCode('key', 'start-1')
    expect(isStartCode('key', 'start-1', code)).toBe(true)
    expect(isStartCode('key', 'start-2', code)).toBe(false)
    expect(isStartCode('another key', 'start-1', code)).toBe(false)
  })
})

describe('the key of the stop codes', () => {
  function openStore(): GuestStore {
    const folder = mkdtempSync(join(tmpdir(), 'forecourt-key-'))
    const ledger = openLedger(join(folder, 'ledger.db'))
    onTestFinished(() => {
      ledger.close()
      rmSync(folder, { recursive: true })
    })
    return ledger.guests
  }
  const persistentVault = (): Vault => ({ ...createMemoryVault(), persistent: true })
  const log = createQuietLog()

  it('is made once and kept in the vault', async () => {
    const [store, vault] = [openStore(), persistentVault()]
    const key = await stopCodeKey({ vault, store, log })
    expect(Buffer.from(key, 'base64url')).toHaveLength(32)
    expect(await vault.get('stopCodeKey')).toBe(key)
    expect(store.note('stopCodeKey')).toBeNull()
    expect(await stopCodeKey({ vault, store, log })).toBe(key)
  })

  it('is the one that provisioning put into the vault', async () => {
    const [store, vault] = [openStore(), persistentVault()]
    await vault.set('stopCodeKey', 'of-the-whole-site')
    expect(await stopCodeKey({ vault, store, log })).toBe('of-the-whole-site')
  })

  it('outlives a restart where no vault keeps it, and moves into one that comes', async () => {
    const store = openStore()
    const key = await stopCodeKey({ vault: createMemoryVault(), store, log })
    expect(await stopCodeKey({ vault: createMemoryVault(), store, log })).toBe(key)
    const vault = persistentVault()
    expect(await stopCodeKey({ vault, store, log })).toBe(key)
    expect(store.note('stopCodeKey')).toBeNull()
  })

  it('is kept in the ledger when the vault fails', async () => {
    const store = openStore()
    const get = (): Promise<null> => Promise.reject(new Error('locked'))
    const vault = { ...persistentVault(), get }
    const key = await stopCodeKey({ vault, store, log })
    expect(await stopCodeKey({ vault, store, log })).toBe(key)
  })
})
