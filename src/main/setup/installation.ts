import path from 'node:path'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import type { People } from '#main/desk/people.ts'
import type { Log } from '#main/core/log.ts'
import type { ResolvedSettings } from '#main/settings/resolved.ts'
import type { SettingsChanges, SettingsStore } from '#main/settings/settings-store.ts'
import type { Vault } from '#main/settings/vault.ts'
import type { Options } from '#main/settings/options.ts'
import type { SiteSelection } from '#contract/setup.ts'
import type { Draft, DraftPerson } from './draft.ts'
import { writeLogo } from './logo.ts'
import { withSiteKey } from './site-key.ts'

/** What set-up changes of the running program. */
export interface RunningProgram {
  /** What is in force now. */
  resolved(): ResolvedSettings
  readonly settings: Pick<SettingsStore, 'write'>
  /** Reads all settings again and replaces the terminal. Throws a CommandError. */
  applySettings(): Promise<void>
}

export interface Installation {
  program: RunningProgram
  desk: Desk
  vault: Vault
  log: Log
  homeDir: string
}

/** What the terminal is already; the demo is nothing yet. */
export function draftOf({ program, desk }: Installation): Partial<Draft> {
  const { options, guest, branding } = program.resolved()
  if (options.demo) return {}
  const { endpoint, key, username, password, language, timeZone } = options
  const { cards, byCard, labelByCard, ...rest } = guest.rules
  const { preferredCardId, packages, stopCodes, ownCard } = rest
  return {
    endpoint,
    key,
    account:
      username !== null && password !== null ? { kind: 'contact', username, password } : null,
    place: placeOf(options),
    locale: language === null || timeZone === null ? null : { language, timeZone },
    rules: {
      ...{
        cards,
        byCard: { ...byCard },
        labelByCard: { ...labelByCard },
        preferredCardId,
        packages,
        stopCodes,
        ownCard,
      },
      reader: guest.shown.reader,
      deskPhone: guest.shown.deskPhone,
    },
    people: desk.people.list().map((person) => ({ ...person, pin: null })),
    branding: { name: branding.name, accent: branding.accent },
    logo: branding.logo === null ? null : { kept: branding.logo },
    secrets: options.secrets === 'file' ? 'file' : null,
    stopCodeKey: null,
  }
}

function placeOf({ site, stations }: Options): SiteSelection | null {
  if (site !== null) return { kind: 'site', siteId: site, label: site }
  if (stations === null) return null
  return { kind: 'stations', stations: stations.map((id) => ({ id, label: id })) }
}

/** Writes all that the draft says, then replaces the terminal. Throws a CommandError. */
export async function install(draft: Draft, installation: Installation): Promise<void> {
  const { desk, homeDir, program } = installation
  await carryOut(desk.audit, { action: 'setup.apply', subject: draft.endpoint }, async () => {
    const logo = logoFile(draft, path.join(homeDir, 'branding'))
    await program.settings.write(settingsOf(draft, logo))
    await keepSiteKey(draft, installation)
    await settlePeople(desk.people, draft.people)
    await program.applySettings()
  })
}

/** By the names of docs/settings.md. */
export function settingsOf(draft: Draft, logo: string | null): SettingsChanges {
  const { endpoint, key, account, place, locale, rules, branding, secrets } = draft
  const named = account?.kind === 'contact' ? account : null
  return {
    ...{ endpoint, key, ...locale },
    username: named?.username ?? null,
    password: named?.password ?? null,
    site: place?.kind === 'site' ? place.siteId : null,
    stations: place?.kind === 'stations' ? place.stations.map(({ id }) => id) : null,
    guest: rules,
    branding: { ...branding, logo },
    ...(secrets === null ? {} : { secrets }),
  }
}

/** Where the logo lies: written now, or where it was. */
function logoFile({ logo }: Draft, folder: string): string | null {
  if (logo === null || 'kept' in logo) return logo?.kept ?? null
  return writeLogo(logo.chosen, folder)
}

async function keepSiteKey({ stopCodeKey }: Draft, installation: Installation): Promise<void> {
  if (stopCodeKey !== null) await withSiteKey(installation, (kept) => kept.set(stopCodeKey))
}

/** Everybody of the draft and nobody else; managers first, so that there always is one. */
async function settlePeople(people: People, wanted: readonly DraftPerson[]): Promise<void> {
  const withPin = wanted.flatMap(({ pin, ...person }) => (pin === null ? [] : [{ ...person, pin }]))
  if (withPin.length === wanted.length) {
    await people.replace(withPin)
    return
  }
  const names = new Set(wanted.map(({ name }) => name))
  const managersFirst = withPin.toSorted((a, b) => (a.role < b.role ? -1 : 1))
  for (const person of managersFirst) await people.set(person)
  for (const { name } of people.list()) if (!names.has(name)) await people.remove(name)
}
