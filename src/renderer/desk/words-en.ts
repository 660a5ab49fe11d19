import { cardsWords } from './cards/words-en.ts'
import { documentsWords } from './documents/words-en.ts'
import { favouritesWords } from './favourites/words-en.ts'
import { insightsWords } from './insights/words-en.ts'
import { liveWords } from './live/words-en.ts'
import { terminalWords } from './terminal/words-en.ts'

/** Every English text of the desk; guests' words are there, too. */
export const deskWords = {
  ...liveWords,
  ...cardsWords,
  ...documentsWords,
  ...insightsWords,
  ...favouritesWords,
  ...terminalWords,
  'desk.sections': 'Sections',
  'section.live': 'Live',
  'section.cards': 'Cards',
  'section.documents': 'Documents',
  'section.insights': 'Insights',
  'section.terminal': 'Terminal',
  'desk.lock': 'Lock',
  'desk.lockAgain': 'Locks by itself after {time} without a touch',
  'desk.role.staff': 'Staff',
  'desk.role.manager': 'Manager',
  'desk.loading': 'One moment, please …',
  'desk.retry': 'Try again',
  'desk.code': 'Code {code}',
  'desk.more': 'Loading more …',
  'desk.end': 'That is all.',
  'desk.rows': '{n} row | {n} rows',
  'desk.asOf': 'as of {time}',
  'desk.refresh': 'Refresh',
  'desk.search': 'Search',
  'desk.close': 'Close',
  'desk.cancel': 'Cancel',
  'desk.save': 'Save',
  'desk.saved': 'Saved',
  'desk.none': '–',
  'desk.sort': 'Sort by {name}',
  'desk.required': 'Please fill this in.',
} as const

export type DeskKey = keyof typeof deskWords
export type DeskWords = Record<DeskKey, string>
