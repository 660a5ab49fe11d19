import type { Messages } from './en.ts'
import { chooseWords } from './sv-choose.ts'
import { connectorWords } from './sv-connector.ts'
import { errorWords } from './sv-errors.ts'
import { payWords } from './sv-pay.ts'
import { staffWords } from './sv-staff.ts'
import { findWords } from './sv-find.ts'
import { chargingWords } from './sv-charging.ts'

/** Every Swedish text of the guest screens. */
export const sv: Messages = {
  ...connectorWords,
  ...chargingWords,
  ...chooseWords,
  ...payWords,
  ...errorWords,
  ...findWords,
  ...staffWords,
  'app.title': 'Elbilsladdning',
  'app.back': 'Tillbaka',
  'app.cancel': 'Avbryt',
  'app.close': 'Stäng',
  'app.done': 'Klar',
  'app.help': 'Hjälp',
  'app.retry': 'Försök igen',
  'app.loading': 'Ett ögonblick …',
  'app.asOf': 'från kl. {time}',
  'app.asOfDay': 'från {date}',
  'app.notTold': 'ingen uppgift',
  'app.language': 'Språk',
  'app.display': 'Visning',
  'app.dark': 'Mörk visning',
  'app.light': 'Ljus visning',
  'app.contrast': 'Hög kontrast',

  'board.free': '{free} av {total} laddplats ledig | {free} av {total} laddplatser lediga',
  'board.lastKnown': 'senast känt kl. {time}',
  'board.connecting': 'Ansluter till laddnätet …',
  'board.plugs': 'Laddplatser',
  'board.empty.title': 'Inga laddplatser att visa här',
  'board.empty.text':
    'Laddnätet känner inte till några laddpunkter på den här platsen. Personal: kontrollera platsen i inställningarna.',
  'board.untold.title': 'Uppgift om laddplatserna saknas',
  'board.untold.text':
    'Laddnätet har inte sagt vilka laddplatser som finns här. Skärmen frågar igen av sig själv. Fråga personalen om det inte ändras.',
  'board.trouble.title': 'Det går inte att ladda här just nu',
  'board.trouble.staff': 'För personalen',
  'board.trouble.code': 'Kod {code}',
  'board.demo': 'Demo: inget här är på riktigt eller kostar något.',

  'lost.title': 'Ingen anslutning sedan kl. {time}.',
  'lost.titleDay': 'Ingen anslutning sedan {date}.',
  'lost.text': 'Det du ser kan vara gammalt. Det går inte att starta just nu.',

  'idle.title': 'Är du kvar?',
  'idle.text': 'Skärmen stängs av sig själv om {seconds} s. En pågående laddning fortsätter.',
  'idle.stay': 'Jag är kvar',
  'idle.leave': 'Stäng nu',

  'help.title': 'Hjälp',
  'help.plug': 'Du är vid laddplats {number}.',
  'help.call': 'Ring receptionen',
  'help.callOperator': 'Ring stationens operatör',
  'help.desk': 'Receptionen hjälper dig gärna. Säg numret på din laddplats.',
  'help.stuck.title': 'Kabeln sitter fast',
  'help.stuck.text':
    'Stoppa laddningen först. Lås sedan upp bilen: de flesta släpper kabeln först när de är upplåsta. Dra aldrig med våld.',
  'help.notStarting.title': 'Den startar inte',
  'help.notStarting.text':
    'Tryck in kontakten i båda ändar tills den klickar. Hjälper det inte, välj en annan laddplats.',
  'help.code.title': 'Du har glömt din kod',
  'help.code.text':
    'Receptionen känner igen din laddning på laddplatsen och starttiden och stoppar den åt dig. Du kan också stoppa den i bilen.',
  'help.error.title': 'Vad som är fel nu',
  'help.leave.title': 'Får jag gå?',
  'help.leave.text': 'Ja. Bilen fortsätter att ladda när skärmen stängs.',
  'help.code': 'För receptionen: kod {code}',
}
