import type { Messages } from './en.ts'
import { chooseWords } from './sl-choose.ts'
import { connectorWords } from './sl-connector.ts'
import { errorWords } from './sl-errors.ts'
import { payWords } from './sl-pay.ts'
import { staffWords } from './sl-staff.ts'
import { findWords } from './sl-find.ts'
import { chargingWords } from './sl-charging.ts'

/** Every Slovenian text of the guest screens. */
export const sl: Messages = {
  ...connectorWords,
  ...chargingWords,
  ...chooseWords,
  ...payWords,
  ...errorWords,
  ...findWords,
  ...staffWords,
  'app.title': 'Polnjenje e-avtov',
  'app.back': 'Nazaj',
  'app.cancel': 'Prekliči',
  'app.close': 'Zapri',
  'app.done': 'Končano',
  'app.help': 'Pomoč',
  'app.retry': 'Poskusi znova',
  'app.loading': 'Trenutek, prosim …',
  'app.asOf': 'stanje ob {time}',
  'app.asOfDay': 'stanje z dne {date}',
  'app.notTold': 'ni podatka',
  'app.language': 'Jezik',
  'app.display': 'Prikaz',
  'app.dark': 'Temen prikaz',
  'app.light': 'Svetel prikaz',
  'app.contrast': 'Visok kontrast',

  'board.free':
    'Prosto: {free} od {total} mesta | Prosto: {free} od {total} mest | Prosto: {free} od {total} mest | Prosto: {free} od {total} mest',
  'board.lastKnown': 'zadnje stanje ob {time}',
  'board.connecting': 'Povezovanje s polnilnim omrežjem …',
  'board.plugs': 'Mesta',
  'board.empty.title': 'Tukaj ni mest za prikaz',
  'board.empty.text':
    'Polnilno omrežje za to lokacijo ne pozna polnilnih mest. Osebje: preverite lokacijo v nastavitvah.',
  'board.untold.title': 'O mestih ni podatka',
  'board.untold.text':
    'Polnilno omrežje ni sporočilo, katera mesta so tukaj. Zaslon bo sam vprašal znova. Če se ne spremeni, vprašajte osebje.',
  'board.trouble.title': 'Polnjenje tukaj trenutno ni mogoče',
  'board.trouble.staff': 'Za osebje',
  'board.trouble.code': 'Koda {code}',
  'board.demo': 'Predstavitev: nič tukaj ni resnično in nič ne stane.',

  'lost.title': 'Brez povezave od {time}.',
  'lost.titleDay': 'Brez povezave od {date}.',
  'lost.text': 'Prikaz je lahko zastarel. Polnjenja zdaj ni mogoče zagnati.',

  'idle.title': 'Ste še tukaj?',
  'idle.text': 'Ta zaslon se čez {seconds} s sam zapre. Polnjenje se nadaljuje.',
  'idle.stay': 'Še sem tukaj',
  'idle.leave': 'Zapri zdaj',

  'help.title': 'Pomoč',
  'help.plug': 'Ste pri mestu {number}.',
  'help.call': 'Pokliči recepcijo',
  'help.callOperator': 'Pokliči upravljavca postaje',
  'help.desk': 'Recepcija vam z veseljem pomaga. Povejte številko svojega mesta.',
  'help.stuck.title': 'Kabel se je zataknil',
  'help.stuck.text':
    'Najprej ustavite polnjenje. Nato avto odklenite: večina kabel sprosti šele odklenjena. Nikoli ne vlecite na silo.',
  'help.notStarting.title': 'Ne začne se',
  'help.notStarting.text':
    'Vtič na obeh koncih potisnite, da klikne. Če to ne pomaga, izberite drugo mesto.',
  'help.code.title': 'Pozabili ste svojo kodo',
  'help.code.text':
    'Recepcija prepozna vaše polnjenje po mestu in času začetka ter ga ustavi namesto vas. Ustavite ga lahko tudi v avtu.',
  'help.error.title': 'Kaj je zdaj narobe',
  'help.leave.title': 'Ali lahko odidem?',
  'help.leave.text': 'Da. Vaš avto se polni naprej, ko se ta zaslon zapre.',
  'help.code': 'Za recepcijo: koda {code}',
}
