import type { Messages } from './en.ts'
import { chargingWords } from './de-charging.ts'
import { chooseWords } from './de-choose.ts'
import { connectorWords } from './de-connector.ts'
import { errorWords } from './de-errors.ts'
import { payWords } from './de-pay.ts'
import { staffWords } from './de-staff.ts'
import { findWords } from './de-find.ts'

/** Every German text of the guest screens. */
export const de: Messages = {
  ...connectorWords,
  ...chargingWords,
  ...chooseWords,
  ...payWords,
  ...errorWords,
  ...findWords,
  ...staffWords,
  'app.title': 'Elektroauto laden',
  'app.back': 'Zurück',
  'app.cancel': 'Abbrechen',
  'app.close': 'Schließen',
  'app.done': 'Fertig',
  'app.help': 'Hilfe',
  'app.retry': 'Noch einmal versuchen',
  'app.loading': 'Einen Moment bitte …',
  'app.asOf': 'Stand {time}',
  'app.asOfDay': 'Stand {date}',
  'app.notTold': 'keine Angabe',
  'app.language': 'Sprache',
  'app.display': 'Anzeige',
  'app.dark': 'Dunkle Anzeige',
  'app.light': 'Helle Anzeige',
  'app.contrast': 'Hoher Kontrast',

  'board.free': '{free} von {total} Ladeplatz frei | {free} von {total} Ladeplätzen frei',
  'board.lastKnown': 'Stand {time}',
  'board.connecting': 'Verbindung zum Ladenetz wird aufgebaut …',
  'board.plugs': 'Ladeplätze',
  'board.empty.title': 'Hier gibt es keine Ladeplätze anzuzeigen',
  'board.empty.text':
    'Das Ladenetz kennt an diesem Standort keine Ladeplätze. Personal: Bitte den Standort in den Einstellungen prüfen.',
  'board.untold.title': 'Zu den Ladeplätzen gibt es keine Angabe',
  'board.untold.text':
    'Das Ladenetz hat nicht gesagt, welche Ladeplätze es hier gibt. Dieser Bildschirm fragt von selbst noch einmal. Bleibt es so, bitte das Personal fragen.',
  'board.trouble.title': 'Laden ist hier gerade nicht möglich',
  'board.trouble.staff': 'Für das Personal',
  'board.trouble.code': 'Code {code}',
  'board.demo': 'Vorführung: Nichts hier ist echt oder kostet etwas.',

  'lost.title': 'Keine Verbindung seit {time} Uhr.',
  'lost.titleDay': 'Keine Verbindung seit {date}.',
  'lost.text': 'Die Anzeige kann veraltet sein. Gerade kann kein Laden gestartet werden.',

  'idle.title': 'Sind Sie noch da?',
  'idle.text':
    'Diese Ansicht schließt sich in {seconds} s von selbst. Ein Ladevorgang läuft weiter.',
  'idle.stay': 'Ich bin noch da',
  'idle.leave': 'Jetzt schließen',

  'help.title': 'Hilfe',
  'help.plug': 'Sie sind an Ladeplatz {number}.',
  'help.call': 'Rezeption anrufen',
  'help.callOperator': 'Betreiber der Ladestation anrufen',
  'help.desk': 'Die Rezeption hilft gern. Nennen Sie die Nummer Ihres Ladeplatzes.',
  'help.stuck.title': 'Das Kabel steckt fest',
  'help.stuck.text':
    'Stoppen Sie zuerst das Laden. Entriegeln Sie dann Ihr Auto: Die meisten geben das Kabel erst entriegelt frei. Bitte nie mit Gewalt ziehen.',
  'help.notStarting.title': 'Es startet nicht',
  'help.notStarting.text':
    'Schieben Sie den Stecker an beiden Enden hinein, bis er klickt. Hilft das nicht, wählen Sie einen anderen Ladeplatz.',
  'help.code.title': 'Sie haben Ihren Code vergessen',
  'help.code.text':
    'Die Rezeption kennt Ihr Laden an Ladeplatz und Startzeit und beendet es für Sie. Sie können auch am Auto stoppen.',
  'help.error.title': 'Was gerade nicht geht',
  'help.leave.title': 'Darf ich gehen?',
  'help.leave.text': 'Ja. Ihr Auto lädt weiter, wenn sich diese Ansicht schließt.',
  'help.code': 'Für die Rezeption: Code {code}',
}
