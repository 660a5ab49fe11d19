import type { Messages } from './en.ts'
import { chooseWords } from './cs-choose.ts'
import { connectorWords } from './cs-connector.ts'
import { errorWords } from './cs-errors.ts'
import { payWords } from './cs-pay.ts'
import { staffWords } from './cs-staff.ts'
import { findWords } from './cs-find.ts'
import { chargingWords } from './cs-charging.ts'
import { shortWordsKept } from './typesetting.ts'

/** Every Czech text of the guest screens. */
export const cs: Messages = shortWordsKept({
  ...connectorWords,
  ...chargingWords,
  ...chooseWords,
  ...payWords,
  ...errorWords,
  ...findWords,
  ...staffWords,
  'app.title': 'Nabíjení elektromobilů',
  'app.back': 'Zpět',
  'app.cancel': 'Zrušit',
  'app.close': 'Zavřít',
  'app.done': 'Hotovo',
  'app.help': 'Pomoc',
  'app.retry': 'Zkusit znovu',
  'app.loading': 'Okamžik prosím…',
  'app.asOf': 'stav v {time}',
  'app.asOfDay': 'stav ze dne {date}',
  'app.notTold': 'neuvedeno',
  'app.language': 'Jazyk',
  'app.display': 'Zobrazení',
  'app.dark': 'Tmavé zobrazení',
  'app.light': 'Světlé zobrazení',
  'app.contrast': 'Vysoký kontrast',

  'board.free':
    'Volno: {free} z {total} místa | Volno: {free} ze {total} míst | Volno: {free} z {total} míst',
  'board.lastKnown': 'poslední stav v {time}',
  'board.connecting': 'Připojuje se k nabíjecí síti…',
  'board.plugs': 'Místa',
  'board.empty.title': 'Nejsou tu žádná místa k zobrazení',
  'board.empty.text':
    'Nabíjecí síť pro toto stanoviště nezná žádná nabíjecí místa. Personál: zkontrolujte prosím stanoviště v nastavení.',
  'board.untold.title': 'Nabíjecí místa nejsou uvedena',
  'board.untold.text':
    'Nabíjecí síť nesdělila, jaká místa tu jsou. Obrazovka se sama zeptá znovu. Pokud to potrvá, obraťte se prosím na personál.',
  'board.trouble.title': 'Nabíjet tu teď nelze',
  'board.trouble.staff': 'Pro personál',
  'board.trouble.code': 'Kód {code}',
  'board.demo': 'Ukázka: nic tu není skutečné a nic nestojí.',

  'lost.title': 'Bez spojení od {time}.',
  'lost.titleDay': 'Bez spojení od {date}.',
  'lost.text': 'Údaje mohou být zastaralé. Nabíjení teď nelze spustit.',

  'idle.title': 'Jste tu ještě?',
  'idle.text': 'Tato obrazovka se za {seconds} s sama zavře. Probíhající nabíjení pokračuje.',
  'idle.stay': 'Jsem tu',
  'idle.leave': 'Zavřít hned',

  'help.title': 'Pomoc',
  'help.plug': 'Jste u místa {number}.',
  'help.call': 'Zavolat na recepci',
  'help.callOperator': 'Zavolat provozovateli stanice',
  'help.desk': 'Recepce vám ráda pomůže. Sdělte jí číslo svého místa.',
  'help.stuck.title': 'Kabel nejde vytáhnout',
  'help.stuck.text':
    'Nejdřív zastavte nabíjení. Potom auto odemkněte: většina aut uvolní kabel až po odemčení. Nikdy netahejte silou.',
  'help.notStarting.title': 'Nespouští se',
  'help.notStarting.text':
    'Zasuňte zástrčku na obou koncích, až zacvakne. Pokud to nepomůže, vyberte jiné místo.',
  'help.code.title': 'Zapomněli jste svůj kód',
  'help.code.text':
    'Recepce pozná vaše nabíjení podle místa a času začátku a zastaví ho za vás. Zastavit ho můžete také v autě.',
  'help.error.title': 'Co teď nefunguje',
  'help.leave.title': 'Mohu odejít?',
  'help.leave.text': 'Ano. Vaše auto se nabíjí dál, i když se tato obrazovka zavře.',
  'help.code': 'Pro recepci: kód {code}',
})
