import { profileWords } from '../../account/words-de.ts'
import { contactWords } from './words-contact-de.ts'
import type { accountWords as english } from './words-en.ts'
import { paymentWords } from './words-payment-de.ts'

/** German: the account. */
export const accountWords: Record<keyof typeof english, string> = {
  ...profileWords,
  ...contactWords,
  ...paymentWords,
  'account.title': 'Konto',
  'account.tabs': 'Teile des Kontos',
  'account.tab.contact': 'Kontakt',
  'account.tab.contracts': 'Verträge',
  'account.tab.payment': 'Zahlung',
  'account.tab.legal': 'Rechtliches',
  'account.tab.tenant': 'Netz',
  'account.tab.danger': 'Löschen',
  'account.who': 'Angemeldet als {username} bei {endpoint}',
  'account.anonymous': 'Ohne Konto angemeldet bei {endpoint}',
  'account.anonymous.title': 'Dieses Terminal arbeitet ohne Konto.',
  'account.anonymous.text':
    'Es zeigt den Standort und startet nichts. Mit einer Anmeldung stehen Kontakt, Verträge und Zahlung hier.',
  'account.endpoint': 'Ladenetz: {endpoint}',
  'account.username': 'Benutzername',
  'account.password': 'Passwort',
  'account.signIn': 'Anmelden',
  'account.signInAgain': 'Neu anmelden',
  'account.signInAgain.text':
    'Mit neuem Passwort oder als anderes Konto. Wird es abgelehnt, bleibt alles, wie es ist.',
  'account.signOut': 'Abmelden',
  'account.signOut.title': 'Dieses Terminal abmelden?',
  'account.signOut.text':
    'Bis sich wieder jemand anmeldet, kann hier niemand laden oder stoppen, und die Tafel zeigt keine aktuellen Werte.',
  'account.signOut.running':
    '{n} Ladevorgang läuft: Er läuft weiter und lässt sich nur am Auto beenden. | {n} Ladevorgänge laufen: Sie laufen weiter und lassen sich nur an den Autos beenden.',
  'account.notLasting':
    'Dieser Rechner schützt keine Geheimnisse: Beim nächsten Start gilt wieder das Konto aus den Einstellungen.',
  'account.signedOut': 'Dieses Terminal ist abgemeldet.',
  'account.signedOut.text':
    'Niemand kann hier laden oder stoppen, bis sich jemand anmeldet. Ein neues Konto wird in der Einrichtung angelegt.',
  'account.signedOut.unconfirmed':
    'Das Terminal hat die Anmeldung vergessen, aber die Plattform hat ihr Ende nicht bestätigt: Dort kann sie noch eine Weile gelten.',
  'account.removed': 'Das Konto wurde gelöscht.',
  'account.removed.text': 'Die Plattform hat es bestätigt. Mit einem anderen Konto geht es weiter.',
  'account.partial': 'Nicht alles konnte gelesen werden.',
  'account.partial.text': 'Was hier fehlt, kann bei der Plattform trotzdem vorhanden sein.',
  'account.answer.good': 'Die Plattform hat es angenommen.',
  'account.answer.bad': 'Die Plattform hat es abgelehnt.',
  'account.answer': 'Ihre Antwort: {told}',
  'account.answer.none': 'Mehr hat sie nicht gesagt.',
  'form.problems': 'Etwas fehlt oder stimmt nicht: siehe die Felder oben.',
  'form.revert': 'Änderungen zurücknehmen',
}
