import type { AccountRemoval, AccountState, SignOut } from '#contract/account.ts'
import type { ErrorCode } from '#contract/errors.ts'
import {
  AccountEmailDocument,
  DeleteContactDocument,
  InvalidateSessionDocument,
  type DeleteContactMutation,
} from '#platform/generated/main/graphql.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Audit } from '#main/desk/audit.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { perhapsDoneIfUnknown, perhapsDone } from '#main/platform/perhaps-done.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'
import type { AuthSession } from '#main/platform/auth-session.ts'
import type { AccountKeeper, Credentials } from '#main/platform/account-keeper.ts'

/** The account that the terminal works with, as a manager changes it. Every change is audited. */
export interface AccountDesk {
  state(): AccountState
  /** Throws a PlatformError; then everything is as it was. */
  signIn(credentials: Credentials): Promise<AccountState>
  /** Forgets the account here, whatever the platform answers. */
  signOut(): Promise<SignOut>
  /**
   * Throws a CommandError, `invalid` where `email` is not the account's own and `perhaps-done` where nobody
   * knows what became of it, or a PlatformError.
   */
  remove(email: string): Promise<AccountRemoval>
}

interface AccountDeskDeps {
  platform: Platform
  session: Pick<AuthSession, 'signIn' | 'signOut'>
  accounts: AccountKeeper
  audit: Pick<Audit, 'write' | 'note'>
  /** Somebody signed in or out: what is shown may be another account's. */
  onChange: () => void
}

export function createAccountDesk(deps: AccountDeskDeps): AccountDesk {
  const { platform, session, accounts, audit, onChange } = deps

  const state = (): AccountState => {
    const account = accounts.current()
    return {
      signedIn: account !== null,
      username: account?.username ?? null,
      endpoint: accounts.endpoint,
      lasting: accounts.lasting,
    }
  }
  const forget = async (): Promise<void> => {
    await session.signOut()
    onChange()
  }

  return {
    state,
    async signIn(credentials) {
      const event = { action: 'account.signIn', subject: credentials.username }
      await carryOut(audit, event, () => session.signIn(credentials))
      onChange()
      return state()
    },
    async signOut() {
      const event = { action: 'account.signOut', subject: accounts.current()?.username ?? null }
      return carryOut(audit, event, async () => {
        const unconfirmed = accounts.current() ? await invalidate(platform) : null
        await forget()
        return { unconfirmed }
      })
    },
    async remove(email) {
      const { data } = await platform.execute(AccountEmailDocument, {})
      const own = data.contact?.email ?? accounts.current()?.username
      if (!own || own.toLowerCase() !== email.trim().toLowerCase()) {
        throw new CommandError(failureOf('invalid', 'that is not the address of this account'))
      }
      const answer = await carryOut(audit, { action: 'deleteContact', subject: own }, () =>
        perhapsDoneIfUnknown(platform.execute(DeleteContactDocument, {})),
      )
      const removal = removalOf(answer.data)
      if (removal.removed) await forget()
      return removal
    },
  }
}

/** `invalidateSession`: why the platform may still take the tokens; null: it takes them no more. */
async function invalidate(platform: Platform): Promise<ErrorCode | null> {
  try {
    const { data } = await platform.execute(InvalidateSessionDocument, {})
    return data.invalidateSession.isInvalidated === false ? 'rejected' : null
  } catch (error) {
    if (error instanceof PlatformError) return error.failure.code
    throw error
  }
}

/** Throws a CommandError `perhaps-done` where the platform says nothing of it. */
function removalOf({ deleteContact }: DeleteContactMutation): AccountRemoval {
  if (deleteContact === null) throw perhapsDone('unexpected-answer')
  const { error, status } = deleteContact
  const { body = null, statusText = null } = error?.response ?? {}
  return {
    removed: error === null,
    status: status ?? body?.status ?? null,
    code: error?.code ?? null,
    message: body?.message ?? statusText,
  }
}
