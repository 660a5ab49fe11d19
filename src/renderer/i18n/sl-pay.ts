import type { payWords as english } from './en-pay.ts'

/** Slovenian: paying by phone, the own card, the stop code, and what the guest takes along. */
export const payWords: Record<keyof typeof english, string> = {
  'pay.title': 'Plačajte s telefonom',
  'pay.text': 'Kodo poskenirajte s kamero telefona. Ta zaslon sam nadaljuje.',
  'pay.code': 'Koda do strani za plačilo',
  'pay.preparing': 'Stran za plačilo se pripravlja …',
  'pay.amount': 'Zadrži se {amount}',
  'pay.left': 'za plačilo',
  'pay.paid': 'Plačilo je potrjeno. Trenutek, prosim.',
  'pay.refused': 'Plačilo je bilo zavrnjeno',
  'pay.overdue': 'Ni plačano pravočasno',
  'pay.hold.none': 'Nič ni bilo zadržano.',
  'pay.hold.released': 'Zadržani znesek se sprosti. Banka to morda pokaže šele čez nekaj dni.',
  'pay.hold.may-remain':
    'Znesek je lahko še nekaj časa zadržan. Polnilno omrežje ga sprosti, če se nič ne napolni; banka to morda pokaže šele čez nekaj dni.',
  'pay.idle': 'Vzemite si čas: ta zaslon ostane {minutes} min.',

  'rfid.title': 'Polnjenje z vašo kartico',
  'rfid.status': 'Stanje',
  'rfid.elapsed': 'Čas',
  'rfid.told': 'Energijo in potrdilo sporoča ponudnik vaše kartice. Tukaj ju ne vidimo.',
  'rfid.stop': 'Za ustavitev: isto kartico prislonite k čitalniku. Nato držite tukaj.',
  'rfid.stopOff': 'Za ustavitev isto kartico prislonite k čitalniku tega terminala.',

  'code.title.charge': 'Vaša koda za ustavitev',
  'code.title.start': 'Vaša koda',
  'code.text.charge':
    'Potrebujete jo za ustavitev tukaj ali za potrdilo. Velja tudi koda ob zagonu.',
  'code.text.start': 'Zapomnite si jo: z njo se vrnete sem in odprete svoje polnjenje.',
  'code.photo': 'Zdaj jo fotografirajte. Ne prikaže se več.',
  'code.read.charge': 'Vaša koda za ustavitev je {digits}.',
  'code.read.start': 'Vaša koda je {digits}.',

  'claim.title': 'Mesto {number}',
  'claim.subtitle.charge': 'Pokažite, da je to polnjenje vaše',
  'claim.subtitle.receipt': 'Vaše potrdilo še enkrat',
  'claim.enter': 'Vnesite svojo kodo za ustavitev',
  'claim.typed': '{count} od {total} števk',
  'claim.wait': 'Znova lahko poskusite čez {time}.',

  'sum.unplug': 'Zaključevanje: odklopite, prosim',
  'sum.unplug.text': 'Mesto je prosto za druge, ko je kabel odklopljen.',
  'sum.take': 'Vzemite s seboj',
  'sum.documentCode': 'Poskenirajte za račun',
  'sum.noDocument': 'Račun: ni na voljo',
  'sum.documentAwaited': 'Račun: še prihaja',
  'sum.calibrationCode': 'Poskenirajte za podatke o umerjanju',
  'sum.noCalibration': 'Podatki o umerjanju: niso na voljo',
  'sum.print': 'Natisni',
  'sum.printing': 'Tiska se …',
  'sum.printed': 'Vaše potrdilo je natisnjeno.',
}
