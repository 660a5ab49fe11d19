import type { Messages } from './en.ts'
import { chooseWords } from './hr-choose.ts'
import { connectorWords } from './hr-connector.ts'
import { errorWords } from './hr-errors.ts'
import { payWords } from './hr-pay.ts'
import { staffWords } from './hr-staff.ts'
import { findWords } from './hr-find.ts'
import { chargingWords } from './hr-charging.ts'

/** Every Croatian text of the guest screens. */
export const hr: Messages = {
  ...connectorWords,
  ...chargingWords,
  ...chooseWords,
  ...payWords,
  ...errorWords,
  ...findWords,
  ...staffWords,
  'app.title': 'Punjenje e-vozila',
  'app.back': 'Natrag',
  'app.cancel': 'Odustani',
  'app.close': 'Zatvori',
  'app.done': 'Gotovo',
  'app.help': 'Pomoć',
  'app.retry': 'Pokušaj ponovno',
  'app.loading': 'Trenutak, molimo…',
  'app.asOf': 'stanje u {time}',
  'app.asOfDay': 'stanje od {date}',
  'app.notTold': 'nema podatka',
  'app.language': 'Jezik',
  'app.display': 'Prikaz',
  'app.dark': 'Tamni prikaz',
  'app.light': 'Svijetli prikaz',
  'app.contrast': 'Visoki kontrast',

  'board.free':
    'Slobodno: {free} od {total} mjesta | Slobodno: {free} od {total} mjesta | Slobodno: {free} od {total} mjesta',
  'board.lastKnown': 'zadnje stanje u {time}',
  'board.connecting': 'Povezivanje s mrežom za punjenje…',
  'board.plugs': 'Mjesta',
  'board.empty.title': 'Ovdje nema mjesta za prikaz',
  'board.empty.text':
    'Mreža za punjenje ne poznaje mjesta za punjenje na ovoj lokaciji. Osoblje: provjerite lokaciju u postavkama.',
  'board.untold.title': 'Nema podatka o mjestima',
  'board.untold.text':
    'Mreža za punjenje nije javila koja mjesta postoje ovdje. Zaslon sam pita ponovno. Ako tako ostane, obratite se osoblju.',
  'board.trouble.title': 'Punjenje ovdje trenutačno nije moguće',
  'board.trouble.staff': 'Za osoblje',
  'board.trouble.code': 'Kod {code}',
  'board.demo': 'Pokazni način: ništa ovdje nije stvarno niti što košta.',

  'lost.title': 'Nema veze od {time}.',
  'lost.titleDay': 'Nema veze od {date}.',
  'lost.text': 'Prikaz može biti zastario. Punjenje se sada ne može pokrenuti.',

  'idle.title': 'Jeste li još ovdje?',
  'idle.text': 'Ovaj se zaslon sam zatvara za {seconds} s. Punjenje se nastavlja.',
  'idle.stay': 'Još sam ovdje',
  'idle.leave': 'Zatvori sada',

  'help.title': 'Pomoć',
  'help.plug': 'Nalazite se na mjestu {number}.',
  'help.call': 'Nazovi recepciju',
  'help.callOperator': 'Nazovi operatora stanice',
  'help.desk': 'Recepcija vam rado pomaže. Recite broj svojeg mjesta.',
  'help.stuck.title': 'Kabel je zapeo',
  'help.stuck.text':
    'Najprije zaustavite punjenje. Zatim otključajte automobil: većina otpušta kabel tek kad je otključana. Nikada ne vucite na silu.',
  'help.notStarting.title': 'Ne pokreće se',
  'help.notStarting.text':
    'Gurnite utikač na oba kraja dok ne klikne. Ako to ne pomogne, odaberite drugo mjesto.',
  'help.code.title': 'Zaboravili ste svoj kod',
  'help.code.text':
    'Recepcija prepoznaje vaše punjenje po mjestu i vremenu početka i zaustavlja ga za vas. Možete ga zaustaviti i u automobilu.',
  'help.error.title': 'Što sada nije u redu',
  'help.leave.title': 'Mogu li otići?',
  'help.leave.text': 'Da. Vaš se automobil puni i dalje kad se ovaj zaslon zatvori.',
  'help.code': 'Za recepciju: kod {code}',
}
