import { describe, expect, it } from 'vitest'
import { openAccountKeeper } from '#main/platform/account-keeper.ts'
import { createMemoryVault, type Vault } from '#main/settings/vault.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const told = { endpoint: 'https://p/', key: 'psk', username: 'user', password: 'secret' }
const other = { username: 'other', password: 'pass' }

describe('the account that the terminal signs in as', () => {
  const openIn = (vault: Vault, over: Partial<typeof told> = {}, log = createQuietLog()) =>
    openAccountKeeper({ vault, configured: { ...told, ...over }, log })

  it('is that of the settings until somebody signs in', async () => {
    const accounts = await openIn(createMemoryVault())
    expect(accounts.current()).toEqual(told)
  })

  it('is whoever signed in last, after a restart too', async () => {
    const vault = createMemoryVault()
    await (await openIn(vault)).take(other)
    expect((await openIn(vault)).current()).toEqual({ ...told, ...other })
  })

  it('is nobody once signed out, after a restart too', async () => {
    const vault = createMemoryVault()
    await (await openIn(vault)).drop()
    expect((await openIn(vault)).current()).toBeNull()
  })

  it.each([
    ['password', { password: 'new' }],
    ['user name', { username: 'new' }],
    ['address', { endpoint: 'https://q/' }],
  ])('is that of the settings again once these tell another %s', async (_name, over) => {
    const vault = createMemoryVault()
    await (await openIn(vault)).take(other)
    expect((await openIn(vault, over)).current()).toEqual({ ...told, ...over })
  })

  it('is used all the same where the vault fails, and no secret is logged', async () => {
    const log = createQuietLog()
    const broken: Vault = {
      kind: 'system',
      persistent: true,
      get: () => Promise.reject(new Error('no')),
      set: () => Promise.reject(new Error('no')),
    }
    const accounts = await openIn(broken, {}, log)
    await accounts.take(other)
    expect(accounts.current()).toMatchObject(other)
    expect(log.lines).toHaveLength(2)
    expect(log.lines.join()).not.toMatch(/secret|pass"|other/)
  })
})
