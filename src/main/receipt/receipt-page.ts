import { registerDigits, registerKWh } from '#common/register.ts'
import { qrOf } from '#common/qr.ts'
import { escaped } from '#main/core/html.ts'
import type { Picture } from '#main/core/picture.ts'
import type { CostItem, Summary } from '#contract/charging.ts'
import type { ToldPlace } from '#main/site/told-place.ts'
import { receiptWords, type ReceiptWords } from './receipt-words.ts'

/** Everything that a receipt says. */
export interface Receipt {
  readonly siteName: string
  /** The operator's own, from the settings; null: none. */
  readonly logo: Picture | null
  /** Where the charge was, and whose station it is. */
  readonly station: ToldPlace
  /** The number on the connector's sticker, and the station where it has namesakes. */
  readonly connectorNumber: string
  /** By which the charging point is known everywhere (`Connector.evseId`). */
  readonly evseId: string | null
  /** By which the platform finds the charge again: the chargelog's id. */
  readonly sessionId: string
  readonly summary: Summary
  /** BCP 47 tag. */
  readonly language: string
  /** IANA name: the site's. */
  readonly timeZone: string
}

/**
 * A page that can be printed: no script, nothing loaded, every text escaped. Numbers of the platform are
 * as delivered: meter registers with their own digits, in kWh beside them where the energy proves their unit;
 * amounts never added up.
 */
export function receiptPage(receipt: Receipt): string {
  const { siteName, logo, station, summary, timeZone } = receipt
  const locale = localeOf(receipt.language)
  const words = receiptWords(locale)
  const format = formats(locale, timeZone)
  const { cost } = summary
  const facts = [
    [words.operator, station.operator],
    [words.connector, receipt.connectorNumber],
    [words.evseId, receipt.evseId],
    [words.session, receipt.sessionId],
    [words.from, summary.startedAtMs === null ? null : format.time(summary.startedAtMs)],
    [words.until, summary.endedAtMs === null ? null : format.time(summary.endedAtMs)],
    [words.energy, summary.energyKWh === null ? null : `${format.number(summary.energyKWh)} kWh`],
    [
      words.record,
      summary.recordKWh === undefined ? null : `${format.number(summary.recordKWh)} kWh`,
    ],
    [words.meterStart, registerOf(summary.meterStart, summary, format)],
    [words.meterEnd, registerOf(summary.meterEnd, summary, format)],
    [words.rate, summary.rateName],
    [words.co2, summary.co2SavingKg === null ? null : `${format.number(summary.co2SavingKg)} kg`],
    [words.document, summary.documentTitle],
  ] as const
  const rows = facts.map(([name, value]) => (value === null ? '' : row(name, value))).join('')
  return `<!doctype html>
<html lang="${escaped(locale)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(words.title)}</title><style>${style}</style></head>
<body>${logo ? logoPicture(logo) : ''}<h1>${escaped(words.title)}</h1>
<p>${[siteName, ...station.address].map(escaped).join('<br>')}</p>
${cost ? costTable(cost, words, format) : ''}
${summary.complete ? '' : `<p class="provisional">${escaped(words.provisional)}</p>`}
<table>${rows}</table>
${documentCode(summary.documentUrl, words)}
<p class="small">${escaped(words.note)}</p></body></html>`
}

/** As wide as a roll of 80 mm prints, plain enough for any other paper. */
const style = `@page { margin: 6mm } body { font: 9.5pt/1.35 sans-serif; color: #000; margin: 0; max-width: 68mm }
img { display: block; max-width: 40mm; max-height: 18mm; margin-bottom: 3mm } svg { width: 30mm; height: 30mm; display: block }
h1 { font-size: 14pt; margin: 0 } p { margin: 1mm 0 3mm } table { width: 100%; border-collapse: collapse; margin-top: 3mm }
th, td { padding: 0.6mm 0; vertical-align: top } th { text-align: left; font-weight: normal; padding-right: 2mm }
td { text-align: right; overflow-wrap: anywhere } .total th, .total td { font-weight: bold;
border-bottom: 1px solid #000; vertical-align: baseline } .total td { font-size: 20pt; line-height: 1.1; overflow-wrap: normal; white-space: nowrap }
figure { margin: 2mm 0 0 -3mm; break-inside: avoid } figcaption { margin-left: 3mm; font-size: 8.5pt } .provisional { font-weight: bold; margin: 3mm 0 0 } .small { font-size: 8.5pt; display: block; margin-top: 2mm }
.tax { font-size: 8.5pt; display: block }`

const logoPicture = ({ type, bytes }: Picture): string =>
  `<img alt="" src="data:${type};base64,${Buffer.from(bytes).toString('base64')}">`

/** The platform's document for a phone; nothing where there is none, or its link is too long for a code. */
function documentCode(url: string | null, words: ReceiptWords): string {
  const code = url === null ? null : qrOf(url)
  if (!code) return ''
  const size = String(code.size)
  return `<figure><svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${code.path}"/></svg>
<figcaption>${escaped(words.documentCode)}</figcaption></figure>`
}

interface Formats {
  time(ms: number): string
  number(value: number): string
  fixed(value: number, digits: number): string
  money(amount: number, currency: string | null): string
}

function registerOf(value: number | null, summary: Summary, format: Formats): string | null {
  if (value === null) return null
  const { meterStart, meterEnd, recordKWh, energyKWh } = summary
  const digits = registerDigits(meterStart, meterEnd, recordKWh ?? energyKWh)
  if (digits === null) return String(value)
  const { kWh, shownDigits } = registerKWh(value, digits)
  return `${format.fixed(kWh, shownDigits)} kWh (${String(value)})`
}

function costTable(
  { items, grossAmount, localAmount, currency }: NonNullable<Summary['cost']>,
  words: ReceiptWords,
  format: Formats,
): string {
  const money = (amount: number | null): string =>
    amount === null ? '' : format.money(amount, currency)
  const lines = items.map((item) => {
    const tax = taxLine(item, words, money, format)
    const local = localLine(item.localAmount, words, format)
    return row(item.description ?? words.item, money(item.grossAmount), [tax, local])
  })
  const local = localLine(localAmount, words, format)
  const total = grossAmount === null ? '' : row(words.total, money(grossAmount), [local], 'total')
  return `<table>${total}${lines.join('')}</table>`
}

function taxLine(
  { netAmount, taxAmount, taxRatePercent }: CostItem,
  words: ReceiptWords,
  money: (amount: number | null) => string,
  format: Formats,
): string {
  const rate = taxRatePercent === null ? '' : ` ${format.number(taxRatePercent)} %`
  const parts = [
    netAmount === null ? '' : `${words.net} ${money(netAmount)}`,
    taxAmount === null ? '' : `${words.tax}${rate} ${money(taxAmount)}`,
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** The local currency's code is named nowhere. */
const localLine = (amount: number | null, words: ReceiptWords, format: Formats): string =>
  amount === null ? '' : `${words.local} ${format.money(amount, null)}`

function row(name: string, value: string, small: readonly string[] = [], kind = ''): string {
  const notes = small.filter((line) => line !== '')
  const note = notes.map((line) => `<span class="tax">${escaped(line)}</span>`).join('')
  const start = kind === '' ? '<tr>' : `<tr class="${kind}">`
  return `${start}<th>${escaped(name)}${note}</th><td>${escaped(value)}</td></tr>`
}

function formats(locale: string, timeZone: string): Formats {
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  })
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  const bareAmount = { minimumFractionDigits: 2, maximumFractionDigits: 4 }
  return {
    time: (ms) => time.format(ms),
    number: (value) => number.format(value),
    fixed(value, digits) {
      const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
      return new Intl.NumberFormat(locale, options).format(value)
    },
    money(amount, currency) {
      const isCode = currency !== null && /^[A-Za-z]{3}$/.test(currency)
      if (isCode) {
        const options = { style: 'currency', currency, maximumFractionDigits: 4 } as const
        return new Intl.NumberFormat(locale, options).format(amount)
      }
      const bare = new Intl.NumberFormat(locale, bareAmount).format(amount)
      return currency === null ? bare : `${bare} ${currency}`
    },
  }
}

function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
