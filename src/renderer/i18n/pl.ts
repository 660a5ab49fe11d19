import type { Messages } from './en.ts'
import { chooseWords } from './pl-choose.ts'
import { connectorWords } from './pl-connector.ts'
import { errorWords } from './pl-errors.ts'
import { payWords } from './pl-pay.ts'
import { staffWords } from './pl-staff.ts'
import { findWords } from './pl-find.ts'
import { chargingWords } from './pl-charging.ts'
import { shortWordsKept } from './typesetting.ts'

/** Every Polish text of the guest screens. */
export const pl: Messages = shortWordsKept({
  ...connectorWords,
  ...chargingWords,
  ...chooseWords,
  ...payWords,
  ...errorWords,
  ...findWords,
  ...staffWords,
  'app.title': 'Ładowanie samochodów',
  'app.back': 'Wstecz',
  'app.cancel': 'Anuluj',
  'app.close': 'Zamknij',
  'app.done': 'Gotowe',
  'app.help': 'Pomoc',
  'app.retry': 'Spróbuj ponownie',
  'app.loading': 'Chwileczkę…',
  'app.asOf': 'stan z {time}',
  'app.asOfDay': 'stan z {date}',
  'app.notTold': 'brak danych',
  'app.language': 'Język',
  'app.display': 'Ekran',
  'app.dark': 'Ciemny ekran',
  'app.light': 'Jasny ekran',
  'app.contrast': 'Wysoki kontrast',

  'board.free':
    'Wolne: {free} z {total} stanowiska | Wolne: {free} z {total} stanowisk | Wolne: {free} z {total} stanowisk',
  'board.lastKnown': 'ostatni stan z {time}',
  'board.connecting': 'Łączenie z siecią ładowania…',
  'board.plugs': 'Stanowiska',
  'board.empty.title': 'Nie ma tu stanowisk do pokazania',
  'board.empty.text':
    'Sieć ładowania nie zna punktów ładowania w tym obiekcie. Obsługa: proszę sprawdzić obiekt w ustawieniach.',
  'board.untold.title': 'Brak danych o stanowiskach',
  'board.untold.text':
    'Sieć ładowania nie podała, jakie stanowiska tu są. Ekran sam zapyta ponownie. Jeśli to potrwa, proszę zapytać obsługę.',
  'board.trouble.title': 'Ładowanie nie jest tu teraz możliwe',
  'board.trouble.staff': 'Dla obsługi',
  'board.trouble.code': 'Kod {code}',
  'board.demo': 'Demo: nic tu nie jest prawdziwe ani nic nie kosztuje.',

  'lost.title': 'Brak połączenia od {time}.',
  'lost.titleDay': 'Brak połączenia od {date}.',
  'lost.text': 'Widoczne dane mogą być nieaktualne. Teraz nie można uruchomić ładowania.',

  'idle.title': 'Czy nadal tu Państwo są?',
  'idle.text': 'Ten ekran sam zamknie się za {seconds} s. Trwające ładowanie będzie kontynuowane.',
  'idle.stay': 'Nadal tu jestem',
  'idle.leave': 'Zamknij teraz',

  'help.title': 'Pomoc',
  'help.plug': 'To jest stanowisko {number}.',
  'help.call': 'Zadzwoń do recepcji',
  'help.callOperator': 'Zadzwoń do operatora stacji',
  'help.desk': 'Recepcja chętnie pomoże. Proszę podać numer stanowiska.',
  'help.stuck.title': 'Kabel się zablokował',
  'help.stuck.text':
    'Najpierw proszę zatrzymać ładowanie. Potem odblokować samochód: większość zwalnia kabel dopiero po odblokowaniu. Nigdy nie ciągnąć na siłę.',
  'help.notStarting.title': 'Nie uruchamia się',
  'help.notStarting.text':
    'Proszę wsunąć wtyczkę po obu stronach, aż kliknie. Jeśli to nie pomoże, proszę wybrać inne stanowisko.',
  'help.code.title': 'Zapomniany kod',
  'help.code.text':
    'Recepcja rozpozna ładowanie po stanowisku i godzinie rozpoczęcia i zatrzyma je. Można je też zatrzymać w samochodzie.',
  'help.error.title': 'Co teraz nie działa',
  'help.leave.title': 'Czy mogę odejść?',
  'help.leave.text': 'Tak. Samochód ładuje się dalej, gdy ten ekran się zamknie.',
  'help.code': 'Dla recepcji: kod {code}',
})
