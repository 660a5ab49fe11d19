import type { findWords as english } from './en-find.ts'

/** Dutch: finding a plug, a station's page, the reader, the ways to see and reach the screen. */
export const findWords: Record<keyof typeof english, string> = {
  'filter.name': 'Welke laadplekken tonen',
  'filter.free': 'Alleen vrij',
  'filter.plug': 'Soort stekker',
  'filter.power': 'Vermogen',
  'filter.powerFrom': '{power} en meer',
  'filter.current': 'AC of DC',
  'filter.all': 'Alles tonen',
  'filter.count': '{shown} van {total} laadplek getoond | {shown} van {total} laadplekken getoond',
  'filter.none.title': 'Geen laadplek zoals deze',
  'filter.none.text':
    'Geen laadplek van deze locatie past bij uw keuze. Kies minder of bekijk alle laadplekken.',
  'filter.none.all': 'Alle laadplekken tonen',

  'find.open': 'Laadplek zoeken',
  'find.title': 'Laadplek zoeken',
  'find.hint': 'Het nummer op de sticker of de EVSE-ID.',
  'find.hint.reader': 'U kunt ook de QR-code van het laadstation voor de lezer houden.',
  'find.keys': 'Toetsen',
  'find.clear': 'Wissen',
  'find.found': '{n} laadplek gevonden | {n} laadplekken gevonden',
  'find.more': 'en nog {n}: typ nog een teken',
  'find.none.title': 'Niets gevonden',
  'find.none.text':
    'Geen laadplek van deze locatie heeft dit nummer of deze EVSE-ID. Kijk op de sticker of bekijk alle laadplekken.',
  'find.lookUp': 'Deze EVSE-ID opzoeken',
  'find.looking': 'Wordt opgezocht…',

  'station.title': 'Laadstation',
  'station.more': 'Meer over dit laadstation',
  'station.failed':
    'De gegevens van dit laadstation kunnen nu niet worden getoond. De laadplekken hieronder werken zoals altijd.',
  'station.onTheSpot':
    'Dit laadstation kan niet vanaf hier worden gestart. Start het bij het laadstation zelf.',
  'station.way': 'De weg naar de laadplek',
  'station.way.text': 'Scan de code: de kaart op uw telefoon toont de plek.',
  'station.plugs': 'Laadplekken van dit laadstation',
  'station.pictures': 'Foto’s van dit laadstation',
  'station.picture': 'Foto {number} van {count} van dit laadstation',
  'station.opening': 'Openingstijden',
  'station.operating': 'Laadtijden',
  'station.open': 'Nu open',
  'station.closed': 'Nu gesloten',
  'station.closedDay': 'Gesloten',
  'station.allDay': 'De hele dag open',
  'station.today': '{day} (vandaag)',
  'station.exceptions': 'Bijzondere dagen',
  'station.exception.open': 'Open: {from} tot {to}',
  'station.exception.closed': 'Gesloten: {from} tot {to}',
  'station.maintenance': 'Onderhoud',
  'station.maintenance.plug': 'Laadplek {number}: {from} tot {to}',
  'station.maintenance.from': 'Laadplek {number}: vanaf {from}',
  'station.maintenance.until': 'Laadplek {number}: tot {to}',
  'station.contact': 'Contact',
  'station.phone': 'Telefoon',
  'station.email': 'E-mail',
  'station.busy': 'Meestal zo druk: {day}',
  'station.busy.text':
    'Meestal het drukst rond {busiest} ({most}) en het rustigst rond {quietest} ({least}).',
  'station.busy.now': 'Nu',
  'station.busy.gaps': 'Van uren zonder balk is niets bekend.',

  'reader.unknown': 'Deze pas kan hier niets doen.',
  'reader.unknown.next':
    'Wilt u ermee laden, tik dan eerst op uw laadplek en houd daarna de pas voor de lezer.',
  'reader.elsewhere': 'Deze code is niet van een laadstation van deze locatie.',
  'reader.elsewhere.next': 'Kies uw laadplek op het scherm met het nummer op de sticker.',
  'reader.unreadable': 'De lezer kon dit niet lezen.',
  'reader.unreadable.next': 'Houd de pas of code nog eens voor de lezer.',

  'app.largeText': 'Grote tekst',
  'app.lowReach': 'Alles binnen bereik onderaan',
  'app.languages': 'Meer talen',
  'app.languages.title': 'Kies een taal',
}
