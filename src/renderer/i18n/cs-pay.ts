import type { payWords as english } from './en-pay.ts'

/** Czech: paying by phone, the own card, the stop code, and what the guest takes along. */
export const payWords: Record<keyof typeof english, string> = {
  'pay.title': 'Zaplaťte telefonem',
  'pay.text': 'Naskenujte kód fotoaparátem telefonu. Tato obrazovka pokračuje sama.',
  'pay.code': 'Kód k platební stránce',
  'pay.preparing': 'Platební stránka se připravuje…',
  'pay.amount': 'Zablokuje se {amount}',
  'pay.left': 'zbývá na platbu',
  'pay.paid': 'Platba potvrzena. Okamžik prosím.',
  'pay.refused': 'Platba byla zamítnuta',
  'pay.overdue': 'Nezaplaceno včas',
  'pay.hold.none': 'Nic nebylo zablokováno.',
  'pay.hold.released': 'Zablokovaná částka se uvolní. Bance může zobrazení trvat několik dní.',
  'pay.hold.may-remain':
    'Částka může být ještě chvíli zablokovaná. Nabíjecí síť ji uvolní, pokud se nic nenabije; bance může zobrazení trvat několik dní.',
  'pay.idle': 'Nespěchejte: tato obrazovka zůstane {minutes} min.',

  'rfid.title': 'Nabíjení s vaší kartou',
  'rfid.status': 'Stav',
  'rfid.elapsed': 'Čas',
  'rfid.told': 'Energii a doklad uvádí poskytovatel vaší karty. Tady je nevidíme.',
  'rfid.stop': 'Zastavení: přiložte stejnou kartu ke čtečce. Potom zde podržte.',
  'rfid.stopOff': 'K zastavení přiložte stejnou kartu ke čtečce tohoto terminálu.',

  'code.title.charge': 'Váš kód pro zastavení',
  'code.title.start': 'Váš kód',
  'code.text.charge': 'Potřebujete ho k zastavení zde nebo pro doklad. Platí tu i kód ze spuštění.',
  'code.text.start': 'Zapamatujte si ho: vrátí vás sem a otevře vaše nabíjení.',
  'code.photo': 'Vyfoťte si ho teď. Znovu se nezobrazí.',
  'code.read.charge': 'Váš kód pro zastavení je {digits}.',
  'code.read.start': 'Váš kód je {digits}.',

  'claim.title': 'Místo {number}',
  'claim.subtitle.charge': 'Ukažte, že je toto nabíjení vaše',
  'claim.subtitle.receipt': 'Váš doklad ještě jednou',
  'claim.enter': 'Zadejte svůj kód pro zastavení',
  'claim.typed': '{count} z {total} číslic',
  'claim.wait': 'Znovu to můžete zkusit za {time}.',

  'sum.unplug': 'Končí: odpojte prosím kabel',
  'sum.unplug.text': 'Místo bude volné pro ostatní, jakmile kabel odpojíte.',
  'sum.take': 'Vezměte si s sebou',
  'sum.documentCode': 'Naskenujte pro fakturu',
  'sum.noDocument': 'Faktura: není k dispozici',
  'sum.documentAwaited': 'Faktura: čeká se na ni',
  'sum.calibrationCode': 'Naskenujte pro údaje o kalibraci',
  'sum.noCalibration': 'Údaje o kalibraci: nejsou k dispozici',
  'sum.print': 'Vytisknout',
  'sum.printing': 'Tiskne se…',
  'sum.printed': 'Váš doklad je vytištěný.',
}
