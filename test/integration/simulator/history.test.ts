import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestBench } from './harness.ts'
import { START_MS, openBench, startBench } from './harness.ts'

interface Session {
  id: string
  status: string
  dateStart: string
  dateEnd: string
  energyConsumption: number
  meterStart: number
  meterEnd: number
  rateName: string
  calibrationDetails: string | null
  connector: { id: string }
  cost: { total: number; taxAmount: number; costItems: Record<string, number>[] } | null
  accountDocument: { id: string } | null
}

interface Page<T> {
  data: T[]
  pagination: { totalCount: number; isLastPage: boolean; limit: number; offset: number }
}

interface Frame {
  start?: string
  end?: string
}

const SESSIONS = `query ($filters: ChargelogFilter, $pagination: PaginationFilter, $frame: TimeFrameFilter) {
  chargelogsPaged(filters: $filters, pagination: $pagination, timeframe: $frame) {
    data {
      id status dateStart dateEnd energyConsumption meterStart meterEnd rateName calibrationDetails
      connector { id } accountDocument { id }
      cost { total taxAmount costItems { netAmount taxAmount grossAmount taxRate } }
    }
    pagination { totalCount isLastPage limit offset }
  }
}`
const STATISTICS = `query ($frame: TimeFrameFilter) {
  chargingStatistics(timeframe: $frame) { number energyConsumption co2Saving }
}`
const DAY = 86_400_000
const PAGE = 100
const LAST_MONTH: Frame = {
  start: new Date(START_MS - 30 * DAY).toISOString(),
  end: new Date(START_MS).toISOString(),
}

let bench: TestBench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.simulator.close())

const page = (variables: object) => bench.ask<Page<Session>>(SESSIONS, variables)

async function all(variables: object = {}): Promise<Session[]> {
  const { data, pagination } = await page({ ...variables, pagination: { limit: PAGE, offset: 0 } })
  const sessions = [...data]
  while (sessions.length < pagination.totalCount) {
    const next = await page({ ...variables, pagination: { limit: PAGE, offset: sessions.length } })
    sessions.push(...next.data)
  }
  return sessions
}

const sumKWh = (sessions: Session[]): number =>
  sessions.reduce((sum, { energyConsumption }) => sum + energyConsumption, 0)

describe('the sessions of 18 months', () => {
  test('are about 2,400, each once, newest first, over all sites', async () => {
    const sessions = await all()
    expect(sessions.length).toBeGreaterThan(2_300)
    expect(sessions.length).toBeLessThan(2_600)
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length)
    const starts = sessions.map(({ dateStart }) => Date.parse(dateStart))
    expect(starts).toEqual(starts.toSorted((a, b) => b - a))
    expect(START_MS - (starts.at(-1) ?? 0)).toBeGreaterThan(540 * DAY)
    const { sites } = await bench.simulator.control.overview()
    const used = new Set(sessions.map(({ connector }) => connector.id))
    for (const { stations } of sites) {
      const connectors = stations.flatMap((station) => station.connectors)
      expect(connectors.some(({ id }) => used.has(id))).toBe(true)
    }
    await bench.expectAsked('chargelogsPaged')
  })

  test('come in pages that say how many there are and which is the last', async () => {
    const { pagination } = await page({ pagination: { limit: 50, offset: 50 } })
    expect(pagination).toMatchObject({ limit: 50, offset: 50, isLastPage: false })
    const last = await page({ pagination: { limit: 50, offset: pagination.totalCount - 20 } })
    expect(last.data).toHaveLength(20)
    expect(last.pagination.isLastPage).toBe(true)
    const beyond = await page({ pagination: { limit: 50, offset: pagination.totalCount } })
    expect(beyond.data).toEqual([])
  })

  test('are told apart by status; the running one is there too', async () => {
    const running = await page({ filters: { status: 'started' } })
    expect(running.data.map(({ status }) => status)).toEqual(['started'])
    const ended = await page({ filters: { status: 'stopped' } })
    expect(new Set(ended.data.map(({ status }) => status))).toEqual(new Set(['stopped']))
    const { pagination } = await page({})
    expect(ended.pagination.totalCount).toBe(pagination.totalCount - 1)
  })

  test('are found by the time they began', async () => {
    const sessions = await all({ frame: LAST_MONTH })
    expect(sessions.length).toBeGreaterThan(100)
    expect(sessions.every(({ dateStart }) => dateStart >= (LAST_MONTH.start ?? ''))).toBe(true)
  })

  test('agree with the meters, the costs and each other', async () => {
    const sessions = await all({ filters: { status: 'stopped' } })
    for (const { meterStart, meterEnd, energyConsumption, cost, dateStart, dateEnd } of sessions) {
      expect(meterEnd - meterStart).toBe(Math.round(energyConsumption * 1000))
      expect(dateEnd > dateStart).toBe(true)
      const sum = cost?.costItems.reduce((total, item) => total + (item.grossAmount ?? 0), 0) ?? 0
      expect(sum).toBeCloseTo(cost?.total ?? 0, 2)
    }
    for (const ofConnector of Map.groupBy(sessions, (one) => one.connector.id).values()) {
      for (const [index, later] of ofConnector.entries()) {
        const earlier = ofConnector[index + 1]
        if (!earlier) continue
        expect(earlier.dateEnd <= later.dateStart).toBe(true)
        expect(earlier.meterEnd).toBeLessThanOrEqual(later.meterStart)
      }
    }
  })

  test('show what may be missing: calibration, cost and invoice', async () => {
    const sessions = await all({ filters: { status: 'stopped' } })
    for (const name of ['calibrationDetails', 'cost', 'accountDocument'] as const) {
      expect(sessions.some((session) => session[name] === null)).toBe(true)
      expect(sessions.some((session) => session[name] !== null)).toBe(true)
    }
  })

  test('can each be asked for, with their first and last meter values', async () => {
    const { data } = await page({ pagination: { limit: 1, offset: 1_200 } })
    const [session] = data
    const one = await bench.ask('query ($id: ID!) { chargelog(id: $id) { id rateName } }', {
      id: session?.id,
    })
    expect(one).toEqual({ id: session?.id, rateName: session?.rateName })
    const summary = await bench.ask(
      `query ($id: String!) { chargelogMeterValuesSummary(uuid: $id) {
        currentPower energyFirstValue energyLastValue energyLastValueTime sumEnergy } }`,
      { id: session?.id },
    )
    expect(summary).toEqual({
      currentPower: 0,
      energyFirstValue: session?.meterStart,
      energyLastValue: session?.meterEnd,
      energyLastValueTime: session?.dateEnd,
      sumEnergy: session?.energyConsumption,
    })
    await bench.expectAsked('chargelog')
    await bench.expectAsked('chargelogMeterValuesSummary')
  })

  test('are the same whenever they are asked for first', async () => {
    const other = await startBench()
    await other.ask('mutation ($input: UpdateCardInput!) { updateCard(input: $input) { id } }', {
      input: { cardId: await cardId(other), status: 'DEACTIVATE' },
    })
    await other.simulator.control.advance(DAY)
    await other.signIn()
    const { data } = await other.ask<Page<Session>>(SESSIONS, { filters: { status: 'stopped' } })
    const { data: known } = await page({ filters: { status: 'stopped' } })
    expect(data).toEqual(known.map((session) => withOrigin(session, other)))
  })
})

const cardId = async ({ ask }: TestBench): Promise<string | undefined> => {
  const { data } = await ask<{ data: { id: string }[] }>('{ cardsPaged { data { id } } }')
  return data[0]?.id
}

const withOrigin = (session: Session, { simulator }: TestBench): Session => ({
  ...session,
  calibrationDetails:
    session.calibrationDetails?.replace(bench.simulator.origin, simulator.origin) ?? null,
})

describe('statistics', () => {
  test.each([
    ['of all time', undefined],
    ['of a month', LAST_MONTH],
  ])('%s are the sums of the sessions', async (_name, frame) => {
    const sessions = await all({ frame })
    const told = await bench.ask<Record<string, number>>(STATISTICS, { frame })
    expect(told.number).toBe(sessions.length)
    expect(told.energyConsumption).toBeCloseTo(sumKWh(sessions), 2)
    expect(told.co2Saving).toBeCloseTo(sumKWh(sessions) * 0.48, 1)
    await bench.expectAsked('chargingStatistics')
  })
})

describe('documents', () => {
  interface Document {
    id: string
    type: string
    title: string
    documentDate: string
    downloadLink: string
  }
  const DOCUMENTS = `{ accountDocumentsPaged(pagination: { limit: 100 }) {
    data { id type title documentDate downloadLink } pagination { totalCount } } }`

  test('are about forty of all types, newest first', async () => {
    const { data } = await bench.ask<Page<Document>>(DOCUMENTS)
    expect(data.length).toBeGreaterThan(35)
    expect(data.length).toBeLessThan(50)
    expect(new Set(data.map(({ type }) => type))).toEqual(
      new Set(['invoice', 'creditnote', 'cancellation', 'receipt', 'reminder', 'statement']),
    )
    const dates = data.map(({ documentDate }) => documentDate)
    expect(dates).toEqual(dates.toSorted().reverse())
    await bench.expectAsked('accountDocumentsPaged')
  })

  test('of a session is an invoice whose link gives a PDF', async () => {
    const sessions = await all({ frame: LAST_MONTH })
    const billed = sessions.find(({ accountDocument }) => accountDocument !== null)
    const document = await bench.ask<Document>(
      'query ($id: String) { accountDocument(id: $id) { id type title downloadLink } }',
      { id: billed?.accountDocument?.id },
    )
    expect(document.type).toBe('invoice')
    const response = await fetch(document.downloadLink)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(await response.text()).toMatch(/^%PDF-1\.4[\s\S]*Invoice[\s\S]*Total: /)
    await bench.expectAsked('accountDocument')
  })

  test('of somebody else are not told', async () => {
    const query = 'query ($id: String) { accountDocument(id: $id) { id } }'
    expect(await bench.ask(query, { id: 'not ours' })).toBeNull()
  })
})
