import type { findWords as english } from './en-find.ts'

/** Polish: finding a plug, a station's page, the reader, the ways to see and reach the screen. */
export const findWords: Record<keyof typeof english, string> = {
  'filter.name': 'Które stanowiska pokazać',
  'filter.free': 'Tylko wolne',
  'filter.plug': 'Rodzaj wtyczki',
  'filter.power': 'Moc',
  'filter.powerFrom': '{power} i więcej',
  'filter.current': 'AC lub DC',
  'filter.all': 'Pokaż wszystko',
  'filter.count':
    'Widoczne: {shown} z {total} stanowiska | Widoczne: {shown} z {total} stanowisk | Widoczne: {shown} z {total} stanowisk',
  'filter.none.title': 'Nie ma takiego stanowiska',
  'filter.none.text':
    'Żadne stanowisko w tym obiekcie nie pasuje do wyboru. Proszę wybrać mniej filtrów lub obejrzeć wszystkie stanowiska.',
  'filter.none.all': 'Pokaż wszystkie stanowiska',

  'find.open': 'Znajdź stanowisko',
  'find.title': 'Znajdź stanowisko',
  'find.hint': 'Numer z naklejki lub EVSE ID.',
  'find.hint.reader': 'Można też przyłożyć kod QR stacji do czytnika.',
  'find.keys': 'Klawisze',
  'find.clear': 'Wyczyść',
  'find.found': 'Znaleziono {n} stanowisko | Znaleziono {n} stanowiska | Znaleziono {n} stanowisk',
  'find.more': 'i jeszcze {n}: proszę wpisać kolejny znak',
  'find.none.title': 'Nic nie znaleziono',
  'find.none.text':
    'Żadne stanowisko w tym obiekcie nie ma tego numeru ani EVSE ID. Proszę sprawdzić naklejkę lub obejrzeć wszystkie stanowiska.',
  'find.lookUp': 'Wyszukaj to EVSE ID',
  'find.looking': 'Wyszukiwanie…',

  'station.title': 'Stacja ładowania',
  'station.more': 'Więcej o tej stacji',
  'station.failed':
    'Nie można teraz pokazać danych tej stacji. Stanowiska poniżej działają jak zwykle.',
  'station.onTheSpot': 'Tej stacji nie można uruchomić stąd. Proszę uruchomić ją na samej stacji.',
  'station.way': 'Droga do stanowiska',
  'station.way.text': 'Proszę zeskanować kod: mapa w telefonie pokaże miejsce.',
  'station.plugs': 'Stanowiska tej stacji',
  'station.pictures': 'Zdjęcia tej stacji',
  'station.picture': 'Zdjęcie {number} z {count} tej stacji',
  'station.opening': 'Godziny otwarcia',
  'station.operating': 'Godziny ładowania',
  'station.open': 'Teraz otwarte',
  'station.closed': 'Teraz zamknięte',
  'station.closedDay': 'Zamknięte',
  'station.allDay': 'Otwarte cały dzień',
  'station.today': '{day} (dzisiaj)',
  'station.exceptions': 'Dni wyjątkowe',
  'station.exception.open': 'Otwarte: {from} do {to}',
  'station.exception.closed': 'Zamknięte: {from} do {to}',
  'station.maintenance': 'Przegląd',
  'station.maintenance.plug': 'Stanowisko {number}: {from} do {to}',
  'station.maintenance.from': 'Stanowisko {number}: od {from}',
  'station.maintenance.until': 'Stanowisko {number}: do {to}',
  'station.contact': 'Kontakt',
  'station.phone': 'Telefon',
  'station.email': 'E-mail',
  'station.busy': 'Zwykłe obłożenie: {day}',
  'station.busy.text':
    'Zwykle największy ruch około {busiest} ({most}), najmniejszy około {quietest} ({least}).',
  'station.busy.now': 'Teraz',
  'station.busy.gaps': 'Dla godzin bez słupka nie ma danych.',

  'reader.unknown': 'Ta karta nic tu nie robi.',
  'reader.unknown.next':
    'Aby nią ładować, proszę najpierw dotknąć swojego stanowiska, a potem przyłożyć kartę do czytnika.',
  'reader.elsewhere': 'Ten kod nie pochodzi ze stacji w tym obiekcie.',
  'reader.elsewhere.next': 'Proszę wybrać stanowisko na ekranie według numeru z naklejki.',
  'reader.unreadable': 'Czytnik nie mógł tego odczytać.',
  'reader.unreadable.next': 'Proszę jeszcze raz przyłożyć kartę lub kod do czytnika.',

  'app.largeText': 'Duży tekst',
  'app.lowReach': 'Wszystko w zasięgu na dole',
  'app.languages': 'Więcej języków',
  'app.languages.title': 'Proszę wybrać język',
}
