import type { chooseWords as english } from './en-choose.ts'

/** Hungarian: choosing what to charge with, how much is held, packages, and where to stop. */
export const chooseWords: Record<keyof typeof english, string> = {
  'choose.kind.phone': 'Fizetés telefonnal',
  'choose.kind.free': 'Ingyenes töltés',
  'choose.free.text': 'Itt nincs mit fizetni. Csak érintse meg: „Töltés indítása”.',
  'choose.phone.text': 'Beolvas egy kódot, és a saját telefonján fizet.',
  'choose.booking.text':
    'Foglalással rendelkező vendégeknek: a szoba- vagy foglalási szám kell hozzá.',
  'choose.desk.text': 'Kérjük, forduljon a recepcióhoz: ők elindítják Önnek.',
  'choose.roaming.text': 'Partner kártyája: a költség eltérhet az itt látható ártól.',
  'choose.cardEnds': 'Ez a kártya eddig érvényes: {time}.',
  'choose.noCurrency':
    'Nem elérhető: a töltőhálózat nem adja meg, milyen pénznemben zárolná az összeget. Válasszon másik módot.',
  'choose.example': '{energy} ≈ {cost} (kb.)',
  'choose.example.read': 'Példa: {energy} ára körülbelül {cost}.',
  'choose.missing.option': 'Válassza ki, mivel tölt',
  'choose.missing.hold': 'Válassza ki a zárolandó összeget',
  'choose.missing.booking': 'Adja meg a foglalási számát',
  'choose.pay': 'Tovább a fizetéshez',

  'hold.title': 'Mennyi zárolható?',
  'hold.text':
    'Az összeget csak zároljuk a fizetőeszközén, nem vonjuk le. A töltés után annyit fizet, amennyibe került, a többi felszabadul. A banknál ez csak néhány nap múlva látszhat.',
  'hold.one': '{amount} zárolva lesz',
  'hold.blocked':
    'Ehhez a töltőhelyhez még zárolva lehet egy összeg. Újabb {time} után lehetséges. Addig válasszon más módot vagy másik töltőhelyet.',

  'package.title': 'Csomagok',
  'package.none': 'Csomag nélkül',
  'package.none.text': 'A fenti ár szerint fizet.',
  'package.name': '{n}. csomag',
  'package.stop': 'Magától leáll ennyi idő után: {time}',
  'package.runtime': 'Időtartam: {time}',
  'package.energy': 'Energia ezzel a csomaggal: {price}',
  'package.noRate': 'A töltőhálózat nem adja meg, mennyibe kerül az energia ezzel a csomaggal.',
  'package.noPrice': 'Nem kapható: a töltőhálózat nem ad meg árat.',
  'package.noCurrency': 'Nem kapható: a töltőhálózat nem adja meg, milyen pénznemű az ár.',

  'target.title': 'Mikor álljon le',
  'target.none': 'Teljes feltöltés',
  'target.time': 'Idő',
  'target.energy': 'Energia',
  'target.charge': 'Akkumulátor',
  'target.less': 'Kevesebb',
  'target.more': 'Több',
  'target.time.text': 'A töltőhálózat magától leállítja a töltést.',
  'target.watched':
    'Ez a terminál figyeli és leállítja a töltést, de csak amíg működik és kapcsolatban van.',
  'target.charge.text':
    'Csak akkor működik, ha az autó közli a töltöttségét. AC-töltésnél sok autó nem közli.',
  'target.shown': 'Leáll ennél: {value}',
  'target.shown.time': 'Leáll ennyi idő után: {value}',

  'booking.title': 'A szoba- vagy foglalási száma',
  'booking.text': 'Ahogy a foglalásán vagy a szobakártyáján áll.',
  'booking.enter': 'Foglalási szám megadása',
  'booking.change': 'Foglalási szám: {reference}',
  'booking.done': 'Ezt a számot használom',

  'own.title': 'Saját töltőkártya',
  'own.text':
    'Tartsa a kártyáját az olvasóhoz. Az árat, az energiát és a bizonylatot a kártya kibocsátója adja.',

  'legal.title': 'Mielőtt elkezdi',
  'legal.terms': 'Általános szerződési feltételek',
  'legal.privacy': 'Adatvédelmi tájékoztató',
  'legal.failed':
    'A feltételek és az adatvédelmi tájékoztató most nem jeleníthetők meg. A recepción megtalálhatók.',
  'code.tooLong': 'Ez a hivatkozás túl hosszú egy kódhoz. A recepció szívesen segít.',
  'code.noLink': 'A töltőhálózat nem adott itt megjeleníthető hivatkozást.',

  'keys.erase': 'Utolsó karakter törlése',
}
