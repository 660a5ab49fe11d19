import { expect, it, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import { createAuthSession, type AuthSession } from '#main/platform/auth-session.ts'
import { createTokenStore } from '#main/platform/tokens.ts'
import { createMemoryVault, type Vault } from '#main/settings/vault.ts'
import { createAccounts } from '../support/accounts.ts'
import { createFakeHttp, fakeToken } from '../support/fake-http.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const account = { endpoint: 'https://p/', key: 'psk', username: 'user', password: 'secret' }

function openSession(vault: Vault): AuthSession {
  const clock = createClock({ startMs: 1_700_000_000_000, speed: 0 })
  const sessionToken = fakeToken('s1', clock.now(), 3_600_000)
  const http = createFakeHttp(() => ({ initSession: { sessionToken, refreshToken: 'r1' } }))
  const accounts = createAccounts(account)
  const store = createTokenStore(vault, accounts.current)
  return createAuthSession({ http, accounts, store, clock, log: createQuietLog() })
}

it('gives up tokens that are being kept while somebody signs out', async () => {
  const vault = createMemoryVault()
  const slow = Promise.withResolvers<null>()
  const written: string[] = []
  const session = openSession({
    ...vault,
    set: async (name, value) => {
      written.push(value)
      if (written.length === 1) await slow.promise
      await vault.set(name, value)
    },
  })
  const late = session.token()
  await vi.waitFor(() => {
    expect(written).toHaveLength(1)
  })
  await session.signOut()
  slow.resolve(null)
  await expect(late).rejects.toThrow('signed out')
  await expect(session.token()).rejects.toThrow('signed out')
  expect(JSON.stringify(await Promise.all(vault.names().map(vault.get)))).not.toContain('r1')
})
