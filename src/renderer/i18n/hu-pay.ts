import type { payWords as english } from './en-pay.ts'

/** Hungarian: paying by phone, the own card, the stop code, and what the guest takes along. */
export const payWords: Record<keyof typeof english, string> = {
  'pay.title': 'Fizessen a telefonján',
  'pay.text': 'Olvassa be a kódot a telefonja kamerájával. Ez a képernyő magától továbblép.',
  'pay.code': 'Kód a fizetési oldalhoz',
  'pay.preparing': 'A fizetési oldal készül…',
  'pay.amount': '{amount} zárolva lesz',
  'pay.left': 'van hátra a fizetésre',
  'pay.paid': 'A fizetés megerősítve. Egy pillanat türelmet.',
  'pay.refused': 'A fizetést elutasították',
  'pay.overdue': 'Nem fizették ki időben',
  'pay.hold.none': 'Semmit sem zároltunk.',
  'pay.hold.released': 'A zárolt összeg felszabadul. A banknál ez csak néhány nap múlva látszhat.',
  'pay.hold.may-remain':
    'Az összeg egy ideig még zárolva lehet. A töltőhálózat felszabadítja, ha semmi sem töltődik; a banknál ez csak néhány nap múlva látszhat.',
  'pay.idle': 'Nem kell sietnie: ez a képernyő {minutes} percig marad.',

  'rfid.title': 'Töltés a kártyájával',
  'rfid.status': 'Állapot',
  'rfid.elapsed': 'Idő',
  'rfid.told': 'Az energiát és a bizonylatot a kártya kibocsátója adja. Itt nem látjuk őket.',
  'rfid.stop': 'Leállítás: tartsa ugyanazt a kártyát az olvasóhoz. Utána tartsa nyomva itt.',
  'rfid.stopOff': 'A leállításhoz tartsa ugyanazt a kártyát a terminál olvasójához.',

  'code.title.charge': 'Az Ön leállítási kódja',
  'code.title.start': 'Az Ön kódja',
  'code.text.charge':
    'Az itteni leállításhoz vagy a bizonylatához kell. Az indításkor kapott kód is jó.',
  'code.text.start': 'Jegyezze meg: ezzel tér vissza ide, és ez nyitja meg a töltését.',
  'code.photo': 'Fényképezze le most. Többé nem jelenik meg.',
  'code.read.charge': 'Az Ön leállítási kódja: {digits}.',
  'code.read.start': 'Az Ön kódja: {digits}.',

  'claim.title': 'Töltőhely: {number}',
  'claim.subtitle.charge': 'Mutassa meg, hogy ez az Ön töltése',
  'claim.subtitle.receipt': 'A bizonylata még egyszer',
  'claim.enter': 'Adja meg a leállítási kódját',
  'claim.typed': '{count} számjegy a {total} közül',
  'claim.wait': '{time} múlva újra megpróbálhatja.',

  'sum.unplug': 'Befejezés: kérjük, húzza ki a kábelt',
  'sum.unplug.text': 'A töltőhely szabad lesz mások számára, amint kihúzza a kábelt.',
  'sum.take': 'Vigye magával',
  'sum.documentCode': 'Olvassa be a számlájához',
  'sum.noDocument': 'Számla: nem érhető el',
  'sum.documentAwaited': 'Számla: hamarosan',
  'sum.calibrationCode': 'Olvassa be a hitelesítési adatokhoz',
  'sum.noCalibration': 'Hitelesítési adatok: nem érhetők el',
  'sum.print': 'Nyomtatás',
  'sum.printing': 'Nyomtatás folyamatban…',
  'sum.printed': 'A bizonylata elkészült.',
}
