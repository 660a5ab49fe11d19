import type { Messages } from './en.ts'
import { chooseWords } from './hu-choose.ts'
import { connectorWords } from './hu-connector.ts'
import { errorWords } from './hu-errors.ts'
import { payWords } from './hu-pay.ts'
import { staffWords } from './hu-staff.ts'
import { findWords } from './hu-find.ts'
import { chargingWords } from './hu-charging.ts'

/** Every Hungarian text of the guest screens. */
export const hu: Messages = {
  ...connectorWords,
  ...chargingWords,
  ...chooseWords,
  ...payWords,
  ...errorWords,
  ...findWords,
  ...staffWords,
  'app.title': 'Elektromos töltés',
  'app.back': 'Vissza',
  'app.cancel': 'Mégse',
  'app.close': 'Bezárás',
  'app.done': 'Kész',
  'app.help': 'Segítség',
  'app.retry': 'Újra megpróbálom',
  'app.loading': 'Egy pillanat türelmet…',
  'app.asOf': 'állapot: {time}',
  'app.asOfDay': 'állapot: {date}',
  'app.notTold': 'nincs adat',
  'app.language': 'Nyelv',
  'app.display': 'Megjelenítés',
  'app.dark': 'Sötét megjelenítés',
  'app.light': 'Világos megjelenítés',
  'app.contrast': 'Nagy kontraszt',

  'board.free': '{free} szabad {total} töltőhelyből | {free} szabad {total} töltőhelyből',
  'board.lastKnown': 'utolsó ismert állapot: {time}',
  'board.connecting': 'Kapcsolódás a töltőhálózathoz…',
  'board.plugs': 'Töltőhelyek',
  'board.empty.title': 'Nincs megjeleníthető töltőhely',
  'board.empty.text':
    'A töltőhálózat nem ismer töltőpontot ezen a helyszínen. Személyzet: kérjük, ellenőrizzék a helyszínt a beállításokban.',
  'board.untold.title': 'A töltőhelyekről nincs adat',
  'board.untold.text':
    'A töltőhálózat nem közölte, milyen töltőhelyek vannak itt. A képernyő magától újra kérdez. Ha így marad, kérjük, forduljon a személyzethez.',
  'board.trouble.title': 'A töltés itt most nem lehetséges',
  'board.trouble.staff': 'A személyzetnek',
  'board.trouble.code': 'Kód: {code}',
  'board.demo': 'Bemutató: itt semmi sem valódi, és semmi sem kerül pénzbe.',

  'lost.title': '{time} óta nincs kapcsolat.',
  'lost.titleDay': '{date} óta nincs kapcsolat.',
  'lost.text': 'A kijelzés elavult lehet. Töltést most nem lehet indítani.',

  'idle.title': 'Itt van még?',
  'idle.text':
    'Ez a képernyő {seconds} mp múlva magától bezárul. A folyamatban lévő töltés folytatódik.',
  'idle.stay': 'Még itt vagyok',
  'idle.leave': 'Bezárás most',

  'help.title': 'Segítség',
  'help.plug': 'Ennél a töltőhelynél áll: {number}.',
  'help.call': 'Recepció hívása',
  'help.callOperator': 'A töltőállomás üzemeltetőjének hívása',
  'help.desk': 'A recepció szívesen segít. Mondja meg a töltőhelye számát.',
  'help.stuck.title': 'A kábel beszorult',
  'help.stuck.text':
    'Először állítsa le a töltést. Utána nyissa ki az autóját: a legtöbb csak nyitott zárral engedi el a kábelt. Soha ne húzza erővel.',
  'help.notStarting.title': 'Nem indul',
  'help.notStarting.text':
    'Tolja be a dugót kattanásig mindkét végén. Ha ez nem segít, válasszon másik töltőhelyet.',
  'help.code.title': 'Elfelejtette a kódját',
  'help.code.text':
    'A recepció a töltőhelyről és a kezdési időről felismeri a töltését, és leállítja Önnek. Az autójánál is leállíthatja.',
  'help.error.title': 'Mi a baj most',
  'help.leave.title': 'Elmehetek?',
  'help.leave.text': 'Igen. Az autója tovább töltődik, ha ez a képernyő bezárul.',
  'help.code': 'A recepciónak: kód {code}',
}
