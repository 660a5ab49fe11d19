import type { findWords as english } from './en-find.ts'

/** Hungarian: finding a plug, a station's page, the reader, the ways to see and reach the screen. */
export const findWords: Record<keyof typeof english, string> = {
  'filter.name': 'Mely töltőhelyek látsszanak',
  'filter.free': 'Csak szabad',
  'filter.plug': 'Csatlakozó típusa',
  'filter.power': 'Teljesítmény',
  'filter.powerFrom': '{power} vagy több',
  'filter.all': 'Összes mutatása',
  'filter.count': '{shown} látszik {total} töltőhelyből | {shown} látszik {total} töltőhelyből',
  'filter.none.title': 'Nincs ilyen töltőhely',
  'filter.none.text':
    'A helyszín egyik töltőhelye sem felel meg a választásának. Válasszon kevesebb szűrőt, vagy nézze meg az összes töltőhelyet.',
  'filter.none.all': 'Összes töltőhely mutatása',

  'find.open': 'Töltőhely keresése',
  'find.title': 'Töltőhely keresése',
  'find.hint': 'A matricán lévő szám vagy az EVSE-azonosító.',
  'find.hint.reader': 'Az állomás QR-kódját az olvasóhoz is tarthatja.',
  'find.keys': 'Billentyűk',
  'find.clear': 'Törlés',
  'find.found': '{n} töltőhely található | {n} töltőhely található',
  'find.more': 'és még {n}: írjon be még egy karaktert',
  'find.none.title': 'Nincs találat',
  'find.none.text':
    'A helyszínen nincs ilyen számú vagy EVSE-azonosítójú töltőhely. Nézze meg a matricát, vagy az összes töltőhelyet.',
  'find.lookUp': 'EVSE-azonosító keresése',
  'find.looking': 'Keresés…',

  'station.title': 'Töltőállomás',
  'station.more': 'Bővebben az állomásról',
  'station.failed':
    'Az állomás adatai most nem jeleníthetők meg. Az alábbi töltőhelyek a szokásos módon működnek.',
  'station.onTheSpot': 'Ez az állomás innen nem indítható. Kérjük, indítsa magánál az állomásnál.',
  'station.place': 'Hol található',
  'station.plugs': 'Az állomás töltőhelyei',
  'station.pictures': 'Képek az állomásról',
  'station.picture': '{number}. kép az állomásról (összesen {count})',
  'station.opening': 'Nyitvatartás',
  'station.operating': 'Töltési idő',
  'station.open': 'Most nyitva',
  'station.closed': 'Most zárva',
  'station.closedDay': 'Zárva',
  'station.allDay': 'Egész nap nyitva',
  'station.today': '{day} (ma)',
  'station.exceptions': 'Különleges napok',
  'station.exception.open': 'Nyitva: {from} – {to}',
  'station.exception.closed': 'Zárva: {from} – {to}',
  'station.maintenance': 'Karbantartás',
  'station.maintenance.plug': 'Töltőhely: {number}, {from} – {to}',
  'station.maintenance.from': 'Töltőhely: {number}, kezdete {from}',
  'station.maintenance.until': 'Töltőhely: {number}, vége {to}',
  'station.contact': 'Kapcsolat',
  'station.phone': 'Telefon',
  'station.email': 'E-mail',
  'station.busy': 'Szokásos forgalom: {day}',
  'station.busy.text':
    'Általában {busiest} körül a legnagyobb a forgalom ({most}), {quietest} körül a legkisebb ({least}).',
  'station.busy.now': 'Most',

  'reader.unknown': 'Ez a kártya itt nem használható.',
  'reader.unknown.next':
    'Ha ezzel szeretne tölteni, először érintse meg a töltőhelyét, majd tartsa a kártyát az olvasóhoz.',
  'reader.elsewhere': 'Ez a kód nem a helyszín egyik állomásáé.',
  'reader.elsewhere.next': 'Válassza ki a töltőhelyét a képernyőn a matricán lévő szám alapján.',
  'reader.unreadable': 'Az olvasó ezt nem tudta beolvasni.',
  'reader.unreadable.next': 'Kérjük, tartsa még egyszer az olvasóhoz a kártyát vagy a kódot.',

  'app.largeText': 'Nagy betűk',
  'app.lowReach': 'Minden elérhető magasságban, alul',
  'app.languages': 'További nyelvek',
  'app.languages.title': 'Válasszon nyelvet',
}
