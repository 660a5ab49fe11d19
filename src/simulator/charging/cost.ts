import type { RatePackage, Tariff } from './tariffs.ts'

/** One line of a bill. Net and tax always add up to gross, to the cent. */
export interface CostLine {
  description: string
  netCents: number
  taxCents: number
  grossCents: number
  taxPercent: number
}

export interface Bill {
  currency: string
  lines: CostLine[]
  grossCents: number
  taxCents: number
}

export interface Usage {
  energyWh: number
  durationMs: number
  tariff: Tariff
  ratePackage: RatePackage | null
}

const MS_PER_MINUTE = 60_000

/** What a charge has cost so far. A package replaces the rate; a free connector has no lines. */
export function billFor({ energyWh, durationMs, tariff, ratePackage }: Usage): Bill {
  const lines: CostLine[] = []
  if (ratePackage) {
    lines.push(line(`Package: ${ratePackage.name}`, ratePackage.amountCents, tariff.taxPercent))
  } else {
    if (tariff.centsPerKWh > 0) {
      const cents = Math.round((energyWh * tariff.centsPerKWh) / 1000)
      lines.push(line('Energy', cents, tariff.taxPercent))
    }
    const minutes = Math.ceil(durationMs / MS_PER_MINUTE) - tariff.freeMinutes
    if (tariff.centsPerMinute > 0 && minutes > 0) {
      lines.push(line('Parking time', minutes * tariff.centsPerMinute, tariff.taxPercent))
    }
  }
  return {
    currency: tariff.currency,
    lines,
    grossCents: lines.reduce((sum, { grossCents }) => sum + grossCents, 0),
    taxCents: lines.reduce((sum, { taxCents }) => sum + taxCents, 0),
  }
}

function line(description: string, grossCents: number, taxPercent: number): CostLine {
  const netCents = Math.round((grossCents * 100) / (100 + taxPercent))
  return { description, netCents, taxCents: grossCents - netCents, grossCents, taxPercent }
}
