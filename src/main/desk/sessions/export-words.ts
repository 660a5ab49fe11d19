import type { ExportRow } from './export-row.ts'

type Headings = Readonly<Record<keyof ExportRow, string>>

const english: Headings = {
  start: 'Start',
  end: 'End',
  connector: 'Connector',
  evseId: 'EVSE ID',
  station: 'Station',
  energyKWh: 'Energy (kWh)',
  meterStart: 'Meter at start (as delivered)',
  meterEnd: 'Meter at end (as delivered)',
  net: 'Net (sum of lines)',
  tax: 'Tax (sum of lines)',
  gross: 'Gross',
  currency: 'Currency',
  rate: 'Rate',
  bookingReference: 'Booking reference',
  note: 'Note',
}

const german: Headings = {
  start: 'Beginn',
  end: 'Ende',
  connector: 'Ladeplatz',
  evseId: 'EVSE-ID',
  station: 'Station',
  energyKWh: 'Energie (kWh)',
  meterStart: 'Zähler bei Beginn (wie geliefert)',
  meterEnd: 'Zähler bei Ende (wie geliefert)',
  net: 'Netto (Summe der Positionen)',
  tax: 'Steuer (Summe der Positionen)',
  gross: 'Brutto',
  currency: 'Währung',
  rate: 'Tarif',
  bookingReference: 'Buchung',
  note: 'Notiz',
}

/** The columns in their order, each with its heading in the language (BCP 47 tag) of the desk. */
export function exportColumns(language: string): { key: keyof ExportRow; header: string }[] {
  const headings = language.toLowerCase().startsWith('de') ? german : english
  const keys = Object.keys(english) as (keyof ExportRow)[]
  return keys.map((key) => ({ key, header: headings[key] }))
}
