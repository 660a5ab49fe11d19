import type { chooseWords as english } from './en-choose.ts'

/** Italian: choosing what to charge with, how much is held, packages, and where to stop. */
export const chooseWords: Record<keyof typeof english, string> = {
  'choose.kind.phone': 'Pagare con il telefono',
  'choose.kind.free': 'Ricarica gratuita',
  'choose.free.text': 'Qui non c’è nulla da pagare. Basta toccare «Avvia ricarica».',
  'choose.phone.text': 'Inquadra un codice e paga con il Suo telefono.',
  'choose.booking.text':
    'Per gli ospiti con prenotazione: serve il numero della camera o della prenotazione.',
  'choose.desk.text': 'Chieda alla reception: la avvia per Lei.',
  'choose.roaming.text':
    'Carta di un partner: il costo può essere diverso dal prezzo indicato qui.',
  'choose.cardEnds': 'Questa carta è valida fino al {time}.',
  'choose.noCurrency':
    'Non disponibile: la rete di ricarica non indica in quale valuta verrebbe bloccato un importo. Scelga un altro modo.',
  'choose.example': '{energy} ≈ {cost} (circa)',
  'choose.example.read': 'Esempio: {energy} costano circa {cost}.',
  'choose.missing.option': 'Scelga con che cosa ricaricare',
  'choose.missing.hold': 'Scelga l’importo da bloccare',
  'choose.missing.booking': 'Inserisca il numero di prenotazione',
  'choose.pay': 'Vai al pagamento',

  'hold.title': 'Quale importo si può bloccare?',
  'hold.text':
    'L’importo viene solo bloccato sul Suo mezzo di pagamento, non addebitato. Dopo la ricarica paga quanto è costata e il resto viene sbloccato. La Sua banca può impiegare qualche giorno per mostrarlo.',
  'hold.one': '{amount} bloccati',
  'hold.blocked':
    'Per questa presa potrebbe essere ancora bloccato un importo. Un altro è possibile dalle {time}. Fino ad allora scelga un altro modo o un’altra presa.',

  'package.title': 'Pacchetti',
  'package.none': 'Nessun pacchetto',
  'package.none.text': 'Paga secondo il prezzo qui sopra.',
  'package.name': 'Pacchetto {n}',
  'package.stop': 'Si ferma da sola dopo {time}',
  'package.runtime': 'Dura {time}',
  'package.energy': 'Energia con questo pacchetto: {price}',
  'package.noRate': 'La rete di ricarica non indica quanto costa l’energia con questo pacchetto.',
  'package.noPrice': 'Non in vendita: la rete di ricarica non indica alcun prezzo.',
  'package.noCurrency': 'Non in vendita: la rete di ricarica non indica la valuta del prezzo.',

  'target.title': 'Quando fermare',
  'target.none': 'Carica completa',
  'target.time': 'Tempo',
  'target.energy': 'Energia',
  'target.charge': 'Batteria',
  'target.less': 'Meno',
  'target.more': 'Più',
  'target.time.text': 'La rete di ricarica ferma la ricarica da sola.',
  'target.watched':
    'Questo terminale controlla e ferma la ricarica, ma solo finché è acceso e connesso.',
  'target.charge.text':
    'Funziona solo se l’auto comunica il livello della batteria. Molte non lo fanno con prese AC.',
  'target.shown': 'Si ferma a {value}',
  'target.shown.time': 'Si ferma dopo {value}',

  'booking.title': 'Il numero della camera o della prenotazione',
  'booking.text': 'Come indicato sulla prenotazione o sulla tessera della camera.',
  'booking.enter': 'Inserisci il numero di prenotazione',
  'booking.change': 'Numero di prenotazione: {reference}',
  'booking.done': 'Usa questo numero',

  'own.title': 'La Sua carta di ricarica',
  'own.text':
    'Avvicini la carta al lettore. Prezzo, energia e ricevuta arrivano dal fornitore della Sua carta.',

  'legal.title': 'Prima di iniziare',
  'legal.terms': 'Condizioni generali',
  'legal.privacy': 'Informativa sulla privacy',
  'legal.failed':
    'Al momento non è possibile mostrare condizioni e privacy. Sono disponibili alla reception.',
  'code.tooLong': 'Questo link è troppo lungo per un codice. La reception può aiutare.',
  'code.noLink': 'La rete di ricarica non ha fornito alcun link che si possa mostrare qui.',

  'keys.erase': 'Cancella l’ultimo carattere',
}
