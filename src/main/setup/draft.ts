import type { Person } from '#contract/desk.ts'
import type { Picture } from '#main/core/picture.ts'
import {
  tryNames,
  type Exported,
  type SiteSelection,
  type SecretsPlace,
  type SetupBranding,
  type SetupPart,
  type SetupRules,
  type SetupState,
  type SiteLocale,
  type Try,
} from '#contract/setup.ts'

/** Whom the terminal signs in as. */
export type DraftAccount =
  { kind: 'contact'; username: string; password: string } | { kind: 'anonymous' }

/** Somebody at the desk; without a PIN it is the one that this person has already. */
export interface DraftPerson extends Person {
  readonly pin: string | null
}

/** A picture that was chosen here, or the file that is shown already. */
export type DraftLogo = { readonly chosen: Picture } | { readonly kept: string }

/** Everything that was entered in set-up so far. It has secrets and never leaves main. */
export interface Draft {
  readonly endpoint: string | null
  readonly key: string | null
  readonly tries: readonly Try[]
  readonly account: DraftAccount | null
  /** A new account that cannot sign in yet, and what its owner has accepted (ids). */
  readonly registered: {
    readonly username: string
    readonly password: string
    readonly acceptedDocumentIds: readonly string[]
  } | null
  readonly place: SiteSelection | null
  readonly locale: SiteLocale | null
  readonly rules: SetupRules | null
  readonly people: readonly DraftPerson[]
  readonly branding: SetupBranding
  readonly logo: DraftLogo | null
  /** Where secrets are kept if the system cannot protect them; null: nobody has chosen. */
  readonly secrets: SecretsPlace | null
  /** The key of the site's stop codes; null: the one that this terminal has stays. */
  readonly stopCodeKey: string | null
  readonly exported: Exported | null
  readonly applied: boolean
}

export const emptyDraft: Draft = {
  endpoint: null,
  key: null,
  tries: [],
  account: null,
  registered: null,
  place: null,
  locale: null,
  rules: null,
  people: [],
  branding: { name: null, accent: null },
  logo: null,
  secrets: null,
  stopCodeKey: null,
  exported: null,
  applied: false,
}

/** What is not settled yet, in the order of the steps. */
export function missingOf(draft: Draft): SetupPart[] {
  const isSettled: Record<SetupPart, boolean> = {
    endpoint:
      draft.tries.length === tryNames.length &&
      draft.tries.every(({ outcome }) => outcome === 'passed' || outcome === 'local'),
    account: draft.account !== null,
    place: draft.place !== null,
    locale: draft.locale !== null,
    rules: draft.rules !== null,
    people: draft.people.some(({ role }) => role === 'manager'),
  }
  return (Object.keys(isSettled) as SetupPart[]).filter((part) => !isSettled[part])
}

/** What set-up has to know of the machine. */
export interface Machine {
  readonly timeZone: string
  /** It has a protected place for secrets. */
  readonly protectsSecrets: boolean
}

/** The draft as the screen may know it: without a secret. */
export function stateOf(draft: Draft, machine: Machine): SetupState {
  const { endpoint, tries, account, place, locale, rules, exported, applied } = draft
  return {
    endpoint,
    hasKey: draft.key !== null,
    tries: [...tries],
    account:
      account?.kind === 'contact' ? { kind: 'contact', username: account.username } : account,
    unconfirmed: account === null ? (draft.registered?.username ?? null) : null,
    place,
    locale,
    rules,
    people: draft.people.map(({ name, role }) => ({ name, role })),
    branding: { ...draft.branding, hasLogo: draft.logo !== null },
    stopCodeKey: draft.stopCodeKey === null ? 'kept' : 'new',
    exported,
    missing: missingOf(draft),
    applied,
    secrets: draft.secrets,
    protectsSecrets: machine.protectsSecrets,
    machineTimeZone: machine.timeZone,
  }
}
