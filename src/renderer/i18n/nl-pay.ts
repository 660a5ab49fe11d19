import type { payWords as english } from './en-pay.ts'

/** Dutch: paying by phone, the own card, the stop code, and what the guest takes along. */
export const payWords: Record<keyof typeof english, string> = {
  'pay.title': 'Betaal op uw telefoon',
  'pay.text': 'Scan de code met de camera van uw telefoon. Dit scherm gaat vanzelf verder.',
  'pay.code': 'Code naar de betaalpagina',
  'pay.preparing': 'De betaalpagina wordt voorbereid…',
  'pay.amount': '{amount} wordt gereserveerd',
  'pay.left': 'om te betalen',
  'pay.paid': 'Betaling bevestigd. Een moment alstublieft.',
  'pay.refused': 'De betaling is geweigerd',
  'pay.overdue': 'Niet op tijd betaald',
  'pay.hold.none': 'Er is niets gereserveerd.',
  'pay.hold.released':
    'Het gereserveerde bedrag komt vrij. Uw bank kan enkele dagen nodig hebben om dat te tonen.',
  'pay.hold.may-remain':
    'Het bedrag kan nog even gereserveerd blijven. Het laadnetwerk geeft het vrij als er niets wordt geladen; uw bank kan enkele dagen nodig hebben om dat te tonen.',
  'pay.idle': 'Neem de tijd: dit scherm blijft {minutes} minuten staan.',

  'rfid.title': 'Laden met uw pas',
  'rfid.status': 'Status',
  'rfid.elapsed': 'Tijd',
  'rfid.told': 'Energie en bon komen van de aanbieder van uw pas. Wij kunnen ze hier niet zien.',
  'rfid.stop': 'Stoppen: houd dezelfde pas voor de lezer. Houd daarna hier ingedrukt.',
  'rfid.stopOff': 'Om te stoppen houdt u dezelfde pas voor de lezer van deze terminal.',

  'code.title.charge': 'Uw stopcode',
  'code.title.start': 'Uw code',
  'code.text.charge':
    'U hebt hem nodig om hier te stoppen of voor uw bon. De code van de start werkt ook.',
  'code.text.start': 'Onthoud hem: hij brengt u hier terug en opent uw laadbeurt.',
  'code.photo': 'Maak er nu een foto van. Hij wordt niet nog eens getoond.',
  'code.read.charge': 'Uw stopcode is {digits}.',
  'code.read.start': 'Uw code is {digits}.',

  'claim.title': 'Laadplek {number}',
  'claim.subtitle.charge': 'Laat zien dat deze laadbeurt van u is',
  'claim.subtitle.receipt': 'Uw bon, nog één keer',
  'claim.enter': 'Voer uw stopcode in',
  'claim.typed': '{count} van {total} cijfers',
  'claim.wait': 'U kunt het over {time} opnieuw proberen.',

  'sum.unplug': 'Bijna klaar: maak de kabel los',
  'sum.unplug.text': 'De laadplek is vrij voor anderen zodra de kabel eruit is.',
  'sum.take': 'Om mee te nemen',
  'sum.documentCode': 'Scan voor uw factuur',
  'sum.noDocument': 'Factuur: niet beschikbaar',
  'sum.documentAwaited': 'Factuur: komt eraan',
  'sum.calibrationCode': 'Scan voor de ijkgegevens',
  'sum.noCalibration': 'IJkgegevens: niet beschikbaar',
  'sum.print': 'Afdrukken',
  'sum.printing': 'Wordt afgedrukt…',
  'sum.printed': 'Uw bon is afgedrukt.',
}
