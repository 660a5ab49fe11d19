import type { chooseWords as english } from './en-choose.ts'

/** Dutch: choosing what to charge with, how much is held, packages, and where to stop. */
export const chooseWords: Record<keyof typeof english, string> = {
  'choose.kind.phone': 'Betalen met telefoon',
  'choose.kind.free': 'Gratis laden',
  'choose.free.text': 'Hier hoeft u niets te betalen. Tik op ‘Laden starten’, meer niet.',
  'choose.phone.text': 'U scant een code en betaalt op uw eigen telefoon.',
  'choose.booking.text': 'Voor gasten met een boeking: u hebt uw kamer- of boekingsnummer nodig.',
  'choose.desk.text': 'Vraag het aan de receptie: die start voor u.',
  'choose.roaming.text': 'Pas van een partner: de kosten kunnen afwijken van de prijs hier.',
  'choose.cardEnds': 'Deze pas is geldig tot {time}.',
  'choose.noCurrency':
    'Niet mogelijk: het laadnetwerk zegt niet in welke valuta een bedrag wordt gereserveerd. Kies een andere manier.',
  'choose.example': '{energy} ≈ {cost} (ca.)',
  'choose.example.read': 'Voorbeeld: {energy} kosten ongeveer {cost}.',
  'choose.missing.option': 'Kies waarmee u laadt',
  'choose.missing.hold': 'Kies het bedrag dat wordt gereserveerd',
  'choose.missing.booking': 'Voer uw boekingsnummer in',
  'choose.pay': 'Naar de betaling',

  'hold.title': 'Hoeveel mag er worden gereserveerd?',
  'hold.text':
    'Het bedrag wordt alleen gereserveerd op uw betaalmiddel, niet afgeschreven. Na het laden betaalt u wat het heeft gekost en komt de rest vrij. Uw bank kan enkele dagen nodig hebben om dat te tonen.',
  'hold.one': '{amount} wordt gereserveerd',
  'hold.blocked':
    'Voor deze laadplek is misschien nog een bedrag gereserveerd. Een nieuw bedrag kan vanaf {time}. Kies tot dan een andere manier of een andere laadplek.',

  'package.title': 'Pakketten',
  'package.none': 'Geen pakket',
  'package.none.text': 'U betaalt volgens de prijs hierboven.',
  'package.name': 'Pakket {n}',
  'package.stop': 'Stopt vanzelf na {time}',
  'package.runtime': 'Duurt {time}',
  'package.energy': 'Energie bij dit pakket: {price}',
  'package.noRate': 'Het laadnetwerk zegt niet wat energie bij dit pakket kost.',
  'package.noPrice': 'Niet te koop: het laadnetwerk noemt geen prijs.',
  'package.noCurrency': 'Niet te koop: het laadnetwerk zegt niet in welke valuta de prijs is.',

  'target.title': 'Wanneer stoppen',
  'target.none': 'Laden tot vol',
  'target.time': 'Tijd',
  'target.energy': 'Energie',
  'target.charge': 'Accu',
  'target.less': 'Minder',
  'target.more': 'Meer',
  'target.time.text': 'Het laadnetwerk stopt het laden vanzelf.',
  'target.watched':
    'Deze terminal let op en stopt het laden, maar alleen zolang hij aanstaat en verbonden is.',
  'target.charge.text':
    'Werkt alleen als uw auto het accuniveau doorgeeft. Veel auto’s doen dat niet bij AC-laden.',
  'target.shown': 'Stopt bij {value}',
  'target.shown.time': 'Stopt na {value}',

  'booking.title': 'Uw kamer- of boekingsnummer',
  'booking.text': 'Zoals het op uw boeking of kamerpas staat.',
  'booking.enter': 'Boekingsnummer invoeren',
  'booking.change': 'Boekingsnummer: {reference}',
  'booking.done': 'Dit nummer gebruiken',

  'own.title': 'Uw eigen laadpas',
  'own.text': 'Houd uw pas voor de lezer. Prijs, energie en bon komen van de aanbieder van uw pas.',

  'legal.title': 'Voordat u begint',
  'legal.terms': 'Algemene voorwaarden',
  'legal.privacy': 'Privacyverklaring',
  'legal.failed':
    'De voorwaarden en de privacyverklaring kunnen nu niet worden getoond. De receptie heeft ze.',
  'code.tooLong': 'Deze link is te lang voor een code. De receptie helpt u graag.',
  'code.noLink': 'Het laadnetwerk gaf geen link die hier getoond mag worden.',

  'keys.erase': 'Laatste teken wissen',
}
