import type { paymentWords as english } from './words-payment-en.ts'

/** German: payment, papers, network, deletion. */
export const paymentWords: Record<keyof typeof english, string> = {
  'payment.register': 'Zahlungsmittel anmelden',
  'payment.register.text':
    'Das geschieht auf der Seite des Zahlungsdienstes, auf einem Handy. Hier wird nichts davon eingetippt.',
  'payment.rate.hint': 'Die Anmeldung gehört zu diesem Tarif.',
  'payment.showCode': 'Code zeigen',
  'payment.scan': 'Mit dem Handy des Karteninhabers scannen',
  'payment.waiting': 'Warten, bis die Plattform sagt, dass das Konto zahlen kann …',
  'payment.lookYourself':
    'Das Konto kann schon zahlen, darum sagt die Plattform nicht, wann das fertig ist. Nachsehen, sobald das Handy es sagt.',
  'payment.look': 'Nachsehen',
  'payment.transaction': 'Vorgang {id}',
  'payment.added': 'Es gibt ein neues Zahlungsmittel.',
  'payment.noLink': 'Die Plattform hat keine Seite dafür geliefert.',
  'payment.noLink.text': 'Bitte noch einmal versuchen oder den Betreiber des Netzes fragen.',
  'payment.has.yes':
    'Das Konto kann zahlen: Es hat einen Vertrag oder ein angemeldetes Zahlungsmittel.',
  'payment.has.no':
    'Das Konto kann noch nicht zahlen: Es hat weder Vertrag noch angemeldetes Zahlungsmittel.',
  'payment.has.unknown': 'Die Plattform sagt nicht, ob das Konto zahlen kann.',
  'payment.registered': 'Angemeldet',
  'payment.registered.none': 'Keines ist angemeldet.',
  'payment.until': 'bis {until}',
  'payment.applicable': 'Lässt sich anmelden',
  'payment.applicable.none': 'Die Plattform bietet keine an.',
  'papers.text':
    'Die gültigen Dokumente. Die Plattform sagt für jede Art, ob sie angenommen wurde, aber nicht in welcher Version.',
  'papers.none': 'Die Plattform nennt keine Rechtsdokumente.',
  'papers.version': 'Version {version}',
  'papers.read': 'Scannen und lesen',
  'papers.accepted': 'Angenommen',
  'papers.open': 'Noch nicht angenommen',
  'papers.unknown': 'Nicht bekannt',
  'papers.accept': 'Annehmen',
  'papers.accept.title': '{name}, Version {version} annehmen?',
  'papers.accept.text': 'Die Annahme gilt für das Konto. Bitte vorher lesen.',
  'tenant.settings': 'Einstellungen des Netzes',
  'tenant.settings.text': 'Wie der Betreiber sie gesetzt hat; alle sind Texte.',
  'tenant.settings.none': 'Die Plattform nennt keine.',
  'tenant.settings.notFound': 'Nichts passt zur Suche.',
  'tenant.currencies': 'Währungen',
  'tenant.currencies.text': 'In einer davon lässt sich das Konto führen: siehe Kontakt.',
  'tenant.currencies.none': 'Die Plattform nennt keine.',
  'danger.title': 'Konto löschen',
  'danger.text':
    'Das Konto wird bei der Plattform gelöscht, für jedes Terminal und jede App, die es verwendet. Nichts bringt es zurück. Verloren sind:',
  'danger.loss.cards': 'seine Karten: Niemand kann mehr damit laden',
  'danger.loss.contracts': 'seine Verträge, Bankverbindung und Zahlungsmittel',
  'danger.loss.history': 'die Liste seiner Ladevorgänge und seine Dokumente',
  'danger.loss.terminal':
    'die Anmeldung dieses Terminals: Gäste können nicht laden, bis sich jemand anmeldet',
  'danger.running':
    '{n} Ladevorgang läuft auf diesem Konto. | {n} Ladevorgänge laufen auf diesem Konto.',
  'danger.running.text':
    'Bitte ihn zuerst beenden: Ist das Konto weg, kann es niemand mehr. | Bitte sie zuerst beenden: Ist das Konto weg, kann es niemand mehr.',
  'danger.type': 'Zum Fortfahren die E-Mail-Adresse des Kontos eintippen:',
  'danger.confirmation': 'E-Mail-Adresse des Kontos',
  'danger.differs': 'Das ist nicht die Adresse dieses Kontos.',
  'danger.unknown':
    'Ob das Konto gelöscht wurde, ist vielleicht nicht bekannt: diesen Bereich noch einmal öffnen.',
  'danger.delete': 'Konto endgültig löschen',
}
