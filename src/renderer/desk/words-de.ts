import { cardsWords } from './cards/words-de.ts'
import { documentsWords } from './documents/words-de.ts'
import { favouritesWords } from './favourites/words-de.ts'
import { insightsWords } from './insights/words-de.ts'
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
  ...cardsWords,
  ...documentsWords,
  ...insightsWords,
  ...favouritesWords,
  ...terminalWords,
  'desk.sections': 'Bereiche',
  'section.account': 'Konto',
  'section.live': 'Live',
  'section.sessions': 'Ladevorgänge',
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
  'desk.error.not-found': 'Die Plattform kennt das nicht.',
  'desk.error.not-found.next':
    'Vielleicht hat es sich inzwischen geändert: bitte ansehen, was jetzt hier steht.',
  'desk.error.invalid': 'Die Plattform kann die Eingabe nicht annehmen.',
  'desk.error.invalid.next': 'Bitte prüfen und noch einmal versuchen.',
  'desk.error.rejected': 'Die Plattform hat es abgelehnt.',
  'desk.error.rejected.next': 'Bitte den Betreiber des Netzes fragen.',
  'desk.error.forbidden': 'Dieses Konto darf das nicht.',
  'desk.error.forbidden.next': 'Bitte den Betreiber des Netzes fragen.',
  'desk.error.card-unknown': 'Das Netz nimmt diese Karte hier nicht an.',
  'desk.error.card-unknown.next':
    'Bitte eine andere Karte wählen oder unter Karten nachsehen, ob sie aktiv ist.',
  'desk.error.no-printer': 'An diesem Terminal ist kein Drucker bereit.',
  'desk.error.no-printer.next':
    'Bitte Kabel und Papier prüfen, und seinen Namen unter Terminal, Einstellungen.',
  'desk.error.wrong-credentials': 'Benutzername oder Passwort stimmt nicht.',
  'desk.error.wrong-credentials.next': 'Bitte beide noch einmal eintippen.',
  'desk.error.unexpected-answer': 'Die Plattform hat etwas anderes geantwortet als erwartet.',
  'desk.error.unexpected-answer.next':
    'Bitte versuchen Sie es noch einmal. Bleibt es so, sagen Sie es dem Betreiber des Netzes.',
  'desk.error.internal': 'In diesem Terminal ist etwas schiefgegangen.',
  'desk.error.internal.next':
    'Bitte versuchen Sie es noch einmal. Bleibt es so, melden Sie es der Betreuung dieses Terminals.',
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
  'desk.notTold': 'Die Plattform sagt dazu nichts.',
  'desk.notTold.text':
    'Es kann trotzdem etwas da sein. Bitte noch einmal versuchen; bleibt es so, den Betreiber des Netzes fragen.',
  'desk.rate.unnamed': 'Tarif ohne Namen ({id})',
  'desk.method.unnamed': 'Zahlungsart ohne Namen ({id})',
  'desk.none': '–',
  'desk.sort': 'Nach {name} sortieren',
  'desk.unsaved': 'Ohne Speichern verlassen?',
  'desk.unsaved.text': 'Was hier eingetippt wurde, geht verloren.',
  'desk.unsaved.discard': 'Verwerfen',
  'desk.unsaved.stay': 'Hier bleiben',
  'desk.required': 'Bitte ausfüllen.',
}
