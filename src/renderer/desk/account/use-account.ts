import { onMounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { AccountRemoval, AccountState } from '#contract/account.ts'
import type { ErrorCode, Failure } from '#contract/errors.ts'
import { ask, failureOf } from '../../bridge.ts'
import { client } from '../../ask/client.ts'

/** How the terminal came to be signed out. */
export type SignOut = { kind: 'signed-out'; unconfirmed: ErrorCode | null } | { kind: 'removed' }

/** Whom the terminal works for, and what changes that. What was known of another account is forgotten. */
export function useAccount(): {
  state: ShallowRef<AccountState | null>
  failure: ShallowRef<Failure | null>
  lastSignOut: ShallowRef<SignOut | null>
  busy: Ref<boolean>
  /** Another number for each account that comes or goes. */
  accountKey: Ref<number>
  load: () => Promise<void>
  /** Whether it worked; `failure` says why not. */
  signIn: (username: string, password: string) => Promise<boolean>
  signOut: () => Promise<void>
  remove: (email: string) => Promise<AccountRemoval | null>
} {
  const state = shallowRef<AccountState | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const lastSignOut = shallowRef<SignOut | null>(null)
  const busy = ref(false)
  const accountKey = ref(0)

  async function run<T>(work: () => Promise<T>): Promise<T | null> {
    if (busy.value) return null
    busy.value = true
    failure.value = null
    try {
      return await work()
    } catch (thrown) {
      failure.value = failureOf(thrown)
      return null
    } finally {
      busy.value = false
    }
  }
  async function take(next: AccountState, gone: SignOut | null): Promise<void> {
    // First: what is asked from then on is another account's.
    await client.clearStore().catch(() => undefined)
    state.value = next
    lastSignOut.value = gone
    accountKey.value += 1
  }

  async function load(): Promise<void> {
    state.value = await run(() => ask('account.state', {}))
  }
  async function signIn(username: string, password: string): Promise<boolean> {
    const next = await run(() => ask('account.signIn', { username, password }))
    if (next) await take(next, null)
    return next !== null
  }
  async function signOut(): Promise<void> {
    await run(async () => {
      const { unconfirmed } = await ask('account.signOut', {})
      await take(await ask('account.state', {}), { kind: 'signed-out', unconfirmed })
    })
  }
  async function remove(email: string): Promise<AccountRemoval | null> {
    return run(async () => {
      const removal = await ask('account.remove', { email })
      if (removal.removed) await take(await ask('account.state', {}), { kind: 'removed' })
      return removal
    })
  }
  onMounted(load)
  return { state, failure, lastSignOut, busy, accountKey, load, signIn, signOut, remove }
}
