import { expect, test } from 'vitest'
import { billFor } from '#simulator/charging/cost.ts'
import { FAST, FREE, PACKAGES, STANDARD } from '#simulator/charging/tariffs.ts'

const MINUTE_MS = 60_000

test('energy is billed by the kWh, with the tax in it', () => {
  const bill = billFor({
    energyWh: 24_370,
    durationMs: 105 * MINUTE_MS,
    tariff: STANDARD,
    ratePackage: null,
  })
  expect(bill.lines).toEqual([
    { description: 'Energy', grossCents: 853, netCents: 711, taxCents: 142, taxPercent: 20 },
  ])
  expect(bill.grossCents).toBe(853)
})

test('net and tax add up to gross for every amount', () => {
  for (let energyWh = 0; energyWh < 60_000; energyWh += 137) {
    const usage = { energyWh, durationMs: energyWh * 100, tariff: FAST, ratePackage: null }
    const { lines, grossCents, taxCents } = billFor(usage)
    for (const line of lines) expect(line.netCents + line.taxCents).toBe(line.grossCents)
    const netCents = lines.reduce((sum, line) => sum + line.netCents, 0)
    expect(netCents + taxCents).toBe(grossCents)
  }
})

test('the place costs only after the free minutes', () => {
  const usage = { energyWh: 10_000, tariff: FAST, ratePackage: null }
  expect(billFor({ ...usage, durationMs: 60 * MINUTE_MS }).lines).toHaveLength(1)
  const parking = billFor({ ...usage, durationMs: 75 * MINUTE_MS }).lines[1]
  expect(parking).toMatchObject({ description: 'Parking time', grossCents: 150 })
})

test('a package replaces the rate', () => {
  const [ratePackage = null] = PACKAGES
  const bill = billFor({ energyWh: 90_000, durationMs: 0, tariff: STANDARD, ratePackage })
  expect(bill.grossCents).toBe(900)
  expect(bill.lines).toHaveLength(1)
})

test('a free connector costs nothing and has no lines', () => {
  const bill = billFor({ energyWh: 9_000, durationMs: 0, tariff: FREE, ratePackage: null })
  expect(bill).toMatchObject({ grossCents: 0, taxCents: 0, lines: [] })
})
