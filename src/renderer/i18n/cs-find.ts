import type { findWords as english } from './en-find.ts'

/** Czech: finding a plug, a station's page, the reader, the ways to see and reach the screen. */
export const findWords: Record<keyof typeof english, string> = {
  'filter.name': 'Která místa zobrazit',
  'filter.free': 'Jen volná',
  'filter.plug': 'Typ zástrčky',
  'filter.power': 'Výkon',
  'filter.powerFrom': '{power} a více',
  'filter.all': 'Zobrazit vše',
  'filter.count':
    'Zobrazeno: {shown} z {total} místa | Zobrazeno: {shown} ze {total} míst | Zobrazeno: {shown} z {total} míst',
  'filter.none.title': 'Žádné takové místo',
  'filter.none.text':
    'Vašemu výběru neodpovídá žádné místo. Vyberte méně podmínek nebo si prohlédněte všechna místa.',
  'filter.none.all': 'Zobrazit všechna místa',

  'find.open': 'Najít místo',
  'find.title': 'Najít místo',
  'find.hint': 'Číslo na nálepce nebo EVSE ID.',
  'find.hint.reader': 'Ke čtečce můžete přiložit i QR kód stanice.',
  'find.keys': 'Klávesnice',
  'find.clear': 'Smazat',
  'find.found': 'Nalezeno {n} místo | Nalezena {n} místa | Nalezeno {n} míst',
  'find.more': 'a ještě {n}: zadejte další znak',
  'find.none.title': 'Nic nenalezeno',
  'find.none.text':
    'Žádné místo tu nemá toto číslo ani EVSE ID. Zkontrolujte nálepku nebo si prohlédněte všechna místa.',
  'find.lookUp': 'Vyhledat toto EVSE ID',
  'find.looking': 'Vyhledává se…',

  'station.title': 'Nabíjecí stanice',
  'station.more': 'Více o této stanici',
  'station.failed': 'Údaje o této stanici teď nelze zobrazit. Místa níže fungují jako obvykle.',
  'station.onTheSpot': 'Tuto stanici odsud nelze spustit. Spusťte ji prosím přímo na stanici.',
  'station.place': 'Kde to je',
  'station.plugs': 'Místa této stanice',
  'station.pictures': 'Fotografie této stanice',
  'station.picture': 'Fotografie {number} z {count} této stanice',
  'station.opening': 'Otevírací doba',
  'station.operating': 'Doba nabíjení',
  'station.open': 'Teď otevřeno',
  'station.closed': 'Teď zavřeno',
  'station.closedDay': 'Zavřeno',
  'station.allDay': 'Otevřeno celý den',
  'station.today': '{day} (dnes)',
  'station.exceptions': 'Zvláštní dny',
  'station.exception.open': 'Otevřeno: {from} až {to}',
  'station.exception.closed': 'Zavřeno: {from} až {to}',
  'station.maintenance': 'Údržba',
  'station.maintenance.plug': 'Místo {number}: {from} až {to}',
  'station.maintenance.from': 'Místo {number}: od {from}',
  'station.maintenance.until': 'Místo {number}: do {to}',
  'station.contact': 'Kontakt',
  'station.phone': 'Telefon',
  'station.email': 'E-mail',
  'station.busy': 'Obvyklá vytíženost: {day}',
  'station.busy.text':
    'Obvykle nejvíc plno kolem {busiest} ({most}) a nejmíň kolem {quietest} ({least}).',
  'station.busy.now': 'Teď',

  'reader.unknown': 'Tato karta tu nic neovládá.',
  'reader.unknown.next':
    'Chcete-li s ní nabíjet, klepněte nejdřív na své místo a pak přiložte kartu ke čtečce.',
  'reader.elsewhere': 'Tento kód nepatří žádné zdejší stanici.',
  'reader.elsewhere.next': 'Vyberte své místo na obrazovce podle čísla na nálepce.',
  'reader.unreadable': 'Čtečka to nedokázala přečíst.',
  'reader.unreadable.next': 'Přiložte prosím kartu nebo kód ke čtečce ještě jednou.',

  'app.largeText': 'Velké písmo',
  'app.lowReach': 'Vše na dosah dole',
  'app.languages': 'Další jazyky',
  'app.languages.title': 'Vyberte jazyk',
}
