import { describe, expect, it } from 'vitest'
import { createAsk } from '#main/ask/ask.ts'
import { createClient } from '#main/platform/client.ts'
import { fitAnswer } from '#main/platform/answer-shape.ts'
import { countLeftOutValues } from '#main/platform/left-out.ts'
import { createClock } from '#common/clock.ts'
import type { TrustedOperation } from '#platform/generated/trusted.ts'
import { createFakeHttp } from '../support/fake-http.ts'

const NOW_MS = Date.parse('2026-11-25T12:00:00Z')
const LOG = `query Q { chargelog(id: "l") {
  id dateStart dateEnd energyConsumption meterStart meterEnd co2Saving cost { total costItems { taxRate } } } }`
const session = {
  token: () => Promise.resolve('t'),
  accepted: () => undefined,
  refused: () => undefined,
}
const METER = `query Q { m0: chargelogMeterValuesSummary(uuid: "l") {
  currentPower currentStateOfCharge sumEnergy updatedAt energyFirstValue energyLastValue } }`
const CONNECTOR = `query Q { connector(id: "k") { id connectorType { maxPowerRating }
  maintenanceWindows { startDate endDate comment } } }`
const OTHERS = `query Q {
  contact { companyId birthday createdAt }
  cp(id: "c") { id latitude connectors { id label } }
  chargingStatistics { energyConsumption number co2Saving }
  cpOccupancyRate(id: "c") { hour occupancyRate }
  ratePackageByConnectorId(id: "k") { id amount automaticStop }
}`

/** What is left of `told` at the first field of an operation, and which fields were left out. */
function kept(operation: string, root: string, told: Record<string, unknown>) {
  const { data, faults, leftOut } = fitAnswer(operation, { [root]: { id: 'x', ...told } }, NOW_MS)
  const part = data?.[root] as Record<string, unknown>
  const left = Object.fromEntries(Object.keys(told).map((key) => [key, part[key]]))
  return { left, faults, fields: leftOut.map(({ field }) => field) }
}

describe('a value that cannot be is not told', () => {
  it.each([
    ['less energy than none', LOG, 'chargelog', { energyConsumption: -1.5 }],
    ['more than a billion', LOG, 'chargelog', { energyConsumption: 1e308 }],
    ['more money than there is', LOG, 'chargelog', { co2Saving: 1e12 }],
    ['a session of the year 1', LOG, 'chargelog', { dateStart: '0001-01-01T00:00:00Z' }],
    ['a session of 1970', LOG, 'chargelog', { dateStart: '1970-01-01T00:00:00Z' }],
    ['a session that begins next week', LOG, 'chargelog', { dateStart: '2026-12-02T00:00:00Z' }],
    ['a date that nobody can read', LOG, 'chargelog', { dateStart: 'not a date' }],
    ['less power than none', METER, 'm0', { currentPower: -1_500 }],
    ['more than full', METER, 'm0', { currentStateOfCharge: 101 }],
    ['a reading of 1999', METER, 'm0', { updatedAt: '1999-12-31T23:59:59Z' }],
    ['a reading of no date', METER, 'm0', { updatedAt: '0000-00-00 00:00:00' }],
    ['a date that no calendar has', OTHERS, 'contact', { createdAt: '2026-02-30T00:00:00Z' }],
    ['a birthday in the next century', OTHERS, 'contact', { birthday: '2185-06-15' }],
    ['less than a session', OTHERS, 'chargingStatistics', { number: -1 }],
    ['a place that is nowhere', OTHERS, 'cp', { latitude: 200 }],
  ])('%s', (_, operation, root, told) => {
    const { left, faults, fields } = kept(operation, root, told)
    expect(Object.values(left)).toEqual([null])
    expect(faults).toEqual([])
    expect(fields).toEqual([expect.stringContaining(Object.keys(told)[0] ?? '?')])
  })

  it.each([
    [LOG, 'chargelog', { energyConsumption: 0, co2Saving: -0.2, dateEnd: null }],
    [LOG, 'chargelog', { dateStart: '2000-01-01', dateEnd: '2026-11-25T12:30:00Z' }],
    // Registers have no unit: in milliwatt-hours they are soon above a billion.
    [LOG, 'chargelog', { meterStart: 24_370_000_000, meterEnd: 24_370_000_000 }],
    [METER, 'm0', { currentPower: 0, currentStateOfCharge: 100, sumEnergy: 0 }],
    [OTHERS, 'contact', { companyId: 4_000_000_000, birthday: '1931-06-15' }],
    [OTHERS, 'chargingStatistics', { energyConsumption: 387.5, number: 0 }],
  ])('but what can be is: %s %s', (operation, root, told) => {
    expect(kept(operation, root, told)).toEqual({ left: told, faults: [], fields: [] })
  })

  it('a time ahead counts as told where nobody knows what time it is there', () => {
    const told = { chargelog: { id: 'l', dateStart: '2027-01-01T00:00:00Z' } }
    const { data } = fitAnswer('query Q { chargelog(id: "l") { id dateStart } }', told)
    expect(data).toEqual(told)
  })

  it('in a list, it alone: the rest is told', () => {
    const rates = [{ taxRate: 20 }, { taxRate: 250 }, null]
    const cost = { total: 8.54, costItems: rates }
    const { left } = kept(LOG, 'chargelog', { cost })
    expect(left).toEqual({
      cost: { total: 8.54, costItems: [{ taxRate: 20 }, { taxRate: null }, null] },
    })
  })
})

describe('two values that contradict each other', () => {
  it('leave an end before its beginning out', () => {
    const told = { dateStart: '2026-11-24T10:00:00Z', dateEnd: '2026-11-24T09:00:00Z' }
    expect(kept(LOG, 'chargelog', told)).toMatchObject({
      left: { dateStart: told.dateStart, dateEnd: null },
      fields: ['Chargelog.dateEnd'],
    })
  })

  it('leave a meter that runs backwards out, both of its ends', () => {
    const ends = { meterStart: 36_870, meterEnd: 12_500 }
    expect(kept(LOG, 'chargelog', ends).left).toEqual({ meterStart: null, meterEnd: null })
    const values = { energyFirstValue: 36_870, energyLastValue: 12_500 }
    const none = { energyFirstValue: null, energyLastValue: null }
    expect(kept(METER, 'm0', values).left).toEqual(none)
  })

  it('leave a reading of before its session out, all of it', () => {
    const query = `query Q { chargelog(id: "l") { id dateStart }
      chargelogMeterValuesSummary(uuid: "l") { sumEnergy energyUpdatedAt updatedAt } }`
    const chargelog = { id: 'l', dateStart: '2026-11-25T06:36:00Z' }
    const meterAt = (energyUpdatedAt: string | null) => ({
      chargelog,
      chargelogMeterValuesSummary: { sumEnergy: 24.37, energyUpdatedAt, updatedAt: null },
    })
    const old = meterAt('2024-03-15T10:15:05Z')
    const none = { chargelog, chargelogMeterValuesSummary: null }
    expect(fitAnswer(query, old, NOW_MS).data).toEqual(none)
    for (const at of ['2026-11-25T06:35:30Z', '2026-11-25T11:00:00Z', null])
      expect(fitAnswer(query, meterAt(at), NOW_MS).data).toEqual(meterAt(at))
  })

  it('leave a window of maintenance without any time: it must not close the plug for good', () => {
    const window = { startDate: '2026-12-02', endDate: '2026-12-01', comment: 'new cable' }
    const { left } = kept(CONNECTOR, 'connector', { maintenanceWindows: [window] })
    const none = { startDate: null, endDate: null, comment: 'new cable' }
    expect(left).toEqual({ maintenanceWindows: [none] })
  })
})

describe('an entry that is told twice', () => {
  it('counts once', () => {
    const connectors = Array.from({ length: 40 }, () => ({ id: 'k', label: '1' }))
    const { left, fields } = kept(OTHERS, 'cp', { connectors: [...connectors, null, null] })
    expect(left).toEqual({ connectors: [{ id: 'k', label: '1' }, null, null] })
    expect(fields).toHaveLength(39)
  })

  it('stays in its place in a page of a long list, whose length is counted by whoever joins them', () => {
    const query = 'query Q { chargelogsPaged { data { id } } }'
    const told = { chargelogsPaged: { data: [{ id: 'l' }, { id: 'l' }] } }
    expect(fitAnswer(query, told).data).toEqual(told)
  })
})

describe('what the page asks for itself', () => {
  it('comes through the same door: it is handed nothing that cannot be', async () => {
    const answer = { contact: { createdAt: 'not a date', updatedAt: '2026-11-20T10:00:00Z' } }
    const http = createFakeHttp(() => answer)
    const platform = createClient({ http, session, clock: createClock() })
    const operation: TrustedOperation = {
      ...{ name: 'Contact', kind: 'query', modes: ['desk'], manager: true },
      text: 'query Contact { contact { createdAt updatedAt } }',
    }
    const person = { name: 'Ida', role: 'manager' } as const
    const ask = createAsk({
      platform: () => platform,
      access: { mode: () => 'desk', person: () => person },
      audit: { write: () => undefined, note: () => undefined },
      operations: { contact: operation },
    })
    const { data, errors } = await ask({ id: 'contact', variables: {} })
    expect(data).toMatchObject({ contact: { createdAt: null, updatedAt: '2026-11-20T10:00:00Z' } })
    expect(errors).toEqual([])
  })
})

describe('what is left out', () => {
  it('is counted once for as long as it is told, and logged once a field', async () => {
    let energyConsumption = -1
    const http = createFakeHttp(() => ({ chargelog: { id: 'l', energyConsumption } }))
    const logged: unknown[] = []
    const leftOut = countLeftOutValues({ warn: (facts) => logged.push(facts) })
    const client = createClient({ http, session, clock: createClock(), leftOut })
    const query = 'query Q { chargelog(id: "l") { id energyConsumption } }'
    const ask = async (): Promise<unknown> => (await client.execute(query, {})).data
    for (let times = 0; times < 3; times += 1)
      expect(await ask()).toEqual({ chargelog: { id: 'l', energyConsumption: null } })
    expect(leftOut.count()).toBe(1)
    energyConsumption = -2
    await ask()
    expect(leftOut.count()).toBe(2)
    expect(logged).toEqual([{ field: 'Chargelog.energyConsumption' }])
  })
})
