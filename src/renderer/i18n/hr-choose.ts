import type { chooseWords as english } from './en-choose.ts'

/** Croatian: choosing what to charge with, how much is held, packages, and where to stop. */
export const chooseWords: Record<keyof typeof english, string> = {
  'choose.kind.phone': 'Plaćanje telefonom',
  'choose.kind.free': 'Besplatno punjenje',
  'choose.free.text': 'Ovdje se ništa ne plaća. Samo dodirnite „Pokreni punjenje”.',
  'choose.phone.text': 'Skenirate kod i plaćate vlastitim telefonom.',
  'choose.booking.text': 'Za goste s rezervacijom: trebate broj sobe ili rezervacije.',
  'choose.desk.text': 'Pitajte na recepciji: pokrenut će punjenje za vas.',
  'choose.roaming.text': 'Kartica partnera: trošak se može razlikovati od ovdje prikazane cijene.',
  'choose.cardEnds': 'Ova kartica vrijedi do {time}.',
  'choose.noCurrency':
    'Nije dostupno: mreža za punjenje ne navodi u kojoj bi se valuti iznos rezervirao. Odaberite drugi način.',
  'choose.example': '{energy} ≈ {cost} (pribl.)',
  'choose.example.read': 'Primjer: {energy} stoji oko {cost}.',
  'choose.missing.option': 'Odaberite čime ćete puniti',
  'choose.missing.hold': 'Odaberite iznos za rezervaciju',
  'choose.missing.booking': 'Unesite broj rezervacije',
  'choose.pay': 'Na plaćanje',

  'hold.title': 'Koliko se smije rezervirati?',
  'hold.text':
    'Iznos se na vašem sredstvu plaćanja samo rezervira, ne naplaćuje. Nakon punjenja plaćate stvarni trošak, a ostatak se oslobađa. Banci može trebati nekoliko dana da to prikaže.',
  'hold.one': 'Rezervira se {amount}',
  'hold.blocked':
    'Za ovo mjesto iznos je možda još rezerviran. Novi je moguć od {time}. Do tada odaberite drugi način ili drugo mjesto.',

  'package.title': 'Paketi',
  'package.none': 'Bez paketa',
  'package.none.text': 'Plaćate prema cijeni iznad.',
  'package.name': 'Paket {n}',
  'package.stop': 'Zaustavlja se samo nakon {time}',
  'package.runtime': 'Traje {time}',
  'package.energy': 'Energija uz ovaj paket: {price}',
  'package.noRate': 'Mreža za punjenje ne navodi koliko stoji energija uz ovaj paket.',
  'package.noPrice': 'Nije u prodaji: mreža za punjenje ne navodi cijenu.',
  'package.noCurrency': 'Nije u prodaji: mreža za punjenje ne navodi valutu cijene.',

  'target.title': 'Kada zaustaviti',
  'target.none': 'Puni do kraja',
  'target.time': 'Vrijeme',
  'target.energy': 'Energija',
  'target.charge': 'Baterija',
  'target.less': 'Manje',
  'target.more': 'Više',
  'target.time.text': 'Mreža za punjenje sama zaustavlja punjenje.',
  'target.watched': 'Ovaj terminal pazi i zaustavlja punjenje, ali samo dok je uključen i povezan.',
  'target.charge.text':
    'Radi samo ako automobil javlja stanje baterije. Mnogi to pri AC punjenju ne čine.',
  'target.shown': 'Zaustavlja se na {value}',
  'target.shown.time': 'Zaustavlja se nakon {value}',

  'booking.title': 'Broj vaše sobe ili rezervacije',
  'booking.text': 'Kako piše na rezervaciji ili kartici sobe.',
  'booking.enter': 'Unesi broj rezervacije',
  'booking.change': 'Broj rezervacije: {reference}',
  'booking.done': 'Upotrijebi ovaj broj',

  'own.title': 'Vaša kartica za punjenje',
  'own.text':
    'Prislonite karticu na čitač. Cijenu, energiju i potvrdu daje pružatelj vaše kartice.',

  'legal.title': 'Prije početka',
  'legal.terms': 'Opći uvjeti',
  'legal.privacy': 'Zaštita privatnosti',
  'legal.failed':
    'Uvjeti i zaštita privatnosti trenutačno se ne mogu prikazati. Dostupni su na recepciji.',
  'code.tooLong': 'Ova je poveznica preduga za kod. Recepcija vam može pomoći.',
  'code.noLink': 'Mreža za punjenje nije dala poveznicu koja se ovdje smije prikazati.',

  'keys.erase': 'Izbriši zadnji znak',
}
