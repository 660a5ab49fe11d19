import type { payWords as english } from './en-pay.ts'

/** Croatian: paying by phone, the own card, the stop code, and what the guest takes along. */
export const payWords: Record<keyof typeof english, string> = {
  'pay.title': 'Platite telefonom',
  'pay.text': 'Skenirajte kod kamerom telefona. Ovaj se zaslon nastavlja sam.',
  'pay.code': 'Kod za stranicu plaćanja',
  'pay.preparing': 'Priprema se stranica plaćanja…',
  'pay.amount': 'Rezervira se {amount}',
  'pay.left': 'preostalo za plaćanje',
  'pay.paid': 'Plaćanje je potvrđeno. Trenutak, molimo.',
  'pay.refused': 'Plaćanje je odbijeno',
  'pay.overdue': 'Nije plaćeno na vrijeme',
  'pay.hold.none': 'Ništa nije rezervirano.',
  'pay.hold.released':
    'Rezervirani iznos se oslobađa. Banci može trebati nekoliko dana da to prikaže.',
  'pay.hold.may-remain':
    'Iznos može još neko vrijeme ostati rezerviran. Mreža za punjenje ga oslobađa ako se ništa ne napuni; banci može trebati nekoliko dana da to prikaže.',
  'pay.idle': 'Ne žurite: ovaj zaslon ostaje {minutes} min.',

  'rfid.title': 'Punjenje vašom karticom',
  'rfid.status': 'Stanje',
  'rfid.elapsed': 'Vrijeme',
  'rfid.told': 'Energiju i potvrdu daje pružatelj vaše kartice. Ovdje ih ne vidimo.',
  'rfid.stop': 'Za zaustavljanje: prislonite istu karticu na čitač. Zatim držite ovdje.',
  'rfid.stopOff': 'Za zaustavljanje prislonite istu karticu na čitač ovog terminala.',

  'code.title.charge': 'Vaš kod za zaustavljanje',
  'code.title.start': 'Vaš kod',
  'code.text.charge':
    'Trebate ga za zaustavljanje ovdje ili za potvrdu. Vrijedi i kod s pokretanja.',
  'code.text.start': 'Zapamtite ga: vraća vas ovamo i otvara vaše punjenje.',
  'code.photo': 'Sada ga fotografirajte. Neće se više prikazati.',
  'code.read.charge': 'Vaš kod za zaustavljanje je {digits}.',
  'code.read.start': 'Vaš kod je {digits}.',

  'claim.title': 'Mjesto {number}',
  'claim.subtitle.charge': 'Pokažite da je ovo punjenje vaše',
  'claim.subtitle.receipt': 'Vaša potvrda još jednom',
  'claim.enter': 'Unesite svoj kod za zaustavljanje',
  'claim.typed': '{count} od {total} znamenki',
  'claim.wait': 'Možete pokušati ponovno za {time}.',

  'sum.unplug': 'Završava: odspojite kabel',
  'sum.unplug.text': 'Mjesto je slobodno za druge čim se kabel izvadi.',
  'sum.take': 'Ponesite sa sobom',
  'sum.documentCode': 'Skenirajte za račun',
  'sum.noDocument': 'Račun: nije dostupan',
  'sum.documentAwaited': 'Račun: stiže',
  'sum.calibrationCode': 'Skenirajte za podatke o umjeravanju',
  'sum.noCalibration': 'Podaci o umjeravanju: nisu dostupni',
  'sum.print': 'Ispiši',
  'sum.printing': 'Ispisuje se…',
  'sum.printed': 'Vaša je potvrda ispisana.',
}
