/** A rate as the platform knows it. Prices are gross, in cents, as the texts tell guests. */
export interface Tariff {
  id: string
  name: string
  description: string
  shortDescription: string
  currency: string
  centsPerKWh: number
  /** Charged for each begun minute after `freeMinutes`. */
  centsPerMinute: number
  freeMinutes: number
  taxPercent: number
  /** Amounts in EUR that may be held before a start. */
  preauthAmounts: readonly number[]
}

/** A duration sold at a fixed price (RatePackage, L5902). */
export interface RatePackage {
  id: string
  name: string
  amountCents: number
  automaticStopMinutes: number
  visibleRuntimeMinutes: number
}

const base = { currency: 'EUR', taxPercent: 20, centsPerMinute: 0, freeMinutes: 0 } as const

export const STANDARD: Tariff = {
  ...base,
  id: '6c69d520-44c4-48be-8192-22b3d97ed975',
  name: 'Standard Rate',
  description: 'Pay per kWh, billed after the session ends. Prices include 20 % VAT.',
  shortDescription: '0.35 EUR/kWh',
  centsPerKWh: 35,
  preauthAmounts: [30, 50],
}

export const FAST: Tariff = {
  ...base,
  id: 'd24c4f0a-7d7e-4f0e-9a58-5b9a2c1f3e77',
  name: 'Fast Charging',
  description:
    'Pay per kWh at fast chargers, and for the place after the first hour. Prices include 20 % VAT.',
  shortDescription: '0.59 EUR/kWh + 0.10 EUR/min after 60 min',
  centsPerKWh: 59,
  centsPerMinute: 10,
  freeMinutes: 60,
  preauthAmounts: [50, 80],
}

export const STAFF: Tariff = {
  ...base,
  id: '0b2d5f63-54b4-4be0-8d1f-0c8f4ac0f1d9',
  name: 'Staff Rate',
  description: 'House rate for company vehicles. Prices include 20 % VAT.',
  shortDescription: '0.25 EUR/kWh',
  centsPerKWh: 25,
  preauthAmounts: [30],
}

export const FREE: Tariff = {
  ...base,
  id: '3f0a9a7e-1f44-47ab-8d58-0d1e2c9d8b60',
  name: 'Free of charge',
  description: 'Charging at this connector is free of charge.',
  shortDescription: 'Free of charge',
  centsPerKWh: 0,
  preauthAmounts: [],
}

export const TARIFFS: readonly Tariff[] = [STANDARD, FAST, STAFF, FREE]

export const PACKAGES: readonly RatePackage[] = [
  {
    id: '28e70f8a-0589-40c6-a0b2-53c1b602fba1',
    name: 'Two hours',
    amountCents: 900,
    automaticStopMinutes: 120,
    visibleRuntimeMinutes: 120,
  },
  {
    id: 'a4bb5f6e-9b4b-4e64-8f9f-7f7f0b6f2f11',
    name: 'Overnight',
    amountCents: 1900,
    automaticStopMinutes: 720,
    visibleRuntimeMinutes: 720,
  },
]
