import type { chooseWords as english } from './en-choose.ts'

/** Spanish: choosing what to charge with, how much is held, packages, and where to stop. */
export const chooseWords: Record<keyof typeof english, string> = {
  'choose.kind.phone': 'Pagar con el teléfono',
  'choose.kind.free': 'Carga gratuita',
  'choose.free.text': 'Aquí no hay nada que pagar. Solo toque «Iniciar carga».',
  'choose.phone.text': 'Escanea un código y paga con su propio teléfono.',
  'choose.booking.text':
    'Para huéspedes con reserva: necesita su número de habitación o de reserva.',
  'choose.desk.text': 'Pregunte en recepción: la inician por usted.',
  'choose.roaming.text':
    'Tarjeta de un socio: el coste puede ser distinto del precio indicado aquí.',
  'choose.cardEnds': 'Esta tarjeta es válida hasta el {time}.',
  'choose.noCurrency':
    'No disponible: la red de carga no indica en qué moneda se retendría un importe. Elija otra forma.',
  'choose.example': '{energy} ≈ {cost} (aprox.)',
  'choose.example.read': 'Ejemplo: {energy} cuestan unos {cost}.',
  'choose.missing.option': 'Elija con qué cargar',
  'choose.missing.hold': 'Elija el importe que se retendrá',
  'choose.missing.booking': 'Introduzca su número de reserva',
  'choose.pay': 'Ir al pago',

  'hold.title': '¿Cuánto se puede retener?',
  'hold.text':
    'El importe solo se retiene en su medio de pago, no se cobra. Después de la carga paga lo que ha costado y se libera el resto. Su banco puede tardar unos días en mostrarlo.',
  'hold.one': 'Se retienen {amount}',
  'hold.blocked':
    'Puede que aún haya un importe retenido para esta toma. Otro es posible a partir de las {time}. Hasta entonces, elija otra forma u otra toma.',

  'package.title': 'Paquetes',
  'package.none': 'Sin paquete',
  'package.none.text': 'Paga según el precio de arriba.',
  'package.name': 'Paquete {n}',
  'package.stop': 'Se detiene sola después de {time}',
  'package.runtime': 'Dura {time}',
  'package.energy': 'Energía con este paquete: {price}',
  'package.noRate': 'La red de carga no indica cuánto cuesta la energía con este paquete.',
  'package.noPrice': 'No está a la venta: la red de carga no indica ningún precio.',
  'package.noCurrency': 'No está a la venta: la red de carga no indica la moneda del precio.',

  'target.title': 'Cuándo detener',
  'target.none': 'Cargar del todo',
  'target.time': 'Tiempo',
  'target.energy': 'Energía',
  'target.charge': 'Batería',
  'target.less': 'Menos',
  'target.more': 'Más',
  'target.time.text': 'La red de carga detiene la carga por sí sola.',
  'target.watched':
    'Este terminal vigila y detiene la carga, pero solo mientras esté encendido y conectado.',
  'target.charge.text':
    'Solo funciona si su coche indica el nivel de la batería. Muchos no lo hacen en tomas de CA.',
  'target.shown': 'Se detiene al llegar a {value}',
  'target.shown.time': 'Se detiene después de {value}',

  'booking.title': 'Su número de habitación o de reserva',
  'booking.text': 'Tal como aparece en su reserva o en la tarjeta de la habitación.',
  'booking.enter': 'Introducir número de reserva',
  'booking.change': 'Número de reserva: {reference}',
  'booking.done': 'Usar este número',

  'own.title': 'Su propia tarjeta de carga',
  'own.text':
    'Acerque su tarjeta al lector. El precio, la energía y el recibo los da el proveedor de su tarjeta.',

  'legal.title': 'Antes de empezar',
  'legal.terms': 'Condiciones generales',
  'legal.privacy': 'Política de privacidad',
  'legal.failed':
    'Las condiciones y la política de privacidad no se pueden mostrar ahora. Las tienen en recepción.',
  'code.tooLong': 'Este enlace es demasiado largo para un código. En recepción pueden ayudarle.',
  'code.noLink': 'La red de carga no ha dado ningún enlace que se pueda mostrar aquí.',

  'keys.erase': 'Borrar el último carácter',
}
