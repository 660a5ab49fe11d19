import type { Messages } from './en.ts'
import { chooseWords } from './it-choose.ts'
import { connectorWords } from './it-connector.ts'
import { errorWords } from './it-errors.ts'
import { payWords } from './it-pay.ts'
import { staffWords } from './it-staff.ts'
import { findWords } from './it-find.ts'
import { chargingWords } from './it-charging.ts'

/** Every Italian text of the guest screens. */
export const it: Messages = {
  ...connectorWords,
  ...chargingWords,
  ...chooseWords,
  ...payWords,
  ...errorWords,
  ...findWords,
  ...staffWords,
  'app.title': 'Ricarica auto elettriche',
  'app.back': 'Indietro',
  'app.cancel': 'Annulla',
  'app.close': 'Chiudi',
  'app.done': 'Fatto',
  'app.help': 'Aiuto',
  'app.retry': 'Riprova',
  'app.loading': 'Un momento, per favore…',
  'app.asOf': 'dati delle {time}',
  'app.asOfDay': 'dati del {date}',
  'app.notTold': 'non indicato',
  'app.language': 'Lingua',
  'app.display': 'Schermo',
  'app.dark': 'Schermo scuro',
  'app.light': 'Schermo chiaro',
  'app.contrast': 'Contrasto elevato',

  'board.free': 'Presa libera: {free} su {total} | Prese libere: {free} su {total}',
  'board.lastKnown': 'ultimo stato noto alle {time}',
  'board.connecting': 'Connessione alla rete di ricarica…',
  'board.plugs': 'Prese',
  'board.empty.title': 'Nessuna presa da mostrare qui',
  'board.empty.text':
    'La rete di ricarica non conosce punti di ricarica per questo sito. Personale: controllare il sito nelle impostazioni.',
  'board.untold.title': 'Le prese non sono indicate',
  'board.untold.text':
    'La rete di ricarica non ha detto quali prese ci sono qui. Questo schermo chiede di nuovo da solo. Se non cambia, si rivolga al personale.',
  'board.trouble.title': 'Al momento qui non si può ricaricare',
  'board.trouble.staff': 'Per il personale',
  'board.trouble.code': 'Codice {code}',
  'board.demo': 'Demo: qui nulla è reale e nulla costa.',

  'lost.title': 'Nessuna connessione dalle {time}.',
  'lost.titleDay': 'Nessuna connessione dal {date}.',
  'lost.text': 'Ciò che vede può essere vecchio. Ora non è possibile avviare una ricarica.',

  'idle.title': 'È ancora qui?',
  'idle.text':
    'Questa schermata si chiude da sola tra {seconds} s. Una ricarica in corso continua.',
  'idle.stay': 'Sono ancora qui',
  'idle.leave': 'Chiudi ora',

  'help.title': 'Aiuto',
  'help.plug': 'È alla presa {number}.',
  'help.call': 'Chiama la reception',
  'help.callOperator': 'Chiama il gestore della stazione',
  'help.desk': 'La reception aiuta volentieri. Indichi il numero della Sua presa.',
  'help.stuck.title': 'Il cavo è bloccato',
  'help.stuck.text':
    'Prima fermi la ricarica. Poi sblocchi l’auto: la maggior parte libera il cavo solo da sbloccata. Non tiri mai con forza.',
  'help.notStarting.title': 'Non si avvia',
  'help.notStarting.text':
    'Inserisca la spina finché non scatta, da entrambi i lati. Se non basta, scelga un’altra presa.',
  'help.code.title': 'Ha dimenticato il codice',
  'help.code.text':
    'La reception riconosce la Sua ricarica dalla presa e dall’ora di inizio e la ferma per Lei. Può fermarla anche dalla Sua auto.',
  'help.error.title': 'Che cosa non va ora',
  'help.leave.title': 'Posso andare via?',
  'help.leave.text': 'Sì. La Sua auto continua a caricare quando questa schermata si chiude.',
  'help.code': 'Per la reception: codice {code}',
}
