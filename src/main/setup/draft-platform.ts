import type { CommandInput } from '#contract/commands.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'
import { endpointSchema } from '#main/settings/option-values.ts'
import {
  acceptDocuments,
  platformByAccount,
  platformByKey,
  register,
  type KeyHolder,
  type Way,
} from './draft-account.ts'
import type { Draft, DraftAccount } from './draft.ts'
import { incomplete, type OpenDraft } from './open-draft.ts'
import { tryEndpoint } from './try-endpoint.ts'

/** How a draft comes by its platform: first contact with the key, then an account. */
export interface DraftPlatform {
  /** The platform as the draft sees it: with its key, or as its account. Throws `setup-incomplete`. */
  platform(): Platform
  tryEndpoint(input: CommandInput<'setup.tryEndpoint'>): Promise<void>
  /** Throws a PlatformError (`wrong-credentials`, `email-unconfirmed`, …). */
  signIn(input: CommandInput<'setup.signIn'>): Promise<void>
  register(input: CommandInput<'setup.register'>): Promise<void>
  signInAnonymously(): Promise<void>
}

export function createDraftPlatform(
  draft: OpenDraft,
  way: Way,
): DraftPlatform & { forget(): void } {
  let signedIn: Platform | null = null

  const enter = async (account: DraftAccount): Promise<void> => {
    const { platform, signIn } = platformByAccount(keyHolder(draft.now()), account, way)
    await draft.settled(signIn())
    const { registered } = draft.now()
    if (account.kind === 'contact' && registered?.username === account.username) {
      await draft.settled(acceptDocuments(platform, registered.acceptedDocumentIds, way.log))
    }
    signedIn = platform
    // Rules are of an account's cards: another one has others.
    const before = draft.now()
    const rules = nameOf(account) === nameOf(before.account) ? before.rules : null
    draft.change({ account, registered: null, place: null, rules })
  }

  return {
    platform() {
      const { account } = draft.now()
      if (!account) return platformByKey(keyHolder(draft.now()), way)
      return (signedIn ??= platformByAccount(keyHolder(draft.now()), account, way).platform)
    },
    async tryEndpoint(input) {
      const holder = holderToTry(input, draft.now())
      const tries = await draft.settled(tryEndpoint(holder, way))
      const { endpoint, key } = draft.now()
      const isSame = holder.endpoint === endpoint && holder.key === key
      if (!isSame) signedIn = null
      draft.change({
        ...holder,
        tries,
        ...(isSame ? {} : { account: null, registered: null, place: null }),
      })
    },
    signIn({ username, password }) {
      const { registered } = draft.now()
      const known = registered?.username === username ? registered.password : null
      return enter({ kind: 'contact', username, password: password ?? known ?? '' })
    },
    async register(registration) {
      const { profile, password, acceptedDocumentIds } = registration
      const username = profile.email
      await draft.settled(register(platformByKey(keyHolder(draft.now()), way), registration))
      draft.change({ registered: { username, password, acceptedDocumentIds }, account: null })
      signedIn = null
      try {
        await enter({ kind: 'contact', username, password })
      } catch (error) {
        // The account is made; signing in is the next step, once the e-mail is confirmed.
        if (!(error instanceof PlatformError)) throw error
        way.log.info({ code: error.failure.code }, 'a new account cannot sign in yet')
      }
    },
    signInAnonymously: () => enter({ kind: 'anonymous' }),
    forget() {
      signedIn = null
    },
  }
}

/** Throws a CommandError: `endpoint-unfit`, or `wrong-key` where there is none. */
function holderToTry(input: CommandInput<'setup.tryEndpoint'>, draft: Draft): KeyHolder {
  const { endpoint } = input
  if (!endpointSchema.safeParse(endpoint).success) {
    throw new CommandError(failureOf('endpoint-unfit', 'The address must be https://…'))
  }
  // A known key goes to no other endpoint than its own.
  const key = input.key ?? (endpoint === draft.endpoint ? draft.key : null)
  if (key === null) throw new CommandError(failureOf('wrong-key', 'no pre-shared key is set'))
  return { endpoint, key }
}

function keyHolder({ endpoint, key }: Draft): KeyHolder {
  if (endpoint !== null && key !== null) return { endpoint, key }
  throw incomplete(['endpoint'])
}

const nameOf = (account: DraftAccount | null): string | null =>
  account?.kind === 'contact' ? account.username : null
