import type { payWords as english } from './en-pay.ts'

/** Spanish: paying by phone, the own card, the stop code, and what the guest takes along. */
export const payWords: Record<keyof typeof english, string> = {
  'pay.title': 'Pague con su teléfono',
  'pay.text': 'Escanee el código con la cámara de su teléfono. Esta pantalla avanza sola.',
  'pay.code': 'Código de la página de pago',
  'pay.preparing': 'Se está preparando la página de pago…',
  'pay.amount': 'Se retienen {amount}',
  'pay.left': 'para pagar',
  'pay.paid': 'Pago confirmado. Un momento, por favor.',
  'pay.refused': 'El pago ha sido rechazado',
  'pay.overdue': 'No se pagó a tiempo',
  'pay.hold.none': 'No se ha retenido nada.',
  'pay.hold.released':
    'El importe retenido se libera. Su banco puede tardar unos días en mostrarlo.',
  'pay.hold.may-remain':
    'El importe puede seguir retenido un tiempo. La red de carga lo libera si no se carga nada; su banco puede tardar unos días en mostrarlo.',
  'pay.idle': 'Tómese su tiempo: esta pantalla sigue {minutes} minutos.',

  'rfid.title': 'Carga con su tarjeta',
  'rfid.status': 'Estado',
  'rfid.elapsed': 'Tiempo',
  'rfid.told': 'La energía y el recibo los da el proveedor de su tarjeta. Aquí no podemos verlos.',
  'rfid.stop': 'Para detener: acerque la misma tarjeta al lector. Después mantenga pulsado aquí.',
  'rfid.stopOff': 'Para detener, acerque la misma tarjeta al lector de este terminal.',

  'code.title.charge': 'Su código de parada',
  'code.title.start': 'Su código',
  'code.text.charge':
    'Lo necesita para detener aquí o para su recibo. El código del inicio también vale.',
  'code.text.start': 'Recuérdelo: le trae de vuelta aquí y abre su carga.',
  'code.photo': 'Hágale una foto ahora. No se volverá a mostrar.',
  'code.read.charge': 'Su código de parada es {digits}.',
  'code.read.start': 'Su código es {digits}.',

  'claim.title': 'Toma {number}',
  'claim.subtitle.charge': 'Muestre que esta carga es suya',
  'claim.subtitle.receipt': 'Su recibo, una vez más',
  'claim.enter': 'Introduzca su código de parada',
  'claim.typed': '{count} de {total} cifras',
  'claim.wait': 'Puede intentarlo de nuevo en {time}.',

  'sum.unplug': 'Terminando: desenchufe, por favor',
  'sum.unplug.text': 'La toma queda libre para otros en cuanto se retira el cable.',
  'sum.take': 'Para llevar',
  'sum.documentCode': 'Escanee para ver su factura',
  'sum.noDocument': 'Factura: no disponible',
  'sum.documentAwaited': 'Factura: en camino',
  'sum.calibrationCode': 'Escanee para ver los datos de calibración',
  'sum.noCalibration': 'Datos de calibración: no disponibles',
  'sum.print': 'Imprimir',
  'sum.printing': 'Imprimiendo…',
  'sum.printed': 'Su recibo está impreso.',
}
