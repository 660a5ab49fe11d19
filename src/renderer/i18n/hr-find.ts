import type { findWords as english } from './en-find.ts'

/** Croatian: finding a plug, a station's page, the reader, the ways to see and reach the screen. */
export const findWords: Record<keyof typeof english, string> = {
  'filter.name': 'Koja mjesta prikazati',
  'filter.free': 'Samo slobodna',
  'filter.plug': 'Vrsta utikača',
  'filter.power': 'Snaga',
  'filter.powerFrom': '{power} i više',
  'filter.current': 'AC ili DC',
  'filter.all': 'Prikaži sve',
  'filter.count':
    'Prikazano: {shown} od {total} mjesta | Prikazano: {shown} od {total} mjesta | Prikazano: {shown} od {total} mjesta',
  'filter.none.title': 'Nema takvog mjesta',
  'filter.none.text':
    'Nijedno mjesto ove lokacije ne odgovara odabiru. Odaberite manje uvjeta ili pogledajte sva mjesta.',
  'filter.none.all': 'Prikaži sva mjesta',

  'find.open': 'Pronađi mjesto',
  'find.title': 'Pronađi mjesto',
  'find.hint': 'Broj na naljepnici ili EVSE ID.',
  'find.hint.reader': 'Na čitač možete prisloniti i QR kod stanice.',
  'find.keys': 'Tipke',
  'find.clear': 'Očisti',
  'find.found': 'Pronađeno {n} mjesto | Pronađena {n} mjesta | Pronađeno {n} mjesta',
  'find.more': 'i još {n}: unesite još jedan znak',
  'find.none.title': 'Ništa nije pronađeno',
  'find.none.text':
    'Nijedno mjesto ove lokacije nema taj broj ni EVSE ID. Provjerite naljepnicu ili pogledajte sva mjesta.',
  'find.lookUp': 'Potraži ovaj EVSE ID',
  'find.looking': 'Traži se…',

  'station.title': 'Stanica za punjenje',
  'station.more': 'Više o ovoj stanici',
  'station.failed':
    'Podaci o ovoj stanici trenutačno se ne mogu prikazati. Mjesta u nastavku rade kao i obično.',
  'station.onTheSpot': 'Ova se stanica ne može pokrenuti odavde. Pokrenite je na samoj stanici.',
  'station.way': 'Put do mjesta',
  'station.way.text': 'Skenirajte kod: karta na telefonu pokazuje mjesto.',
  'station.plugs': 'Mjesta ove stanice',
  'station.pictures': 'Slike ove stanice',
  'station.picture': 'Slika {number} od {count} ove stanice',
  'station.opening': 'Radno vrijeme',
  'station.operating': 'Vrijeme punjenja',
  'station.open': 'Sada otvoreno',
  'station.closed': 'Sada zatvoreno',
  'station.closedDay': 'Zatvoreno',
  'station.allDay': 'Otvoreno cijeli dan',
  'station.today': '{day} (danas)',
  'station.exceptions': 'Posebni dani',
  'station.exception.open': 'Otvoreno: {from} do {to}',
  'station.exception.closed': 'Zatvoreno: {from} do {to}',
  'station.maintenance': 'Održavanje',
  'station.maintenance.plug': 'Mjesto {number}: {from} do {to}',
  'station.maintenance.from': 'Mjesto {number}: od {from}',
  'station.maintenance.until': 'Mjesto {number}: do {to}',
  'station.contact': 'Kontakt',
  'station.phone': 'Telefon',
  'station.email': 'E-pošta',
  'station.busy': 'Uobičajena zauzetost: {day}',
  'station.busy.text':
    'Obično je najveća gužva oko {busiest} ({most}), a najmanja oko {quietest} ({least}).',
  'station.busy.now': 'Sada',
  'station.busy.gaps': 'Za sate bez stupca nema podatka.',

  'reader.unknown': 'Ova kartica ovdje nema što raditi.',
  'reader.unknown.next':
    'Za punjenje njome najprije dodirnite svoje mjesto, a zatim prislonite karticu na čitač.',
  'reader.elsewhere': 'Ovaj kod nije sa stanice ove lokacije.',
  'reader.elsewhere.next': 'Odaberite svoje mjesto na zaslonu prema broju na naljepnici.',
  'reader.unreadable': 'Čitač to nije mogao pročitati.',
  'reader.unreadable.next': 'Još jednom prislonite karticu ili kod na čitač.',

  'app.largeText': 'Veliki tekst',
  'app.lowReach': 'Sve na dohvatu pri dnu',
  'app.languages': 'Više jezika',
  'app.languages.title': 'Odaberite jezik',
}
