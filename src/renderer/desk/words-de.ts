import { accountWords } from './account/words-de.ts'
import { liveWords } from './live/words-de.ts'
import { sessionsWords } from './sessions/words-de.ts'
import { terminalWords } from './terminal/words-de.ts'
import type { DeskWords } from './words-en.ts'

/** Every German text of the desk. */
export const deskWords: DeskWords = {
  ...accountWords,
  ...liveWords,
  ...sessionsWords,
  ...terminalWords,
  'desk.sections': 'Bereiche',
  'section.account': 'Konto',
  'section.live': 'Live',
  'section.sessions': 'Ladevorgänge',
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
  'desk.unsaved': 'Ohne Speichern verlassen?',
  'desk.unsaved.text': 'Was hier eingetippt wurde, geht verloren.',
  'desk.unsaved.discard': 'Verwerfen',
  'desk.unsaved.stay': 'Hier bleiben',
  'desk.required': 'Bitte ausfüllen.',
}
