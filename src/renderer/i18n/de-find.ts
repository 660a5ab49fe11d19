/** German: finding a plug, a station's page, the reader, the ways to see and reach the screen. */
export const findWords = {
  'filter.name': 'Welche Ladeplätze gezeigt werden',
  'filter.free': 'Nur freie',
  'filter.plug': 'Steckertyp',
  'filter.power': 'Leistung',
  'filter.powerFrom': '{power} und mehr',
  'filter.all': 'Alle zeigen',
  'filter.count': '{shown} von {total} Ladeplatz | {shown} von {total} Ladeplätzen',
  'filter.none.title': 'Kein passender Ladeplatz',
  'filter.none.text':
    'Kein Ladeplatz hier passt zu Ihrer Auswahl. Wählen Sie weniger aus oder sehen Sie alle an.',
  'filter.none.all': 'Alle Ladeplätze zeigen',

  'find.open': 'Ladeplatz finden',
  'find.title': 'Ladeplatz finden',
  'find.hint': 'Die Nummer auf dem Aufkleber oder die EVSE-ID.',
  'find.hint.reader': 'Sie können auch den QR-Code der Station an den Leser halten.',
  'find.keys': 'Tasten',
  'find.clear': 'Leeren',
  'find.found': '{n} Ladeplatz gefunden | {n} Ladeplätze gefunden',
  'find.more': 'und {n} weitere: Geben Sie noch ein Zeichen ein',
  'find.none.title': 'Nichts gefunden',
  'find.none.text':
    'Kein Ladeplatz hier hat diese Nummer oder EVSE-ID. Prüfen Sie den Aufkleber oder sehen Sie alle Ladeplätze an.',
  'find.lookUp': 'Diese EVSE-ID nachschlagen',
  'find.looking': 'Wird nachgeschlagen …',

  'station.title': 'Ladestation',
  'station.more': 'Mehr zu dieser Station',
  'station.failed':
    'Die Angaben zu dieser Station sind gerade nicht verfügbar. Die Ladeplätze unten funktionieren wie gewohnt.',
  'station.onTheSpot':
    'Diese Station lässt sich nicht von hier aus starten. Bitte starten Sie direkt an der Station.',
  'station.place': 'So finden Sie hin',
  'station.plugs': 'Ladeplätze dieser Station',
  'station.pictures': 'Bilder dieser Station',
  'station.picture': 'Bild {number} von {count} dieser Station',
  'station.opening': 'Öffnungszeiten',
  'station.operating': 'Ladezeiten',
  'station.open': 'Jetzt geöffnet',
  'station.closed': 'Jetzt geschlossen',
  'station.closedDay': 'Geschlossen',
  'station.allDay': 'Ganztägig geöffnet',
  'station.today': '{day} (heute)',
  'station.exceptions': 'Besondere Tage',
  'station.exception.open': 'Geöffnet: {from} bis {to}',
  'station.exception.closed': 'Geschlossen: {from} bis {to}',
  'station.maintenance': 'Wartung',
  'station.maintenance.plug': 'Ladeplatz {number}: {from} bis {to}',
  'station.maintenance.from': 'Ladeplatz {number}: ab {from}',
  'station.maintenance.until': 'Ladeplatz {number}: bis {to}',
  'station.contact': 'Kontakt',
  'station.phone': 'Telefon',
  'station.email': 'E-Mail',
  'station.busy': 'Übliche Auslastung am {day}',
  'station.busy.text':
    'Meist am vollsten gegen {busiest} ({most}), am ruhigsten gegen {quietest} ({least}).',
  'station.busy.now': 'Jetzt',

  'reader.unknown': 'Diese Karte hat hier nichts zu tun.',
  'reader.unknown.next':
    'Um mit ihr zu laden, berühren Sie zuerst Ihren Ladeplatz und halten dann die Karte an den Leser.',
  'reader.elsewhere': 'Dieser Code gehört zu keiner Station dieses Standorts.',
  'reader.elsewhere.next':
    'Wählen Sie Ihren Ladeplatz am Bildschirm, nach der Nummer auf dem Aufkleber.',
  'reader.unreadable': 'Der Leser konnte das nicht lesen.',
  'reader.unreadable.next': 'Bitte halten Sie Karte oder Code noch einmal an den Leser.',

  'app.largeText': 'Große Schrift',
  'app.lowReach': 'Alles unten in Reichweite',
  'app.languages': 'Weitere Sprachen',
  'app.languages.title': 'Sprache wählen',
}
