import type { accountCommands } from '#contract/commands/account.ts'
import type { AccountDesk } from '#main/account/account.ts'
import type { Handlers } from './dispatch.ts'

export interface AccountParts {
  account: AccountDesk
}

/** The account that the terminal works with. */
export function accountHandlers({
  account,
}: AccountParts): Pick<Handlers, keyof typeof accountCommands> {
  return {
    'account.state': () => account.state(),
    'account.signIn': (credentials) => account.signIn(credentials),
    'account.signOut': () => account.signOut(),
    'account.remove': ({ email }) => account.remove(email),
  }
}
