import type { payWords as english } from './en-pay.ts'

/** Polish: paying by phone, the own card, the stop code, and what the guest takes along. */
export const payWords: Record<keyof typeof english, string> = {
  'pay.title': 'Płatność telefonem',
  'pay.text': 'Proszę zeskanować kod aparatem telefonu. Ten ekran sam przejdzie dalej.',
  'pay.code': 'Kod do strony płatności',
  'pay.preparing': 'Przygotowujemy stronę płatności…',
  'pay.amount': 'Blokada {amount}',
  'pay.left': 'zostało na płatność',
  'pay.paid': 'Płatność potwierdzona. Chwileczkę.',
  'pay.refused': 'Płatność została odrzucona',
  'pay.overdue': 'Nie zapłacono na czas',
  'pay.hold.none': 'Nic nie zablokowano.',
  'pay.hold.released':
    'Zablokowana kwota jest zwalniana. Bank może pokazać to dopiero po kilku dniach.',
  'pay.hold.may-remain':
    'Kwota może być jeszcze przez jakiś czas zablokowana. Sieć ładowania zwolni ją, jeśli nic nie naładowano; bank może pokazać to dopiero po kilku dniach.',
  'pay.idle': 'Bez pośpiechu: ten ekran pozostanie przez {minutes} min.',

  'rfid.title': 'Ładowanie własną kartą',
  'rfid.status': 'Stan',
  'rfid.elapsed': 'Czas',
  'rfid.told': 'Energię i potwierdzenie podaje wydawca karty. Tutaj ich nie widzimy.',
  'rfid.stop':
    'Aby zatrzymać: proszę przyłożyć tę samą kartę do czytnika. Potem przytrzymać tutaj.',
  'rfid.stopOff': 'Aby zatrzymać, proszę przyłożyć tę samą kartę do czytnika tego terminala.',

  'code.title.charge': 'Kod zatrzymania',
  'code.title.start': 'Państwa kod',
  'code.text.charge':
    'Jest potrzebny, aby zatrzymać tutaj lub otrzymać potwierdzenie. Kod z uruchomienia też tu działa.',
  'code.text.start': 'Proszę go zapamiętać: pozwala tu wrócić i otwiera ładowanie.',
  'code.photo': 'Proszę teraz zrobić mu zdjęcie. Nie pokażemy go ponownie.',
  'code.read.charge': 'Kod zatrzymania to {digits}.',
  'code.read.start': 'Państwa kod to {digits}.',

  'claim.title': 'Stanowisko {number}',
  'claim.subtitle.charge': 'Proszę pokazać, że to Państwa ładowanie',
  'claim.subtitle.receipt': 'Potwierdzenie jeszcze raz',
  'claim.enter': 'Proszę wpisać kod zatrzymania',
  'claim.typed': '{count} z {total} cyfr',
  'claim.wait': 'Można spróbować ponownie za {time}.',

  'sum.unplug': 'Kończenie: proszę odłączyć kabel',
  'sum.unplug.text': 'Stanowisko będzie wolne dla innych po odłączeniu kabla.',
  'sum.take': 'Do zabrania',
  'sum.documentCode': 'Zeskanuj, aby otrzymać fakturę',
  'sum.noDocument': 'Faktura: niedostępna',
  'sum.documentAwaited': 'Faktura: w drodze',
  'sum.calibrationCode': 'Zeskanuj, aby zobaczyć dane kalibracji',
  'sum.noCalibration': 'Dane kalibracji: niedostępne',
  'sum.print': 'Drukuj',
  'sum.printing': 'Drukowanie…',
  'sum.printed': 'Potwierdzenie zostało wydrukowane.',
}
