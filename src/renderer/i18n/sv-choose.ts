import type { chooseWords as english } from './en-choose.ts'

/** Swedish: choosing what to charge with, how much is held, packages, and where to stop. */
export const chooseWords: Record<keyof typeof english, string> = {
  'choose.kind.phone': 'Betala med telefonen',
  'choose.kind.free': 'Gratis laddning',
  'choose.free.text': 'Det finns inget att betala här. Tryck bara på ”Starta laddning”.',
  'choose.phone.text': 'Du skannar en kod och betalar med din egen telefon.',
  'choose.booking.text': 'För gäster med bokning: du behöver ditt rums- eller bokningsnummer.',
  'choose.desk.text': 'Fråga i receptionen: de startar åt dig.',
  'choose.roaming.text': 'Ett partnerkort: kostnaden kan skilja sig från priset här.',
  'choose.cardEnds': 'Kortet gäller till {time}.',
  'choose.noCurrency':
    'Inte tillgängligt: laddnätet anger inte i vilken valuta ett belopp skulle reserveras. Välj ett annat sätt.',
  'choose.example': '{energy} ≈ {cost} (ca)',
  'choose.example.read': 'Exempel: {energy} kostar ungefär {cost}.',
  'choose.missing.option': 'Välj vad du vill ladda med',
  'choose.missing.hold': 'Välj belopp att reservera',
  'choose.missing.booking': 'Ange ditt bokningsnummer',
  'choose.pay': 'Till betalningen',

  'hold.title': 'Hur mycket får reserveras?',
  'hold.text':
    'Beloppet reserveras bara på ditt betalmedel, det dras inte. Efter laddningen betalar du vad den kostade och resten frigörs. Det kan ta några dagar innan din bank visar det.',
  'hold.one': '{amount} reserveras',
  'hold.blocked':
    'Ett belopp kan fortfarande vara reserverat för den här laddplatsen. Ett nytt är möjligt från kl. {time}. Välj till dess ett annat sätt eller en annan laddplats.',

  'package.title': 'Paket',
  'package.none': 'Inget paket',
  'package.none.text': 'Du betalar enligt priset ovan.',
  'package.name': 'Paket {n}',
  'package.stop': 'Stoppar av sig själv efter {time}',
  'package.runtime': 'Varar {time}',
  'package.energy': 'Energi med det här paketet: {price}',
  'package.noRate': 'Laddnätet anger inte vad energin kostar med det här paketet.',
  'package.noPrice': 'Säljs inte: laddnätet anger inget pris.',
  'package.noCurrency': 'Säljs inte: laddnätet anger inte vilken valuta priset är i.',

  'target.title': 'När det ska stoppa',
  'target.none': 'Ladda tills det är fullt',
  'target.time': 'Tid',
  'target.energy': 'Energi',
  'target.charge': 'Batteri',
  'target.less': 'Mindre',
  'target.more': 'Mer',
  'target.time.text': 'Laddnätet stoppar laddningen av sig själv.',
  'target.watched':
    'Den här terminalen bevakar och stoppar laddningen, men bara så länge den är på och ansluten.',
  'target.charge.text':
    'Fungerar bara om bilen visar sin batterinivå. Många gör det inte vid AC-laddning.',
  'target.shown': 'Stoppar vid {value}',
  'target.shown.time': 'Stoppar efter {value}',

  'booking.title': 'Ditt rums- eller bokningsnummer',
  'booking.text': 'Som det står på din bokning eller ditt rumskort.',
  'booking.enter': 'Ange bokningsnummer',
  'booking.change': 'Bokningsnummer: {reference}',
  'booking.done': 'Använd numret',

  'own.title': 'Ditt eget laddkort',
  'own.text': 'Håll kortet mot läsaren. Pris, energi och kvitto kommer från kortets leverantör.',

  'legal.title': 'Innan du börjar',
  'legal.terms': 'Allmänna villkor',
  'legal.privacy': 'Integritetspolicy',
  'legal.failed': 'Villkor och integritetspolicy kan inte visas just nu. De finns i receptionen.',
  'code.tooLong': 'Den här länken är för lång för en kod. Receptionen hjälper dig gärna.',
  'code.noLink': 'Laddnätet gav ingen länk som får visas här.',

  'keys.erase': 'Radera sista tecknet',
}
