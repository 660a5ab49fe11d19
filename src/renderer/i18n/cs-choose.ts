import type { chooseWords as english } from './en-choose.ts'

/** Czech: choosing what to charge with, how much is held, packages, and where to stop. */
export const chooseWords: Record<keyof typeof english, string> = {
  'choose.kind.phone': 'Platba telefonem',
  'choose.kind.free': 'Nabíjení zdarma',
  'choose.free.text': 'Tady se nic neplatí. Stačí klepnout na „Spustit nabíjení“.',
  'choose.phone.text': 'Naskenujete kód a zaplatíte na vlastním telefonu.',
  'choose.booking.text': 'Pro hosty s rezervací: potřebujete číslo pokoje nebo rezervace.',
  'choose.desk.text': 'Obraťte se prosím na recepci: spustí nabíjení za vás.',
  'choose.roaming.text': 'Karta partnera: cena se může lišit od zde uvedené.',
  'choose.cardEnds': 'Tato karta platí do {time}.',
  'choose.noCurrency':
    'Není k dispozici: nabíjecí síť neuvádí, v jaké měně by se částka blokovala. Zvolte prosím jiný způsob.',
  'choose.example': '{energy} ≈ {cost} (přibl.)',
  'choose.example.read': 'Příklad: {energy} stojí přibližně {cost}.',
  'choose.missing.option': 'Vyberte, čím nabíjet',
  'choose.missing.hold': 'Vyberte částku k blokaci',
  'choose.missing.booking': 'Zadejte číslo rezervace',
  'choose.pay': 'Přejít k platbě',

  'hold.title': 'Kolik se smí zablokovat?',
  'hold.text':
    'Částka se na vašem platebním prostředku jen zablokuje, nestrhne se. Po nabíjení zaplatíte skutečnou cenu a zbytek se uvolní. Bance může zobrazení trvat několik dní.',
  'hold.one': 'Zablokuje se {amount}',
  'hold.blocked':
    'Pro toto místo může být stále blokovaná částka. Další je možná od {time}. Do té doby vyberte prosím jiný způsob nebo jiné místo.',

  'package.title': 'Balíčky',
  'package.none': 'Bez balíčku',
  'package.none.text': 'Platíte podle ceny výše.',
  'package.name': 'Balíček {n}',
  'package.stop': 'Zastaví se samo po {time}',
  'package.runtime': 'Trvá {time}',
  'package.energy': 'Energie v tomto balíčku: {price}',
  'package.noRate': 'Nabíjecí síť neuvádí, kolik v tomto balíčku stojí energie.',
  'package.noPrice': 'Není v prodeji: nabíjecí síť neuvádí cenu.',
  'package.noCurrency': 'Není v prodeji: nabíjecí síť neuvádí, v jaké měně cena je.',

  'target.title': 'Kdy zastavit',
  'target.none': 'Nabít doplna',
  'target.time': 'Čas',
  'target.energy': 'Energie',
  'target.charge': 'Baterie',
  'target.less': 'Méně',
  'target.more': 'Více',
  'target.time.text': 'Nabíjecí síť zastaví nabíjení sama.',
  'target.watched':
    'Tento terminál to hlídá a nabíjení zastaví, ale jen dokud je zapnutý a připojený.',
  'target.charge.text':
    'Funguje jen tehdy, když auto hlásí stav baterie. Mnohá to u AC nabíjení nedělají.',
  'target.shown': 'Zastaví se při {value}',
  'target.shown.time': 'Zastaví se po {value}',

  'booking.title': 'Číslo vašeho pokoje nebo rezervace',
  'booking.text': 'Jak je uvedeno na rezervaci nebo kartě od pokoje.',
  'booking.enter': 'Zadat číslo rezervace',
  'booking.change': 'Číslo rezervace: {reference}',
  'booking.done': 'Použít toto číslo',

  'own.title': 'Vaše vlastní nabíjecí karta',
  'own.text': 'Přiložte kartu ke čtečce. Cenu, energii a doklad uvádí poskytovatel vaší karty.',

  'legal.title': 'Než začnete',
  'legal.terms': 'Obchodní podmínky',
  'legal.privacy': 'Ochrana osobních údajů',
  'legal.failed': 'Podmínky a ochranu osobních údajů teď nelze zobrazit. Najdete je na recepci.',
  'code.tooLong': 'Tento odkaz je pro kód příliš dlouhý. Recepce vám pomůže.',
  'code.noLink': 'Nabíjecí síť neposkytla odkaz, který se tu smí zobrazit.',

  'keys.erase': 'Smazat poslední znak',
}
