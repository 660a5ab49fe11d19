import type { Account } from '#main/platform/sign-in.ts'
import type { AccountKeeper } from '#main/platform/account-keeper.ts'

/** Keeps an account for as long as the test runs. */
export function createAccounts(told: Account): AccountKeeper {
  let current: Account | null = told
  const accounts: AccountKeeper = {
    endpoint: told.endpoint,
    lasting: false,
    current: () => current,
    as: (credentials) => ({ ...told, ...credentials }),
    take(credentials) {
      current = accounts.as(credentials)
      return Promise.resolve()
    },
    drop() {
      current = null
      return Promise.resolve()
    },
  }
  return accounts
}
