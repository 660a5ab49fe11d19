import { describe, expect, it } from 'vitest'
import { languageCodes } from '#common/languages.ts'
import { qrOf } from '#common/qr.ts'
import type { Summary } from '#contract/charging.ts'
import { receiptPage } from '#main/receipt/receipt-page.ts'
import { receiptWords } from '#main/receipt/receipt-words.ts'
import type { Receipt } from '#main/receipt/receipt-page.ts'

const summary: Summary = {
  startedAtMs: Date.parse('2026-11-23T14:37:30Z'),
  endedAtMs: Date.parse('2026-11-23T15:07:30Z'),
  energyKWh: 24.37,
  meterStart: 24370000,
  meterEnd: 48740000,
  rateName: 'Standard Rate',
  cost: {
    currency: 'EUR',
    grossAmount: 8.54,
    localAmount: null,
    items: [
      {
        description: 'Energy',
        netAmount: 7.12,
        taxAmount: 1.42,
        taxRatePercent: 20,
        grossAmount: 8.54,
        localAmount: null,
      },
    ],
  },
  co2SavingKg: 11.7,
  documentTitle: 'Invoice 2026-001',
  documentUrl: 'https://documents.example/1.pdf',
  calibrationUrl: null,
  complete: true,
}

const page = (
  change: Partial<Summary> = {},
  language = 'en',
  siteName = 'Hotel',
  around: Partial<Receipt> = {},
): string =>
  receiptPage({
    siteName,
    logo: null,
    station: { address: ['Makartplatz 8', '5020 Salzburg, AT'], operator: 'Salzburg Charging' },
    evseId: 'AT*HTB*E1001*1',
    sessionId: 'log-1001',
    connectorNumber: '3',
    summary: { ...summary, ...change },
    language,
    timeZone: 'Europe/Vienna',
    ...around,
  })
const plain = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')

describe('a receipt', () => {
  it('says that the sum is provisional until it is final', () => {
    const words = 'Provisional: the charging network may still change the sum.'
    expect(plain(page({ complete: false }))).toContain(words)
    expect(plain(page())).not.toContain(words)
  })

  it('tells what was metered, and the record that says less', () => {
    const text = plain(page({ energyKWh: 12.8, recordKWh: 0 }))
    expect(text).toContain('Energy 12.8 kWh By the network’s record 0 kWh')
    expect(plain(page())).not.toContain('record')
  })

  it('tells the charge as delivered, in the site’s time', () => {
    const text = plain(page())
    for (const part of [
      'Charging receipt',
      'Hotel Makartplatz 8 5020 Salzburg, AT',
      'Operator Salzburg Charging',
      'Plug 3',
      'EVSE ID AT*HTB*E1001*1',
      'Charge number log-1001',
      'Nov 23, 2026, 3:37 PM',
      'Nov 23, 2026, 4:07 PM',
      'Energy 24.37 kWh',
      'Meter at start 24.370 kWh (24370000)',
      'Meter at end 48.740 kWh (48740000)',
      'Standard Rate',
      'net €7.12 · tax 20 % €1.42',
      'Total €8.54',
      'CO₂ saved 11.7 kg',
      'Invoice 2026-001',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('says the total first, larger than all else', () => {
    const text = plain(page())
    expect(text.search(/\d+\.\d/)).toBe(text.indexOf('8.54'))
    expect(page()).toMatch(/class="total"><th>Total<\/th><td>€8.54/)
  })

  it('bears the document as a code for a phone, where there is one', () => {
    const url = 'https://documents.example/1.pdf'
    expect(page()).toContain(qrOf(url)?.path)
    expect(plain(page())).toContain('Scan for your invoice')
    expect(page({ documentUrl: null })).not.toContain('<svg')
  })

  it('bears the operator’s logo, and says nothing of a station that nobody told of', () => {
    const logo = { type: 'image/png', bytes: new Uint8Array([137, 80, 78, 71]) } as const
    expect(page({}, 'en', 'Hotel', { logo })).toContain('src="data:image/png;base64,iVBORw=="')
    expect(page()).not.toContain('<img')
    const bare = plain(page({}, 'en', 'Hotel', { station: { address: [], operator: null } }))
    expect(bare).not.toContain('Operator')
  })

  it('speaks the guest’s language, in numbers and dates too', () => {
    const text = plain(page({}, 'de-AT'))
    for (const part of ['Ladebeleg', '23.11.2026, 15:37', '24,37 kWh', 'Summe € 8,54']) {
      expect(text).toContain(part)
    }
  })

  it('is English where it has no words for a language, or the language is none', () => {
    expect(page({}, 'eo')).toContain('Charging receipt')
    expect(page({}, '<b>')).toContain('Charging receipt')
  })

  it('leaves out what was not delivered', () => {
    const text = plain(page({ meterStart: null, co2SavingKg: null, cost: null }))
    for (const part of ['Meter at start', 'CO₂', 'Total']) expect(text).not.toContain(part)
  })

  it('shows an amount without a currency as a bare number', () => {
    const cost = { currency: null, grossAmount: 8.5, localAmount: null, items: [] }
    expect(plain(page({ cost }))).toContain('Total 8.50')
  })

  it('tells the amounts of the place, where they are others', () => {
    const [item] = summary.cost?.items ?? []
    const items = item ? [{ ...item, localAmount: 211.4 }] : []
    const cost = { currency: 'EUR', grossAmount: 8.54, localAmount: 211.5, items }
    const text = plain(page({ cost }))
    expect(text).toContain('in local currency 211.40 €8.54')
    expect(text).toContain('Total in local currency 211.50 €8.54')
    expect(plain(page())).not.toContain('local currency')
  })

  it('leaves registers bare where nothing proves their unit', () => {
    const text = plain(page({ energyKWh: 20 }))
    expect(text).toContain('Meter at start 24370000')
    expect(text).not.toContain('(24370000)')
  })

  it('escapes what others wrote, and may load nothing', () => {
    const html = page({ rateName: '<script>alert(1)</script>' }, 'en', '"A" & <b>')
    expect(html).not.toContain('<script')
    expect(html).toContain('&quot;A&quot; &amp; &lt;b&gt;')
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/https?:|src=|href=/)
  })

  it.each(languageCodes)('reads in %s as it did', (language) => {
    const lines = page({}, language)
      .replace(/<style>.*?<\/style>/s, '')
      .replaceAll(/<title>.*?<\/title>|<\/th>/g, '  ')
      .replaceAll(/<(?:tr|p|h1|br|figcaption|span)[^>]*>/g, '\n')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/[\u00a0\u202f]/g, ' ')
      .split('\n')
    const text = lines.map((line) => line.trim()).filter((line) => line !== '')
    expect(text.join('\n')).toMatchSnapshot()
  })

  it.each(languageCodes)('has every word in %s', (language) => {
    const words = Object.values(receiptWords(language))
    expect(words).toHaveLength(22)
    expect(words.every((word) => word !== '')).toBe(true)
  })
})
