import type { chooseWords as english } from './en-choose.ts'

/** Slovenian: choosing what to charge with, how much is held, packages, and where to stop. */
export const chooseWords: Record<keyof typeof english, string> = {
  'choose.kind.phone': 'Plačilo s telefonom',
  'choose.kind.free': 'Brezplačno polnjenje',
  'choose.free.text': 'Tukaj ni treba plačati. Samo dotaknite se »Začni polnjenje«.',
  'choose.phone.text': 'Poskenirate kodo in plačate s svojim telefonom.',
  'choose.booking.text': 'Za goste z rezervacijo: potrebujete številko sobe ali rezervacije.',
  'choose.desk.text': 'Vprašajte na recepciji: polnjenje zaženejo namesto vas.',
  'choose.roaming.text': 'Partnerjeva kartica: strošek se lahko razlikuje od cene tukaj.',
  'choose.cardEnds': 'Ta kartica velja do {time}.',
  'choose.noCurrency':
    'Ni na voljo: polnilno omrežje ne navaja, v kateri valuti bi se znesek zadržal. Izberite drug način.',
  'choose.example': '{energy} ≈ {cost} (pribl.)',
  'choose.example.read': 'Primer: {energy} stane približno {cost}.',
  'choose.missing.option': 'Izberite, s čim boste polnili',
  'choose.missing.hold': 'Izberite znesek za zadržanje',
  'choose.missing.booking': 'Vnesite številko rezervacije',
  'choose.pay': 'Na plačilo',

  'hold.title': 'Koliko se sme zadržati?',
  'hold.text':
    'Znesek se na vašem plačilnem sredstvu samo zadrži, ne bremeni. Po polnjenju plačate dejansko ceno, preostanek se sprosti. Banka to morda pokaže šele čez nekaj dni.',
  'hold.one': 'Zadrži se {amount}',
  'hold.blocked':
    'Za to mesto je znesek morda še zadržan. Nov je mogoč od {time}. Do takrat izberite drug način ali drugo mesto.',

  'package.title': 'Paketi',
  'package.none': 'Brez paketa',
  'package.none.text': 'Plačate po zgornji ceni.',
  'package.name': 'Paket {n}',
  'package.stop': 'Ustavi se samo po {time}',
  'package.runtime': 'Traja {time}',
  'package.energy': 'Energija s tem paketom: {price}',
  'package.noRate': 'Polnilno omrežje ne navaja, koliko stane energija s tem paketom.',
  'package.noPrice': 'Ni naprodaj: polnilno omrežje ne navaja cene.',
  'package.noCurrency': 'Ni naprodaj: polnilno omrežje ne navaja valute cene.',

  'target.title': 'Kdaj ustaviti',
  'target.none': 'Polni do konca',
  'target.time': 'Čas',
  'target.energy': 'Energija',
  'target.charge': 'Baterija',
  'target.less': 'Manj',
  'target.more': 'Več',
  'target.time.text': 'Polnilno omrežje samo ustavi polnjenje.',
  'target.watched': 'Ta terminal pazi in ustavi polnjenje, a le dokler je vklopljen in povezan.',
  'target.charge.text':
    'Deluje le, če avto sporoča stanje baterije. Mnogi tega pri AC-polnjenju ne počnejo.',
  'target.shown': 'Ustavi se pri {value}',
  'target.shown.time': 'Ustavi se po {value}',

  'booking.title': 'Številka vaše sobe ali rezervacije',
  'booking.text': 'Kot je na rezervaciji ali kartici sobe.',
  'booking.enter': 'Vnesi številko rezervacije',
  'booking.change': 'Številka rezervacije: {reference}',
  'booking.done': 'Uporabi to številko',

  'own.title': 'Vaša kartica za polnjenje',
  'own.text':
    'Kartico prislonite k čitalniku. Ceno, energijo in potrdilo sporoča ponudnik vaše kartice.',

  'legal.title': 'Preden začnete',
  'legal.terms': 'Splošni pogoji',
  'legal.privacy': 'Varstvo podatkov',
  'legal.failed':
    'Pogojev in varstva podatkov trenutno ni mogoče prikazati. Na voljo so na recepciji.',
  'code.tooLong': 'Ta povezava je predolga za kodo. Recepcija vam z veseljem pomaga.',
  'code.noLink': 'Polnilno omrežje ni dalo povezave, ki jo je tu dovoljeno prikazati.',

  'keys.erase': 'Izbriši zadnji znak',
}
