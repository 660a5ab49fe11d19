import type { payWords as english } from './en-pay.ts'

/** Italian: paying by phone, the own card, the stop code, and what the guest takes along. */
export const payWords: Record<keyof typeof english, string> = {
  'pay.title': 'Paghi con il Suo telefono',
  'pay.text':
    'Inquadri il codice con la fotocamera del telefono. Questa schermata prosegue da sola.',
  'pay.code': 'Codice per la pagina di pagamento',
  'pay.preparing': 'La pagina di pagamento è in preparazione…',
  'pay.amount': '{amount} bloccati',
  'pay.left': 'per pagare',
  'pay.paid': 'Pagamento confermato. Un momento, per favore.',
  'pay.refused': 'Il pagamento è stato rifiutato',
  'pay.overdue': 'Non pagato in tempo',
  'pay.hold.none': 'Non è stato bloccato nulla.',
  'pay.hold.released':
    'L’importo bloccato viene sbloccato. La Sua banca può impiegare qualche giorno per mostrarlo.',
  'pay.hold.may-remain':
    'L’importo può restare bloccato per un po’. La rete di ricarica lo sblocca se non si carica nulla; la Sua banca può impiegare qualche giorno per mostrarlo.',
  'pay.idle': 'Faccia con calma: questa schermata resta per {minutes} minuti.',

  'rfid.title': 'Ricarica con la Sua carta',
  'rfid.status': 'Stato',
  'rfid.elapsed': 'Durata',
  'rfid.told':
    'Energia e ricevuta arrivano dal fornitore della Sua carta. Qui non possiamo vederle.',
  'rfid.stop': 'Per fermare: avvicini la stessa carta al lettore. Poi tenga premuto qui.',
  'rfid.stopOff': 'Per fermare, avvicini la stessa carta al lettore di questo terminale.',

  'code.title.charge': 'Il Suo codice di arresto',
  'code.title.start': 'Il Suo codice',
  'code.text.charge':
    'Le serve per fermare qui o per la ricevuta. Vale anche il codice dell’avvio.',
  'code.text.start': 'Lo ricordi: La riporta qui e apre la Sua ricarica.',
  'code.photo': 'Lo fotografi ora. Non verrà più mostrato.',
  'code.read.charge': 'Il Suo codice di arresto è {digits}.',
  'code.read.start': 'Il Suo codice è {digits}.',

  'claim.title': 'Presa {number}',
  'claim.subtitle.charge': 'Dimostri che questa ricarica è Sua',
  'claim.subtitle.receipt': 'La Sua ricevuta, ancora una volta',
  'claim.enter': 'Inserisca il Suo codice di arresto',
  'claim.typed': '{count} cifre su {total}',
  'claim.wait': 'Può riprovare tra {time}.',

  'sum.unplug': 'In conclusione: scolleghi il cavo',
  'sum.unplug.text': 'La presa è libera per gli altri appena il cavo è scollegato.',
  'sum.take': 'Da portare con sé',
  'sum.documentCode': 'Inquadri per la fattura',
  'sum.noDocument': 'Fattura: non disponibile',
  'sum.documentAwaited': 'Fattura: in arrivo',
  'sum.calibrationCode': 'Inquadri per i dati di taratura',
  'sum.noCalibration': 'Dati di taratura: non disponibili',
  'sum.print': 'Stampa',
  'sum.printing': 'Stampa in corso…',
  'sum.printed': 'La Sua ricevuta è stampata.',
}
