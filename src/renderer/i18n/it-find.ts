import type { findWords as english } from './en-find.ts'

/** Italian: finding a plug, a station's page, the reader, the ways to see and reach the screen. */
export const findWords: Record<keyof typeof english, string> = {
  'filter.name': 'Quali prese mostrare',
  'filter.free': 'Solo libere',
  'filter.plug': 'Tipo di presa',
  'filter.power': 'Potenza',
  'filter.powerFrom': '{power} e oltre',
  'filter.current': 'AC o DC',
  'filter.all': 'Mostra tutto',
  'filter.count': 'Presa mostrata: {shown} su {total} | Prese mostrate: {shown} su {total}',
  'filter.none.title': 'Nessuna presa così',
  'filter.none.text':
    'Nessuna presa di questo sito corrisponde alla scelta. Scelga meno filtri o guardi tutte le prese.',
  'filter.none.all': 'Mostra tutte le prese',

  'find.open': 'Trova una presa',
  'find.title': 'Trova una presa',
  'find.hint': 'Il numero sull’adesivo o l’ID EVSE.',
  'find.hint.reader': 'Può anche avvicinare al lettore il codice QR della colonnina.',
  'find.keys': 'Tasti',
  'find.clear': 'Cancella',
  'find.found': '{n} presa trovata | {n} prese trovate',
  'find.more': 'e altre {n}: digiti un altro carattere',
  'find.none.title': 'Nessun risultato',
  'find.none.text':
    'Nessuna presa di questo sito ha questo numero o ID EVSE. Controlli l’adesivo o guardi tutte le prese.',
  'find.lookUp': 'Cerca questo ID EVSE',
  'find.looking': 'Ricerca in corso…',

  'station.title': 'Colonnina di ricarica',
  'station.more': 'Altro su questa colonnina',
  'station.failed':
    'Al momento non è possibile mostrare i dettagli di questa colonnina. Le prese qui sotto funzionano come al solito.',
  'station.onTheSpot':
    'Questa colonnina non si può avviare da qui. La avvii direttamente sul posto.',
  'station.way': 'La strada per la presa',
  'station.way.text': 'Inquadri il codice: la mappa del telefono mostra il posto.',
  'station.plugs': 'Prese di questa colonnina',
  'station.pictures': 'Foto di questa colonnina',
  'station.picture': 'Foto {number} di {count} di questa colonnina',
  'station.opening': 'Orari di apertura',
  'station.operating': 'Orari di ricarica',
  'station.open': 'Ora aperto',
  'station.closed': 'Ora chiuso',
  'station.closedDay': 'Chiuso',
  'station.allDay': 'Aperto tutto il giorno',
  'station.today': '{day} (oggi)',
  'station.exceptions': 'Giorni particolari',
  'station.exception.open': 'Aperto: dal {from} al {to}',
  'station.exception.closed': 'Chiuso: dal {from} al {to}',
  'station.maintenance': 'Manutenzione',
  'station.maintenance.plug': 'Presa {number}: dal {from} al {to}',
  'station.maintenance.from': 'Presa {number}: dal {from}',
  'station.maintenance.until': 'Presa {number}: fino al {to}',
  'station.contact': 'Contatti',
  'station.phone': 'Telefono',
  'station.email': 'E-mail',
  'station.busy': 'Affluenza abituale: {day}',
  'station.busy.text':
    'Di solito più affollato verso le {busiest} ({most}) e più tranquillo verso le {quietest} ({least}).',
  'station.busy.now': 'Adesso',
  'station.busy.gaps': 'Per le ore senza barra non ci sono dati.',

  'reader.unknown': 'Qui questa carta non serve.',
  'reader.unknown.next':
    'Per ricaricare con questa carta, tocchi prima la presa, poi avvicini la carta al lettore.',
  'reader.elsewhere': 'Questo codice non è di una colonnina di questo sito.',
  'reader.elsewhere.next': 'Scelga la presa sullo schermo, in base al numero sull’adesivo.',
  'reader.unreadable': 'Il lettore non è riuscito a leggere.',
  'reader.unreadable.next': 'Avvicini ancora una volta la carta o il codice al lettore.',

  'app.largeText': 'Testo grande',
  'app.lowReach': 'Tutto a portata di mano in basso',
  'app.languages': 'Altre lingue',
  'app.languages.title': 'Scelga una lingua',
}
