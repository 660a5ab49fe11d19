import type { Messages } from './en.ts'
import { chooseWords } from './nl-choose.ts'
import { connectorWords } from './nl-connector.ts'
import { errorWords } from './nl-errors.ts'
import { payWords } from './nl-pay.ts'
import { staffWords } from './nl-staff.ts'
import { findWords } from './nl-find.ts'
import { chargingWords } from './nl-charging.ts'

/** Every Dutch text of the guest screens. */
export const nl: Messages = {
  ...connectorWords,
  ...chargingWords,
  ...chooseWords,
  ...payWords,
  ...errorWords,
  ...findWords,
  ...staffWords,
  'app.title': 'Elektrisch laden',
  'app.back': 'Terug',
  'app.cancel': 'Annuleren',
  'app.close': 'Sluiten',
  'app.done': 'Klaar',
  'app.help': 'Hulp',
  'app.retry': 'Opnieuw proberen',
  'app.loading': 'Een moment alstublieft…',
  'app.asOf': 'stand van {time}',
  'app.asOfDay': 'stand van {date}',
  'app.notTold': 'niet opgegeven',
  'app.language': 'Taal',
  'app.display': 'Weergave',
  'app.dark': 'Donkere weergave',
  'app.light': 'Lichte weergave',
  'app.contrast': 'Hoog contrast',

  'board.free': '{free} van {total} laadplek vrij | {free} van {total} laadplekken vrij',
  'board.lastKnown': 'laatste stand van {time}',
  'board.connecting': 'Verbinding maken met het laadnetwerk…',
  'board.plugs': 'Laadplekken',
  'board.empty.title': 'Geen laadplekken om te tonen',
  'board.empty.text':
    'Het laadnetwerk kent geen laadpunten op deze locatie. Personeel: controleer de locatie in de instellingen.',
  'board.untold.title': 'De laadplekken zijn niet opgegeven',
  'board.untold.text':
    'Het laadnetwerk heeft niet gezegd welke laadplekken er hier zijn. Dit scherm vraagt het vanzelf opnieuw. Blijft het zo, vraag het dan aan het personeel.',
  'board.trouble.title': 'Laden is hier nu niet mogelijk',
  'board.trouble.staff': 'Voor het personeel',
  'board.trouble.code': 'Code {code}',
  'board.demo': 'Demo: niets hier is echt of kost iets.',

  'lost.title': 'Geen verbinding sinds {time}.',
  'lost.titleDay': 'Geen verbinding sinds {date}.',
  'lost.text': 'Wat u ziet, kan oud zijn. Starten kan nu niet.',

  'idle.title': 'Bent u er nog?',
  'idle.text': 'Dit scherm sluit vanzelf over {seconds} s. Een lopende laadbeurt gaat door.',
  'idle.stay': 'Ik ben er nog',
  'idle.leave': 'Nu sluiten',

  'help.title': 'Hulp',
  'help.plug': 'U bent bij laadplek {number}.',
  'help.call': 'Receptie bellen',
  'help.callOperator': 'Beheerder van het laadstation bellen',
  'help.desk': 'De receptie helpt u graag. Noem het nummer van uw laadplek.',
  'help.stuck.title': 'De kabel zit vast',
  'help.stuck.text':
    'Stop eerst het laden. Ontgrendel dan uw auto: de meeste laten de kabel pas los als ze ontgrendeld zijn. Trek nooit met kracht.',
  'help.notStarting.title': 'Het start niet',
  'help.notStarting.text':
    'Duw de stekker aan beide kanten erin tot hij klikt. Helpt dat niet, kies dan een andere laadplek.',
  'help.code.title': 'U bent uw code vergeten',
  'help.code.text':
    'De receptie herkent uw laadbeurt aan de laadplek en de starttijd en stopt die voor u. U kunt ook bij uw auto stoppen.',
  'help.error.title': 'Wat er nu mis is',
  'help.leave.title': 'Mag ik weggaan?',
  'help.leave.text': 'Ja. Uw auto laadt door als dit scherm sluit.',
  'help.code': 'Voor de receptie: code {code}',
}
