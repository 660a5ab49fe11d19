import type { chooseWords as english } from './en-choose.ts'

/** German: choosing what to charge with, how much is held, packages, and where to stop. */
export const chooseWords: Record<keyof typeof english, string> = {
  'choose.kind.phone': 'Am Handy bezahlen',
  'choose.kind.free': 'Kostenlos laden',
  'choose.free.text': 'Hier ist nichts zu bezahlen. „Laden starten“ tippen, das ist alles.',
  'choose.phone.text': 'Sie scannen einen Code und bezahlen am eigenen Handy.',
  'choose.booking.text': 'Für Gäste mit Buchung: Sie brauchen Ihre Zimmer- oder Buchungsnummer.',
  'choose.desk.text': 'Bitte fragen Sie die Rezeption: Sie startet das für Sie.',
  'choose.roaming.text': 'Karte eines Partners: Die Kosten können vom Preis hier abweichen.',
  'choose.cardEnds': 'Diese Karte gilt bis {time}.',
  'choose.noCurrency':
    'Nicht möglich: Das Ladenetz sagt nicht, in welcher Währung reserviert würde. Bitte anders bezahlen.',
  'choose.example': '{energy} ≈ {cost} (ca.)',
  'choose.example.read': 'Beispiel: {energy} kosten etwa {cost}.',
  'choose.missing.option': 'Bitte wählen, womit geladen wird',
  'choose.missing.hold': 'Bitte den Betrag wählen',
  'choose.missing.booking': 'Bitte Buchungsnummer eingeben',
  'choose.pay': 'Weiter zur Zahlung',

  'hold.title': 'Wie viel darf reserviert werden?',
  'hold.text':
    'Der Betrag wird nur reserviert, nicht abgebucht. Nach dem Laden bezahlen Sie, was es gekostet hat, der Rest wird freigegeben. Bei Ihrer Bank kann das einige Tage dauern.',
  'hold.one': '{amount} werden reserviert',
  'hold.blocked':
    'Für diesen Ladeplatz ist vielleicht noch ein Betrag reserviert. Ein weiterer ist ab {time} Uhr möglich. Bis dahin bitte anders bezahlen oder einen anderen Ladeplatz wählen.',

  'package.title': 'Pakete',
  'package.none': 'Kein Paket',
  'package.none.text': 'Sie bezahlen nach dem Preis oben.',
  'package.name': 'Paket {n}',
  'package.stop': 'Endet von selbst nach {time}',
  'package.runtime': 'Dauert {time}',
  'package.energy': 'Energie dabei: {price}',
  'package.noRate': 'Das Ladenetz sagt nicht, was die Energie dabei kostet.',
  'package.noPrice': 'Nicht zu haben: Das Ladenetz nennt dafür keinen Preis.',
  'package.noCurrency':
    'Nicht zu haben: Das Ladenetz sagt nicht, in welcher Währung der Preis ist.',

  'target.title': 'Wann aufhören?',
  'target.none': 'Laden, bis voll',
  'target.time': 'Zeit',
  'target.energy': 'Energie',
  'target.charge': 'Batterie',
  'target.less': 'Weniger',
  'target.more': 'Mehr',
  'target.time.text': 'Das Ladenetz beendet das Laden von selbst.',
  'target.watched':
    'Dieses Terminal achtet darauf und beendet das Laden, aber nur solange es läuft und verbunden ist.',
  'target.charge.text':
    'Geht nur, wenn Ihr Auto den Ladestand meldet. Bei AC-Steckern tun das viele nicht.',
  'target.shown': 'Endet bei {value}',
  'target.shown.time': 'Endet nach {value}',

  'booking.title': 'Ihre Zimmer- oder Buchungsnummer',
  'booking.text': 'So, wie sie auf Ihrer Buchung oder Zimmerkarte steht.',
  'booking.enter': 'Buchungsnummer eingeben',
  'booking.change': 'Buchungsnummer: {reference}',
  'booking.done': 'Diese Nummer verwenden',

  'own.title': 'Ihre eigene Ladekarte',
  'own.text':
    'Halten Sie Ihre Karte an den Leser. Preis, Energie und Beleg kommen vom Anbieter Ihrer Karte.',

  'legal.title': 'Vor dem Start',
  'legal.terms': 'Nutzungsbedingungen',
  'legal.privacy': 'Datenschutzerklärung',
  'legal.failed':
    'Bedingungen und Datenschutzerklärung sind gerade nicht zu haben. Die Rezeption hat sie.',
  'code.tooLong': 'Dieser Link ist zu lang für einen Code. Die Rezeption hilft gern.',
  'code.noLink': 'Das Ladenetz hat keinen Link genannt, der hier gezeigt werden darf.',

  'keys.erase': 'Letztes Zeichen löschen',
}
