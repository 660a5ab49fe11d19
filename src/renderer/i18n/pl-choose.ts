import type { chooseWords as english } from './en-choose.ts'

/** Polish: choosing what to charge with, how much is held, packages, and where to stop. */
export const chooseWords: Record<keyof typeof english, string> = {
  'choose.kind.phone': 'Płatność telefonem',
  'choose.kind.free': 'Bezpłatne ładowanie',
  'choose.free.text': 'Tu nic się nie płaci. Wystarczy dotknąć „Rozpocznij ładowanie”.',
  'choose.phone.text': 'Wystarczy zeskanować kod i zapłacić własnym telefonem.',
  'choose.booking.text': 'Dla gości z rezerwacją: potrzebny jest numer pokoju lub rezerwacji.',
  'choose.desk.text': 'Proszę zapytać w recepcji: uruchomi to dla Państwa.',
  'choose.roaming.text': 'Karta partnera: koszt może się różnić od podanej tu ceny.',
  'choose.cardEnds': 'Ta karta jest ważna do {time}.',
  'choose.noCurrency':
    'Niedostępne: sieć ładowania nie podaje, w jakiej walucie kwota zostałaby zablokowana. Proszę wybrać inny sposób.',
  'choose.example': '{energy} ≈ {cost} (ok.)',
  'choose.example.read': 'Przykład: {energy} kosztuje około {cost}.',
  'choose.missing.option': 'Proszę wybrać sposób ładowania',
  'choose.missing.hold': 'Proszę wybrać kwotę blokady',
  'choose.missing.booking': 'Proszę wpisać numer rezerwacji',
  'choose.pay': 'Przejdź do płatności',

  'hold.title': 'Jaką kwotę można zablokować?',
  'hold.text':
    'Kwota jest tylko blokowana na środku płatniczym, a nie pobierana. Po ładowaniu płaci się faktyczny koszt, a reszta jest zwalniana. Bank może pokazać to dopiero po kilku dniach.',
  'hold.one': 'Blokada {amount}',
  'hold.blocked':
    'Dla tego stanowiska kwota może być jeszcze zablokowana. Następna jest możliwa od {time}. Do tego czasu proszę wybrać inny sposób lub inne stanowisko.',

  'package.title': 'Pakiety',
  'package.none': 'Bez pakietu',
  'package.none.text': 'Płatność według ceny powyżej.',
  'package.name': 'Pakiet {n}',
  'package.stop': 'Zatrzyma się samo po {time}',
  'package.runtime': 'Trwa {time}',
  'package.energy': 'Energia w tym pakiecie: {price}',
  'package.noRate': 'Sieć ładowania nie podaje, ile kosztuje energia w tym pakiecie.',
  'package.noPrice': 'Niedostępny: sieć ładowania nie podaje ceny.',
  'package.noCurrency': 'Niedostępny: sieć ładowania nie podaje waluty ceny.',

  'target.title': 'Kiedy zatrzymać',
  'target.none': 'Ładuj do pełna',
  'target.time': 'Czas',
  'target.energy': 'Energia',
  'target.charge': 'Bateria',
  'target.less': 'Mniej',
  'target.more': 'Więcej',
  'target.time.text': 'Sieć ładowania sama zatrzyma ładowanie.',
  'target.watched':
    'Ten terminal pilnuje ładowania i je zatrzyma, ale tylko dopóki jest włączony i połączony.',
  'target.charge.text':
    'Działa tylko, gdy samochód podaje poziom baterii. Wiele tego nie robi przy ładowaniu AC.',
  'target.shown': 'Zatrzyma się przy {value}',
  'target.shown.time': 'Zatrzyma się po {value}',

  'booking.title': 'Numer pokoju lub rezerwacji',
  'booking.text': 'Taki jak na rezerwacji lub karcie pokoju.',
  'booking.enter': 'Wpisz numer rezerwacji',
  'booking.change': 'Numer rezerwacji: {reference}',
  'booking.done': 'Użyj tego numeru',

  'own.title': 'Własna karta do ładowania',
  'own.text':
    'Proszę przyłożyć kartę do czytnika. Cenę, energię i potwierdzenie podaje wydawca karty.',

  'legal.title': 'Zanim zaczniemy',
  'legal.terms': 'Regulamin',
  'legal.privacy': 'Polityka prywatności',
  'legal.failed': 'Nie można teraz pokazać regulaminu i polityki prywatności. Są w recepcji.',
  'code.tooLong': 'Ten link jest za długi na kod. Recepcja chętnie pomoże.',
  'code.noLink': 'Sieć ładowania nie podała linku, który można tu pokazać.',

  'keys.erase': 'Usuń ostatni znak',
}
