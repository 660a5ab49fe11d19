import type { payWords as english } from './en-pay.ts'

/** German: paying by phone, the own card, the stop code, and what the guest takes along. */
export const payWords: Record<keyof typeof english, string> = {
  'pay.title': 'Am Handy bezahlen',
  'pay.text': 'Scannen Sie den Code mit der Kamera Ihres Handys. Diese Anzeige folgt von selbst.',
  'pay.code': 'Code zur Zahlungsseite',
  'pay.preparing': 'Die Zahlungsseite wird vorbereitet …',
  'pay.amount': '{amount} werden reserviert',
  'pay.left': 'Zeit zum Bezahlen',
  'pay.paid': 'Zahlung bestätigt. Einen Moment bitte.',
  'pay.refused': 'Die Zahlung wurde abgelehnt',
  'pay.overdue': 'Nicht rechtzeitig bezahlt',
  'pay.hold.none': 'Es wurde nichts reserviert.',
  'pay.hold.released':
    'Der reservierte Betrag wird freigegeben. Bei Ihrer Bank kann das einige Tage dauern.',
  'pay.hold.may-remain':
    'Der Betrag kann noch eine Weile reserviert sein. Das Ladenetz gibt ihn frei, wenn nichts geladen wird. Bei Ihrer Bank kann das einige Tage dauern.',
  'pay.idle': 'Lassen Sie sich Zeit: Diese Anzeige bleibt {minutes} Minuten.',

  'rfid.title': 'Laden mit Ihrer Karte',
  'rfid.status': 'Zustand',
  'rfid.elapsed': 'Zeit',
  'rfid.told':
    'Energie und Beleg kommen vom Anbieter Ihrer Karte. Wir können sie hier nicht sehen.',
  'rfid.stop': 'Zum Stoppen dieselbe Karte an den Leser halten. Dann hier gedrückt halten.',
  'rfid.stopOff': 'Zum Stoppen dieselbe Karte an den Leser dieses Terminals halten.',

  'code.title.charge': 'Ihr Stopp-Code',
  'code.title.start': 'Ihr Code',
  'code.text.charge':
    'Sie brauchen ihn zum Stoppen und für Ihren Beleg. Der Code vom Start gilt hier auch.',
  'code.text.start': 'Bitte merken: Er bringt Sie hierher zurück und öffnet Ihr Laden.',
  'code.photo': 'Am besten gleich fotografieren. Er wird nicht noch einmal gezeigt.',
  'code.read.charge': 'Ihr Stopp-Code ist {digits}.',
  'code.read.start': 'Ihr Code ist {digits}.',

  'claim.title': 'Ladeplatz {number}',
  'claim.subtitle.charge': 'Zeigen Sie, dass dieses Laden Ihres ist',
  'claim.subtitle.receipt': 'Ihr Beleg, noch einmal',
  'claim.enter': 'Stopp-Code eingeben',
  'claim.typed': '{count} von {total} Ziffern',
  'claim.wait': 'Der nächste Versuch geht in {time}.',

  'sum.unplug': 'Fast fertig: Bitte abstecken',
  'sum.unplug.text': 'Der Ladeplatz ist für andere frei, sobald das Kabel ab ist.',
  'sum.take': 'Zum Mitnehmen',
  'sum.documentCode': 'Scannen für Ihre Rechnung',
  'sum.noDocument': 'Rechnung: nicht verfügbar',
  'sum.documentAwaited': 'Rechnung: kommt noch',
  'sum.calibrationCode': 'Scannen für die Eichrechtsdaten',
  'sum.noCalibration': 'Eichrechtsdaten: nicht verfügbar',
  'sum.print': 'Drucken',
  'sum.printing': 'Wird gedruckt …',
  'sum.printed': 'Ihr Beleg ist gedruckt.',
}
