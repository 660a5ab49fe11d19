import { cardsWords } from './cards/words-de.ts'
import { documentsWords } from './documents/words-de.ts'
import { favouritesWords } from './favourites/words-de.ts'
import { insightsWords } from './insights/words-de.ts'
import { liveWords } from './live/words-de.ts'
import { terminalWords } from './terminal/words-de.ts'
import type { DeskWords } from './words-en.ts'

/** Every German text of the desk. */
export const deskWords: DeskWords = {
  ...liveWords,
  ...cardsWords,
  ...documentsWords,
  ...insightsWords,
  ...favouritesWords,
  ...terminalWords,
  'desk.sections': 'Bereiche',
  'section.live': 'Live',
  'section.cards': 'Karten',
  'section.documents': 'Dokumente',
  'section.insights': 'Auswertung',
  'section.terminal': 'Terminal',
  'desk.lock': 'Sperren',
  'desk.lockAgain': 'Sperrt sich nach {time} ohne Berührung von selbst',
  'desk.role.staff': 'Personal',
  'desk.role.manager': 'Leitung',
  'desk.loading': 'Einen Moment bitte …',
  'desk.retry': 'Noch einmal versuchen',
  'desk.code': 'Code {code}',
  'desk.more': 'Weitere werden geladen …',
  'desk.end': 'Das ist alles.',
  'desk.rows': '{n} Zeile | {n} Zeilen',
  'desk.asOf': 'Stand {time}',
  'desk.refresh': 'Aktualisieren',
  'desk.search': 'Suchen',
  'desk.close': 'Schließen',
  'desk.cancel': 'Abbrechen',
  'desk.save': 'Speichern',
  'desk.saved': 'Gespeichert',
  'desk.none': '–',
  'desk.sort': 'Nach {name} sortieren',
  'desk.required': 'Bitte ausfüllen.',
}
