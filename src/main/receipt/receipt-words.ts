/** What a receipt says beside what the platform delivered. */
export interface ReceiptWords {
  readonly title: string
  readonly connector: string
  readonly from: string
  readonly until: string
  readonly energy: string
  readonly meterStart: string
  readonly meterEnd: string
  readonly rate: string
  readonly item: string
  readonly net: string
  readonly tax: string
  readonly total: string
  readonly co2: string
  readonly document: string
  /** A receipt is not the account's document. */
  readonly note: string
  /** The energy where the record says less than was metered. */
  readonly record: string
  /** The sum is not final yet. */
  readonly provisional: string
  /** Before an amount in the currency of the place, where that is another. */
  readonly local: string
}

const order = [
  'title',
  'connector',
  'from',
  'until',
  'energy',
  'meterStart',
  'meterEnd',
  'rate',
  'item',
  'net',
  'tax',
  'total',
  'co2',
  'document',
  'note',
  'record',
  'provisional',
  'local',
] as const satisfies readonly (keyof ReceiptWords)[]

/** One line a language, in the order above. */
const lines: Readonly<Record<string, string>> = {
  en: 'Charging receipt|Connector|Start|End|Energy|Meter at start|Meter at end|Price|Charge|net|tax|Total|CO₂ saved|Document|A summary of your charge, not an invoice.|By the network’s record|Provisional: the charging network may still change the sum.|in local currency',
  de: 'Ladebeleg|Anschluss|Beginn|Ende|Energie|Zähler bei Beginn|Zähler bei Ende|Preis|Ladung|netto|Steuer|Summe|CO₂ gespart|Dokument|Eine Übersicht Ihrer Ladung, keine Rechnung.|Laut Beleg des Ladenetzes|Vorläufig: Das Ladenetz kann die Summe noch ändern.|in Landeswährung',
  fr: 'Reçu de recharge|Connecteur|Début|Fin|Énergie|Compteur au début|Compteur à la fin|Prix|Recharge|HT|taxe|Total|CO₂ évité|Document|Un récapitulatif de votre recharge, pas une facture.|Selon le relevé du réseau|Provisoire : le réseau de recharge peut encore modifier le montant.|en monnaie locale',
  it: 'Ricevuta di ricarica|Connettore|Inizio|Fine|Energia|Contatore all’inizio|Contatore alla fine|Prezzo|Ricarica|netto|imposta|Totale|CO₂ risparmiata|Documento|Un riepilogo della ricarica, non una fattura.|Secondo la rete di ricarica|Provvisorio: la rete di ricarica può ancora modificare l’importo.|in valuta locale',
  es: 'Recibo de recarga|Conector|Inicio|Fin|Energía|Contador al inicio|Contador al final|Precio|Recarga|neto|impuesto|Total|CO₂ ahorrado|Documento|Un resumen de su recarga, no una factura.|Según el registro de la red|Provisional: la red de carga aún puede cambiar el importe.|en moneda local',
  nl: 'Laadbon|Aansluiting|Begin|Einde|Energie|Meter bij begin|Meter bij einde|Prijs|Laadbeurt|netto|belasting|Totaal|CO₂ bespaard|Document|Een overzicht van uw laadbeurt, geen factuur.|Volgens het laadnetwerk|Voorlopig: het laadnetwerk kan het bedrag nog wijzigen.|in lokale valuta',
  cs: 'Doklad o nabíjení|Konektor|Začátek|Konec|Energie|Měřič na začátku|Měřič na konci|Cena|Nabíjení|bez daně|daň|Celkem|Ušetřený CO₂|Doklad|Přehled vašeho nabíjení, nikoli faktura.|Podle záznamu sítě|Předběžné: nabíjecí síť může částku ještě změnit.|v místní měně',
  pl: 'Potwierdzenie ładowania|Złącze|Początek|Koniec|Energia|Licznik na początku|Licznik na końcu|Cena|Ładowanie|netto|podatek|Razem|Zaoszczędzony CO₂|Dokument|Podsumowanie ładowania, a nie faktura.|Według zapisu sieci|Tymczasowe: sieć ładowania może jeszcze zmienić kwotę.|w walucie lokalnej',
  sl: 'Potrdilo o polnjenju|Priključek|Začetek|Konec|Energija|Števec na začetku|Števec na koncu|Cena|Polnjenje|neto|davek|Skupaj|Prihranjen CO₂|Dokument|Povzetek vašega polnjenja, ne račun.|Po zapisu omrežja|Začasno: polnilno omrežje lahko znesek še spremeni.|v lokalni valuti',
  hr: 'Potvrda o punjenju|Priključak|Početak|Kraj|Energija|Brojilo na početku|Brojilo na kraju|Cijena|Punjenje|neto|porez|Ukupno|Ušteđeni CO₂|Dokument|Sažetak vašeg punjenja, a ne račun.|Prema zapisu mreže|Privremeno: mreža za punjenje može još promijeniti iznos.|u lokalnoj valuti',
  hu: 'Töltési bizonylat|Csatlakozó|Kezdés|Befejezés|Energia|Mérőállás kezdéskor|Mérőállás a végén|Ár|Töltés|nettó|adó|Összesen|Megtakarított CO₂|Dokumentum|A töltés összefoglalója, nem számla.|A hálózat nyilvántartása szerint|Ideiglenes: a töltőhálózat az összeget még módosíthatja.|helyi pénznemben',
  sv: 'Laddkvitto|Uttag|Start|Slut|Energi|Mätare vid start|Mätare vid slut|Pris|Laddning|netto|skatt|Totalt|CO₂ sparad|Dokument|En sammanfattning av laddningen, ingen faktura.|Enligt laddnätets post|Preliminärt: laddnätet kan fortfarande ändra beloppet.|i lokal valuta',
}

export const receiptLanguages: readonly string[] = Object.keys(lines)

/** The words of a language (BCP 47 tag), else English. */
export function receiptWords(language: string): ReceiptWords {
  const [primary = ''] = language.toLowerCase().split('-')
  const line = Object.hasOwn(lines, primary) ? lines[primary] : lines['en']
  const words = (line ?? '').split('|')
  const pairs = order.map((name, place) => [name, words[place] ?? ''] as const)
  return Object.fromEntries(pairs) as unknown as ReceiptWords
}
