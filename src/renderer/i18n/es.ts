import type { Messages } from './en.ts'
import { chooseWords } from './es-choose.ts'
import { connectorWords } from './es-connector.ts'
import { errorWords } from './es-errors.ts'
import { payWords } from './es-pay.ts'
import { staffWords } from './es-staff.ts'
import { findWords } from './es-find.ts'
import { chargingWords } from './es-charging.ts'

/** Every Spanish text of the guest screens. */
export const es: Messages = {
  ...connectorWords,
  ...chargingWords,
  ...chooseWords,
  ...payWords,
  ...errorWords,
  ...findWords,
  ...staffWords,
  'app.title': 'Carga eléctrica',
  'app.back': 'Atrás',
  'app.cancel': 'Cancelar',
  'app.close': 'Cerrar',
  'app.done': 'Listo',
  'app.help': 'Ayuda',
  'app.retry': 'Intentar de nuevo',
  'app.loading': 'Un momento, por favor…',
  'app.asOf': 'a las {time}',
  'app.asOfDay': 'datos del {date}',
  'app.notTold': 'sin datos',
  'app.language': 'Idioma',
  'app.display': 'Pantalla',
  'app.dark': 'Pantalla oscura',
  'app.light': 'Pantalla clara',
  'app.contrast': 'Alto contraste',

  'board.free': 'Toma libre: {free} de {total} | Tomas libres: {free} de {total}',
  'board.lastKnown': 'último dato a las {time}',
  'board.connecting': 'Conectando con la red de carga…',
  'board.plugs': 'Tomas',
  'board.empty.title': 'No hay tomas que mostrar',
  'board.empty.text':
    'La red de carga no conoce puntos de carga en este lugar. Personal: compruebe el lugar en los ajustes.',
  'board.untold.title': 'No hay datos de las tomas',
  'board.untold.text':
    'La red de carga no ha dicho qué tomas hay aquí. Esta pantalla vuelve a preguntar por sí sola. Si sigue así, pregunte al personal.',
  'board.trouble.title': 'Ahora no se puede cargar aquí',
  'board.trouble.staff': 'Para el personal',
  'board.trouble.code': 'Código {code}',
  'board.demo': 'Demostración: nada de esto es real ni cuesta nada.',

  'lost.title': 'Sin conexión desde las {time}.',
  'lost.titleDay': 'Sin conexión desde el {date}.',
  'lost.text': 'Lo que ve puede ser antiguo. Ahora no se puede iniciar una carga.',

  'idle.title': '¿Sigue ahí?',
  'idle.text': 'Esta pantalla se cierra sola en {seconds} s. Una carga en curso continúa.',
  'idle.stay': 'Sigo aquí',
  'idle.leave': 'Cerrar ahora',

  'help.title': 'Ayuda',
  'help.plug': 'Está en la toma {number}.',
  'help.call': 'Llamar a recepción',
  'help.callOperator': 'Llamar al operador de la estación',
  'help.desk': 'En recepción le ayudan con gusto. Dígales el número de su toma.',
  'help.stuck.title': 'El cable está atascado',
  'help.stuck.text':
    'Primero detenga la carga. Después desbloquee su coche: la mayoría solo suelta el cable cuando está desbloqueado. No tire nunca con fuerza.',
  'help.notStarting.title': 'No se inicia',
  'help.notStarting.text':
    'Empuje el conector hasta que haga clic, en ambos extremos. Si no ayuda, elija otra toma.',
  'help.code.title': 'Ha olvidado su código',
  'help.code.text':
    'En recepción reconocen su carga por la toma y la hora de inicio, y la detienen por usted. También puede detenerla desde su coche.',
  'help.error.title': 'Qué ocurre ahora',
  'help.leave.title': '¿Puedo irme?',
  'help.leave.text': 'Sí. Su coche sigue cargando cuando se cierra esta pantalla.',
  'help.code': 'Para recepción: código {code}',
}
