import { cardsWords } from './cards/words-en.ts'
import { documentsWords } from './documents/words-en.ts'
import { favouritesWords } from './favourites/words-en.ts'
import { insightsWords } from './insights/words-en.ts'
import { accountWords } from './account/words-en.ts'
import { liveWords } from './live/words-en.ts'
import { sessionsWords } from './sessions/words-en.ts'
import { terminalWords } from './terminal/words-en.ts'

/** Every English text of the desk; guests' words are there, too. */
export const deskWords = {
  ...accountWords,
  ...liveWords,
  ...sessionsWords,
  ...cardsWords,
  ...documentsWords,
  ...insightsWords,
  ...favouritesWords,
  ...terminalWords,
  'desk.sections': 'Sections',
  'section.account': 'Account',
  'section.live': 'Live',
  'section.sessions': 'Sessions',
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
  'desk.error.not-found': 'The platform does not know this.',
  'desk.error.not-found.next':
    'It may have changed in the meantime: please look at what is shown now.',
  'desk.error.invalid': 'The platform cannot take what was typed.',
  'desk.error.invalid.next': 'Please check it and try again.',
  'desk.error.rejected': 'The platform has refused it.',
  'desk.error.rejected.next': 'Please ask the operator of the network.',
  'desk.error.forbidden': 'This account may not do that.',
  'desk.error.forbidden.next': 'Please ask the operator of the network.',
  'desk.error.card-unknown': 'The network does not accept this card here.',
  'desk.error.card-unknown.next': 'Choose another card, or see under Cards whether it is active.',
  'desk.error.no-printer': 'No printer is ready at this terminal.',
  'desk.error.no-printer.next': 'Check its cable and paper, and its name under Terminal, Settings.',
  'desk.error.wrong-credentials': 'User name or password is not right.',
  'desk.error.wrong-credentials.next': 'Please type both once more.',
  'desk.error.unexpected-answer': 'The platform has answered something else than expected.',
  'desk.error.unexpected-answer.next':
    'Please try again. If it stays, tell the operator of the network.',
  'desk.error.internal': 'Something went wrong in this terminal.',
  'desk.error.internal.next':
    'Please try again. If it stays, tell whoever looks after this terminal.',
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
  'desk.notTold': 'The platform does not tell this.',
  'desk.notTold.text':
    'It may be there all the same. Please try again; if it stays, ask the operator of the network.',
  'desk.rate.unnamed': 'Rate without a name ({id})',
  'desk.method.unnamed': 'Way to pay without a name ({id})',
  'desk.none': '–',
  'desk.sort': 'Sort by {name}',
  'desk.unsaved': 'Leave without saving?',
  'desk.unsaved.text': 'What you have typed here is lost.',
  'desk.unsaved.discard': 'Discard',
  'desk.unsaved.stay': 'Stay here',
  'desk.required': 'Please fill this in.',
} as const

export type DeskKey = keyof typeof deskWords
export type DeskWords = Record<DeskKey, string>
