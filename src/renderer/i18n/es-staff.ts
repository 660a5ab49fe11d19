/** Spanish: the way to the desk, and what the desk must allow. */
export const staffWords = {
  'app.staff': 'Personal',
  'training.frame': 'Práctica: aquí nada es real',
  'staff.title': 'Para el personal',
  'staff.text': 'Introduzca su PIN.',
  'staff.typed': '{count} cifras',
  'staff.demo': 'Demo: PIN {staff} para el personal, {manager} para la dirección.',
  'staff.setup': 'Configurar este terminal',
  'approve.text': 'El personal autoriza este inicio con su PIN, aquí en esta pantalla.',
  'approve.ask': 'Preguntar en recepción',
  'approve.title': 'Esperando a recepción',
  'approve.left': 'para que responda recepción',
  'approve.here': 'Personal: responder aquí',
  'approve.withdraw': 'Retirar la solicitud',
  'approve.declined': 'Recepción no ha autorizado este inicio.',
  'approve.expired': 'Nadie ha respondido a tiempo.',
} as const
