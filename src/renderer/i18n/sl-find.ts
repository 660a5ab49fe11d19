import type { findWords as english } from './en-find.ts'

/** Slovenian: finding a plug, a station's page, the reader, the ways to see and reach the screen. */
export const findWords: Record<keyof typeof english, string> = {
  'filter.name': 'Katera mesta prikazati',
  'filter.free': 'Samo prosta',
  'filter.plug': 'Vrsta vtiča',
  'filter.power': 'Moč',
  'filter.powerFrom': '{power} in več',
  'filter.current': 'AC ali DC',
  'filter.all': 'Prikaži vse',
  'filter.count':
    'Prikazano: {shown} od {total} mesta | Prikazano: {shown} od {total} mest | Prikazano: {shown} od {total} mest | Prikazano: {shown} od {total} mest',
  'filter.none.title': 'Takega mesta ni',
  'filter.none.text':
    'Nobeno mesto te lokacije ne ustreza izbiri. Izberite manj pogojev ali si oglejte vsa mesta.',
  'filter.none.all': 'Prikaži vsa mesta',

  'find.open': 'Poišči mesto',
  'find.title': 'Poišči mesto',
  'find.hint': 'Številka na nalepki ali ID EVSE.',
  'find.hint.reader': 'K čitalniku lahko prislonite tudi kodo QR postaje.',
  'find.keys': 'Tipke',
  'find.clear': 'Počisti',
  'find.found': 'Najdeno {n} mesto | Najdeni {n} mesti | Najdena {n} mesta | Najdenih {n} mest',
  'find.more': 'in še {n}: vnesite še en znak',
  'find.none.title': 'Nič ni najdeno',
  'find.none.text':
    'Nobeno mesto te lokacije nima te številke ali ID-ja EVSE. Preverite nalepko ali si oglejte vsa mesta.',
  'find.lookUp': 'Poišči ta ID EVSE',
  'find.looking': 'Iščemo …',

  'station.title': 'Polnilna postaja',
  'station.more': 'Več o tej postaji',
  'station.failed':
    'Podatkov o tej postaji trenutno ni mogoče prikazati. Spodnja mesta delujejo kot običajno.',
  'station.onTheSpot': 'Te postaje od tu ni mogoče zagnati. Zaženite jo na sami postaji.',
  'station.way': 'Pot do mesta',
  'station.way.text': 'Skenirajte kodo: zemljevid na telefonu pokaže kraj.',
  'station.plugs': 'Mesta te postaje',
  'station.pictures': 'Slike te postaje',
  'station.picture': 'Slika {number} od {count} te postaje',
  'station.opening': 'Odpiralni čas',
  'station.operating': 'Čas polnjenja',
  'station.open': 'Zdaj odprto',
  'station.closed': 'Zdaj zaprto',
  'station.closedDay': 'Zaprto',
  'station.allDay': 'Odprto ves dan',
  'station.today': '{day} (danes)',
  'station.exceptions': 'Posebni dnevi',
  'station.exception.open': 'Odprto: {from} do {to}',
  'station.exception.closed': 'Zaprto: {from} do {to}',
  'station.maintenance': 'Vzdrževanje',
  'station.maintenance.plug': 'Mesto {number}: {from} do {to}',
  'station.maintenance.from': 'Mesto {number}: od {from}',
  'station.maintenance.until': 'Mesto {number}: do {to}',
  'station.contact': 'Stik',
  'station.phone': 'Telefon',
  'station.email': 'E-pošta',
  'station.busy': 'Običajna zasedenost: {day}',
  'station.busy.text':
    'Običajno je največ gneče okoli {busiest} ({most}) in najmanj okoli {quietest} ({least}).',
  'station.busy.now': 'Zdaj',
  'station.busy.gaps': 'Za ure brez stolpca ni podatka.',

  'reader.unknown': 'Ta kartica tukaj ne naredi ničesar.',
  'reader.unknown.next':
    'Če želite polniti z njo, se najprej dotaknite svojega mesta, nato kartico prislonite k čitalniku.',
  'reader.elsewhere': 'Ta koda ni s postaje te lokacije.',
  'reader.elsewhere.next': 'Svoje mesto izberite na zaslonu po številki na nalepki.',
  'reader.unreadable': 'Čitalnik tega ni mogel prebrati.',
  'reader.unreadable.next': 'Kartico ali kodo še enkrat prislonite k čitalniku.',

  'app.largeText': 'Veliko besedilo',
  'app.lowReach': 'Vse na dosegu spodaj',
  'app.languages': 'Več jezikov',
  'app.languages.title': 'Izberite jezik',
}
