import type { payWords as english } from './en-pay.ts'

/** Swedish: paying by phone, the own card, the stop code, and what the guest takes along. */
export const payWords: Record<keyof typeof english, string> = {
  'pay.title': 'Betala med din telefon',
  'pay.text': 'Skanna koden med telefonens kamera. Den här skärmen går vidare av sig själv.',
  'pay.code': 'Kod till betalningssidan',
  'pay.preparing': 'Betalningssidan förbereds …',
  'pay.amount': '{amount} reserveras',
  'pay.left': 'kvar att betala på',
  'pay.paid': 'Betalningen är bekräftad. Ett ögonblick.',
  'pay.refused': 'Betalningen nekades',
  'pay.overdue': 'Inte betalt i tid',
  'pay.hold.none': 'Inget belopp reserverades.',
  'pay.hold.released':
    'Det reserverade beloppet frigörs. Det kan ta några dagar innan din bank visar det.',
  'pay.hold.may-remain':
    'Beloppet kan vara reserverat ett tag till. Laddnätet frigör det om inget laddas; det kan ta några dagar innan din bank visar det.',
  'pay.idle': 'Ta den tid du behöver: skärmen finns kvar i {minutes} minuter.',

  'rfid.title': 'Laddning med ditt kort',
  'rfid.status': 'Status',
  'rfid.elapsed': 'Tid',
  'rfid.told': 'Energi och kvitto kommer från kortets leverantör. Vi kan inte se dem här.',
  'rfid.stop': 'För att stoppa: håll samma kort mot läsaren. Håll sedan intryckt här.',
  'rfid.stopOff': 'Håll samma kort mot terminalens läsare för att stoppa.',

  'code.title.charge': 'Din stoppkod',
  'code.title.start': 'Din kod',
  'code.text.charge':
    'Du behöver den för att stoppa här eller för ditt kvitto. Koden från starten fungerar också.',
  'code.text.start': 'Kom ihåg den: den tar dig tillbaka hit och öppnar din laddning.',
  'code.photo': 'Ta en bild av den nu. Den visas inte igen.',
  'code.read.charge': 'Din stoppkod är {digits}.',
  'code.read.start': 'Din kod är {digits}.',

  'claim.title': 'Laddplats {number}',
  'claim.subtitle.charge': 'Visa att laddningen är din',
  'claim.subtitle.receipt': 'Ditt kvitto, en gång till',
  'claim.enter': 'Ange din stoppkod',
  'claim.typed': '{count} av {total} siffror',
  'claim.wait': 'Du kan försöka igen om {time}.',

  'sum.unplug': 'Avslutas: koppla ur',
  'sum.unplug.text': 'Laddplatsen blir ledig för andra så snart kabeln är ute.',
  'sum.take': 'Ta med dig',
  'sum.documentCode': 'Skanna för din faktura',
  'sum.noDocument': 'Faktura: inte tillgänglig',
  'sum.documentAwaited': 'Faktura: på väg',
  'sum.calibrationCode': 'Skanna för kalibreringsuppgifter',
  'sum.noCalibration': 'Kalibreringsuppgifter: inte tillgängliga',
  'sum.print': 'Skriv ut',
  'sum.printing': 'Skriver ut …',
  'sum.printed': 'Ditt kvitto är utskrivet.',
}
