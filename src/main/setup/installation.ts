import path from 'node:path'
import { openLedger } from '#main/charging/ledger.ts'
import { STOP_CODE_KEY } from '#main/charging/stop-code-key.ts'
import type { People } from '#main/desk/people.ts'
import type { House } from '#main/house.ts'
import type { Log } from '#main/log.ts'
import { createKeptSecret } from '#main/secrets/kept-secret.ts'
import type { SettingsChanges } from '#main/settings/settings-book.ts'
import type { Vault } from '#main/settings/vault.ts'
import type { Draft, DraftPerson } from './draft.ts'

export interface Installation {
  house: Omit<House, 'setup'>
  vault: Vault
  log: Log
  homeDir: string
}

/** What the terminal is already; the demo is nothing yet. */
export function draftOf({ house }: Installation): Partial<Draft> {
  const { options, guest } = house.settled()
  if (options.demo) return {}
  const { endpoint, key, username, password, site, language, timeZone } = options
  const { cards, packages, stopCodes, ownCard } = guest.rules
  return {
    endpoint,
    key,
    account:
      username !== null && password !== null ? { kind: 'contact', username, password } : null,
    place: site === null ? null : { kind: 'site', siteId: site, label: site },
    locale: language === null || timeZone === null ? null : { language, timeZone },
    rules: {
      ...{ cards, packages, stopCodes, ownCard },
      reader: guest.shown.reader,
      deskPhone: guest.shown.deskPhone,
    },
    people: house.desk.people.list().map((person) => ({ ...person, pin: null })),
    stopCodeKey: null,
  }
}

/** Writes all that the draft says, then puts the terminal on stage. Throws a CommandError. */
export async function install(draft: Draft, installation: Installation): Promise<void> {
  const { house } = installation
  house.desk.audit.write({ action: 'setup.apply', subject: draft.endpoint })
  await house.settings.write(settingsOf(draft))
  await keepStopCodeKey(draft, installation)
  await settlePeople(house.desk.people, draft.people)
  await house.restage()
}

/** By the names of docs/settings.md. */
export function settingsOf(draft: Draft): SettingsChanges {
  const { endpoint, key, account, place, locale, rules } = draft
  const named = account?.kind === 'contact' ? account : null
  return {
    ...{ endpoint, key, ...locale },
    username: named?.username ?? null,
    password: named?.password ?? null,
    site: place?.kind === 'site' ? place.siteId : null,
    guest: rules,
  }
}

async function keepStopCodeKey(draft: Draft, { vault, log, homeDir }: Installation): Promise<void> {
  if (draft.stopCodeKey === null) return
  const ledger = openLedger(path.join(homeDir, 'ledger.db'))
  try {
    const kept = createKeptSecret({ name: STOP_CODE_KEY, vault, store: ledger.guests, log })
    await kept.set(draft.stopCodeKey)
  } finally {
    ledger.close()
  }
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
