import type { findWords as english } from './en-find.ts'

/** Swedish: finding a plug, a station's page, the reader, the ways to see and reach the screen. */
export const findWords: Record<keyof typeof english, string> = {
  'filter.name': 'Vilka laddplatser som visas',
  'filter.free': 'Bara lediga',
  'filter.plug': 'Typ av kontakt',
  'filter.power': 'Effekt',
  'filter.powerFrom': '{power} och mer',
  'filter.current': 'AC eller DC',
  'filter.all': 'Visa alla',
  'filter.count': '{shown} av {total} laddplats visas | {shown} av {total} laddplatser visas',
  'filter.none.title': 'Ingen sådan laddplats',
  'filter.none.text':
    'Ingen laddplats här passar ditt val. Välj färre villkor eller se alla laddplatser.',
  'filter.none.all': 'Visa alla laddplatser',

  'find.open': 'Hitta laddplats',
  'find.title': 'Hitta laddplats',
  'find.hint': 'Numret på dekalen eller EVSE-ID.',
  'find.hint.reader': 'Du kan också hålla stationens QR-kod mot läsaren.',
  'find.keys': 'Knappar',
  'find.clear': 'Rensa',
  'find.found': '{n} laddplats hittades | {n} laddplatser hittades',
  'find.more': 'och {n} till: skriv ett tecken till',
  'find.none.title': 'Inget hittades',
  'find.none.text':
    'Ingen laddplats här har det numret eller EVSE-ID:t. Titta på dekalen eller se alla laddplatser.',
  'find.lookUp': 'Sök efter detta EVSE-ID',
  'find.looking': 'Söker …',

  'station.title': 'Laddstation',
  'station.more': 'Mer om den här stationen',
  'station.failed':
    'Uppgifter om stationen kan inte visas just nu. Laddplatserna nedan fungerar som vanligt.',
  'station.onTheSpot':
    'Den här stationen kan inte startas härifrån. Starta den vid själva stationen.',
  'station.way': 'Vägen till laddplatsen',
  'station.way.text': 'Skanna koden: kartan i telefonen visar platsen.',
  'station.plugs': 'Stationens laddplatser',
  'station.pictures': 'Bilder på stationen',
  'station.picture': 'Bild {number} av {count} på stationen',
  'station.opening': 'Öppettider',
  'station.operating': 'Laddtider',
  'station.open': 'Öppet nu',
  'station.closed': 'Stängt nu',
  'station.closedDay': 'Stängt',
  'station.allDay': 'Öppet hela dagen',
  'station.today': '{day} (i dag)',
  'station.exceptions': 'Särskilda dagar',
  'station.exception.open': 'Öppet: {from} till {to}',
  'station.exception.closed': 'Stängt: {from} till {to}',
  'station.maintenance': 'Underhåll',
  'station.maintenance.plug': 'Laddplats {number}: {from} till {to}',
  'station.maintenance.from': 'Laddplats {number}: från {from}',
  'station.maintenance.until': 'Laddplats {number}: till {to}',
  'station.contact': 'Kontakt',
  'station.phone': 'Telefon',
  'station.email': 'E-post',
  'station.busy': 'Vanlig beläggning: {day}',
  'station.busy.text':
    'Oftast mest folk runt kl. {busiest} ({most}) och minst runt kl. {quietest} ({least}).',
  'station.busy.now': 'Nu',
  'station.busy.gaps': 'För timmar utan stapel finns ingen uppgift.',

  'reader.unknown': 'Det här kortet gör ingenting här.',
  'reader.unknown.next':
    'Om du vill ladda med det, tryck först på din laddplats och håll sedan kortet mot läsaren.',
  'reader.elsewhere': 'Koden kommer inte från en station på den här platsen.',
  'reader.elsewhere.next': 'Välj din laddplats på skärmen efter numret på dekalen.',
  'reader.unreadable': 'Läsaren kunde inte läsa det här.',
  'reader.unreadable.next': 'Håll kortet eller koden mot läsaren en gång till.',

  'app.largeText': 'Stor text',
  'app.lowReach': 'Allt inom räckhåll längst ner',
  'app.languages': 'Fler språk',
  'app.languages.title': 'Välj språk',
}
