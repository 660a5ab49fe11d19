import type { findWords as english } from './en-find.ts'

/** Spanish: finding a plug, a station's page, the reader, the ways to see and reach the screen. */
export const findWords: Record<keyof typeof english, string> = {
  'filter.name': 'Qué tomas mostrar',
  'filter.free': 'Solo libres',
  'filter.plug': 'Tipo de toma',
  'filter.power': 'Potencia',
  'filter.powerFrom': '{power} o más',
  'filter.current': 'AC o DC',
  'filter.all': 'Mostrar todo',
  'filter.count': 'Toma mostrada: {shown} de {total} | Tomas mostradas: {shown} de {total}',
  'filter.none.title': 'Ninguna toma así',
  'filter.none.text':
    'Ninguna toma de este lugar cumple lo que ha elegido. Elija menos filtros o vea todas las tomas.',
  'filter.none.all': 'Mostrar todas las tomas',

  'find.open': 'Buscar una toma',
  'find.title': 'Buscar una toma',
  'find.hint': 'El número de la pegatina o el ID de EVSE.',
  'find.hint.reader': 'También puede acercar al lector el código QR de la estación.',
  'find.keys': 'Teclado',
  'find.clear': 'Borrar',
  'find.found': '{n} toma encontrada | {n} tomas encontradas',
  'find.more': 'y {n} más: escriba otro carácter',
  'find.none.title': 'No se ha encontrado nada',
  'find.none.text':
    'Ninguna toma de este lugar tiene este número o ID de EVSE. Compruebe la pegatina o vea todas las tomas.',
  'find.lookUp': 'Buscar este ID de EVSE',
  'find.looking': 'Buscando…',

  'station.title': 'Estación de carga',
  'station.more': 'Más sobre esta estación',
  'station.failed':
    'Los datos de esta estación no se pueden mostrar ahora. Las tomas de abajo funcionan como siempre.',
  'station.onTheSpot':
    'Esta estación no se puede iniciar desde aquí. Iníciela en la propia estación.',
  'station.way': 'Camino a la toma',
  'station.way.text': 'Escanee el código: el mapa de su teléfono muestra el lugar.',
  'station.plugs': 'Tomas de esta estación',
  'station.pictures': 'Fotos de esta estación',
  'station.picture': 'Foto {number} de {count} de esta estación',
  'station.opening': 'Horario de apertura',
  'station.operating': 'Horario de carga',
  'station.open': 'Abierto ahora',
  'station.closed': 'Cerrado ahora',
  'station.closedDay': 'Cerrado',
  'station.allDay': 'Abierto todo el día',
  'station.today': '{day} (hoy)',
  'station.exceptions': 'Días especiales',
  'station.exception.open': 'Abierto: del {from} al {to}',
  'station.exception.closed': 'Cerrado: del {from} al {to}',
  'station.maintenance': 'Mantenimiento',
  'station.maintenance.plug': 'Toma {number}: del {from} al {to}',
  'station.maintenance.from': 'Toma {number}: desde el {from}',
  'station.maintenance.until': 'Toma {number}: hasta el {to}',
  'station.contact': 'Contacto',
  'station.phone': 'Teléfono',
  'station.email': 'Correo electrónico',
  'station.busy': 'Ocupación habitual: {day}',
  'station.busy.text':
    'Suele haber más gente hacia las {busiest} ({most}) y menos hacia las {quietest} ({least}).',
  'station.busy.now': 'Ahora',
  'station.busy.gaps': 'De las horas sin barra no hay datos.',

  'reader.unknown': 'Esta tarjeta no sirve aquí.',
  'reader.unknown.next':
    'Para cargar con ella, toque primero su toma y acerque después la tarjeta al lector.',
  'reader.elsewhere': 'Este código no es de una estación de este lugar.',
  'reader.elsewhere.next': 'Elija su toma en la pantalla por el número de la pegatina.',
  'reader.unreadable': 'El lector no ha podido leerlo.',
  'reader.unreadable.next': 'Acerque otra vez la tarjeta o el código al lector.',

  'app.largeText': 'Texto grande',
  'app.lowReach': 'Todo al alcance, abajo',
  'app.languages': 'Más idiomas',
  'app.languages.title': 'Elija un idioma',
}
