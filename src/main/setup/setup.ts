import { randomBytes } from 'node:crypto'
import type { CommandInput } from '#contract/commands.ts'
import type { Exported, SetupState } from '#contract/setup.ts'
import { assertPeopleFit } from '#main/desk/people.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'
import { isReadable } from '#main/settings/contrast.ts'
import { endpointSchema, languageSchema, timeZoneSchema } from '#main/settings/option-values.ts'
import {
  acceptDocuments,
  platformByKey,
  register,
  platformByAccount,
  type KeyHolder,
  type Way,
} from './draft-account.ts'
import { emptyDraft, missingOf, stateOf, type Draft, type DraftAccount } from './draft.ts'
import { chosenLogo } from './logo.ts'
import { tryEndpoint } from './try-endpoint.ts'

/** The set-up wizard's side in main: a draft in memory, which becomes the terminal when it is applied. */
export interface Setup {
  state(): SetupState
  /** The platform as the draft sees it: with its key, or as its account. Throws `setup-incomplete`. */
  platform(): Platform
  tryEndpoint(input: CommandInput<'setup.tryEndpoint'>): Promise<void>
  /** Throws a PlatformError (`wrong-credentials`, `email-unconfirmed`, …). */
  signIn(input: CommandInput<'setup.signIn'>): Promise<void>
  register(input: CommandInput<'setup.register'>): Promise<void>
  signInAnonymously(): Promise<void>
  choosePlace(input: CommandInput<'setup.choosePlace'>): void
  chooseLocale(input: CommandInput<'setup.chooseLocale'>): void
  chooseRules(input: CommandInput<'setup.chooseRules'>): void
  setPeople(input: CommandInput<'setup.setPeople'>): void
  chooseBranding(input: CommandInput<'setup.chooseBranding'>): void
  chooseSecrets(input: CommandInput<'setup.chooseSecrets'>): void
  /** Writes the provisioning file of the site's next terminal. Throws `setup-incomplete`. */
  export(): Promise<void>
  /** Makes the terminal what the draft says. Throws `setup-incomplete`. */
  apply(): Promise<void>
  /** The person has gone: nothing of the draft stays in memory. */
  forget(): void
}

export interface SetupDeps extends Way {
  /** What the terminal is already, to begin from. */
  begin: () => Partial<Draft>
  /** Writes the file and tells where. */
  exportDraft: (draft: Draft) => Promise<Exported>
  applyDraft: (draft: Draft) => Promise<void>
  machineTimeZone: () => string
  /** What is asked of new PINs. */
  leastDigits: () => number
  /** The machine has a protected place for secrets. */
  protectsSecrets: () => boolean
}

export function createSetup(deps: SetupDeps): Setup {
  const { log } = deps
  let begun: Draft | null = null
  let signedIn: Platform | null = null

  const draft = (): Draft => (begun ??= fresh(deps.begin()))
  const change = (part: Partial<Draft>): void => {
    begun = { ...draft(), exported: null, ...part }
  }
  /** Work that takes time counts only for the draft that it was begun for. */
  const settled = async <T>(work: Promise<T>): Promise<T> => {
    const before = draft()
    const value = await work
    if (begun === before) return value
    throw new CommandError(failureOf('wrong-mode', 'The set-up has gone on meanwhile.'))
  }
  const keyHolder = (): KeyHolder => {
    const { endpoint, key } = draft()
    if (endpoint !== null && key !== null) return { endpoint, key }
    throw incomplete(['endpoint'])
  }
  const enter = async (account: DraftAccount): Promise<void> => {
    const { platform, signIn } = platformByAccount(keyHolder(), account, deps)
    await settled(signIn())
    const { registered } = draft()
    if (account.kind === 'contact' && registered?.username === account.username) {
      await settled(acceptDocuments(platform, registered.acceptedDocumentIds, log))
    }
    signedIn = platform
    // Rules are of an account's cards: another one has others.
    const rules = nameOf(account) === nameOf(draft().account) ? draft().rules : null
    change({ account, registered: null, place: null, rules })
  }
  const assertWhole = (): Draft => {
    const missing = missingOf(draft())
    if (missing.length > 0) throw incomplete(missing)
    return draft()
  }

  return {
    state: () =>
      stateOf(draft(), {
        timeZone: deps.machineTimeZone(),
        protectsSecrets: deps.protectsSecrets(),
      }),
    platform() {
      const { account } = draft()
      if (!account) return platformByKey(keyHolder(), deps)
      return (signedIn ??= platformByAccount(keyHolder(), account, deps).platform)
    },
    async tryEndpoint({ endpoint, key: given }) {
      if (!endpointSchema.safeParse(endpoint).success) {
        throw new CommandError(failureOf('endpoint-unfit', 'The address must be https://…'))
      }
      // A known key goes to no other endpoint than its own.
      const key = given ?? (endpoint === draft().endpoint ? draft().key : null)
      if (key === null) throw new CommandError(failureOf('wrong-key', 'no pre-shared key is set'))
      const tries = await settled(tryEndpoint({ endpoint, key }, deps))
      const isSame = endpoint === draft().endpoint && key === draft().key
      if (!isSame) signedIn = null
      change({
        ...{ endpoint, key, tries },
        ...(isSame ? {} : { account: null, registered: null, place: null }),
      })
    },
    signIn({ username, password }) {
      const { registered } = draft()
      const known = registered?.username === username ? registered.password : null
      return enter({ kind: 'contact', username, password: password ?? known ?? '' })
    },
    async register(registration) {
      const { profile, password, acceptedDocumentIds } = registration
      const username = profile.email
      await settled(register(platformByKey(keyHolder(), deps), registration))
      change({ registered: { username, password, acceptedDocumentIds }, account: null })
      signedIn = null
      try {
        await enter({ kind: 'contact', username, password })
      } catch (error) {
        // The account is made; signing in is the next step, once the e-mail is confirmed.
        if (!(error instanceof PlatformError)) throw error
        log.info({ code: error.failure.code }, 'a new account cannot sign in yet')
      }
    },
    signInAnonymously: () => enter({ kind: 'anonymous' }),
    choosePlace({ place }) {
      change({ place })
    },
    chooseLocale(locale) {
      const isKnown =
        languageSchema.safeParse(locale.language).success &&
        timeZoneSchema.safeParse(locale.timeZone).success
      if (!isKnown) throw new CommandError(failureOf('invalid', 'no such language or time zone'))
      change({ locale })
    },
    chooseRules(rules) {
      change({ rules })
    },
    setPeople({ people }) {
      const known = draft().people
      const next = people.map((person) => ({
        ...person,
        pin: person.pin ?? known.find(({ name }) => name === person.name)?.pin ?? null,
      }))
      assertPeopleFit(next, known, deps.leastDigits())
      change({ people: next })
    },
    chooseBranding({ logo, ...branding }) {
      if (branding.accent !== null && !isReadable(branding.accent)) {
        throw new CommandError(failureOf('colour-unfit', 'White text on it cannot be read.'))
      }
      if (logo === undefined) change({ branding })
      else change({ branding, logo: logo === null ? null : { chosen: chosenLogo(logo) } })
    },
    chooseSecrets({ secrets }) {
      change({ secrets })
    },
    async export() {
      const whole = assertWhole()
      const exported = await settled(deps.exportDraft(whole))
      begun = { ...whole, exported }
    },
    async apply() {
      const whole = assertWhole()
      await settled(deps.applyDraft(whole))
      begun = { ...whole, applied: true }
    },
    forget() {
      begun = null
      signedIn = null
    },
  }
}

/** A new terminal makes the site's key of stop codes; one that has a key keeps it. */
function fresh(begin: Partial<Draft>): Draft {
  return { ...emptyDraft, stopCodeKey: randomBytes(32).toString('base64url'), ...begin }
}

const nameOf = (account: DraftAccount | null): string | null =>
  account?.kind === 'contact' ? account.username : null

function incomplete(missing: readonly string[]): CommandError {
  const details = { missing: missing.join(',') }
  return new CommandError(failureOf('setup-incomplete', 'Something is not settled yet.', details))
}
