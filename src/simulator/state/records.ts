import type { Contact } from './account.ts'
import type { AccountDocument, Chargelog } from './model.ts'

/** All sessions of a contact, newest first: whatever runs or ran since the start is newer than its past. */
export function chargelogsOf({ chargelogs, past }: Contact): Chargelog[] {
  return [...newestFirst(chargelogs), ...past.chargelogs()]
}

/** Sessions that have not ended; the past, in which all have, need not be written for it. */
export function runningOf({ chargelogs }: Contact): Chargelog[] {
  return newestFirst(chargelogs.filter(({ status }) => status !== 'stopped'))
}

/** The sessions since the simulator started, and those that ran then, newest first. */
export function recentOf({ chargelogs }: Contact): Chargelog[] {
  return newestFirst(chargelogs)
}

/** One session of a contact by its id. */
export function chargelogOf({ chargelogs, past }: Contact, id: string): Chargelog | undefined {
  const isIt = (chargelog: Chargelog): boolean => chargelog.id === id
  return chargelogs.find(isIt) ?? past.chargelogs().find(isIt)
}

/** All documents of a contact, newest first. */
export function documentsOf({ documents, past }: Contact): AccountDocument[] {
  return [...documents.toReversed(), ...past.documents()]
}

/** One document of a contact by its id. */
export function documentOf({ documents, past }: Contact, id: string): AccountDocument | undefined {
  const isIt = (document: AccountDocument): boolean => document.id === id
  return documents.find(isIt) ?? past.documents().find(isIt)
}

const newestFirst = (chargelogs: readonly Chargelog[]): Chargelog[] =>
  chargelogs.toSorted((a, b) => b.startedMs - a.startedMs)
