import { describe, expect, it } from 'vitest'
import type { LiveModel } from '#contract/live.ts'
import type { ErrorCode } from '#contract/errors.ts'
import { firstSummary } from '#main/charging/sessions/summary.ts'
import type { HistorySession } from '#main/desk/sessions/history.ts'
import { CommandError } from '#main/core/errors.ts'
import { createReceipts } from '#main/receipt/receipts.ts'

const ended = {
  id: 'log-1',
  sessionId: null,
  authId: null,
  status: 'stopped',
  connectorId: 'c1',
  startedAtMs: 0,
  endedAtMs: 1,
  energyKWh: 1,
  co2SavingKg: null,
  rateName: null,
  cost: null,
}
const summary = firstSummary(ended, 0)

function setUp(
  session: object | null,
  print: () => Promise<void> = () => Promise.resolve(),
  atPlatform: HistorySession | null = null,
  distinction?: string,
) {
  const pages: string[] = []
  const printed: string[] = []
  const sessions = session ? [{ id: 'log-1', connectorId: 'c1', ...session }] : []
  const connectors = [{ id: 'c1', stationId: 's1', number: '7', distinction }]
  const receipts = createReceipts({
    model: () => ({ site: { label: 'Hotel' }, sessions, connectors }) as unknown as LiveModel,
    timeZone: 'UTC',
    printPage: (page) => {
      pages.push(page)
      return print()
    },
    logo: () => null,
    station: (id) => Promise.resolve({ address: [`At ${id}`], operator: null }),
    printed: (id) => printed.push(id),
    session: () => Promise.resolve(atPlatform),
    currency: () => Promise.resolve('EUR'),
    platformNowMs: () => Date.parse('2026-01-02T11:05:00Z'),
  })
  const printOne = (): Promise<void> => receipts.print({ sessionId: 'log-1', language: 'en' })
  const printAny = (): Promise<void> => receipts.printAny({ sessionId: 'log-1', language: 'de' })
  return { printOne, printAny, pages, printed }
}

async function codeOf(run: Promise<void>): Promise<ErrorCode> {
  const error: unknown = await run.catch((thrown: unknown) => thrown)
  if (error instanceof CommandError) return error.failure.code
  throw new Error('It did not fail.')
}

describe('printing a receipt', () => {
  it('prints the summary of a session that the guest has opened, and says so', async () => {
    const { printOne, pages, printed } = setUp({ claimed: true, summary })
    await printOne()
    expect(pages).toEqual([expect.stringContaining('Hotel<br>At s1')])
    expect(printed).toEqual(['log-1'])
  })

  it('names the station where another plug of the board has the same number', async () => {
    const { printOne, pages } = setUp({ claimed: true, summary }, undefined, null, 'North wall')
    await printOne()
    expect(pages).toEqual([expect.stringContaining('7 (North wall)')])
  })

  it('is refused for a stranger’s session, without a summary, and where there is none', async () => {
    expect(await codeOf(setUp({ claimed: false, summary: null }).printOne())).toBe('not-claimed')
    expect(await codeOf(setUp({ claimed: true, summary: null }).printOne())).toBe('invalid')
    expect(await codeOf(setUp(null).printOne())).toBe('session-gone')
  })

  it('is done once for two taps', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { printOne, pages } = setUp({ claimed: true, summary }, () => promise)
    const both = Promise.all([printOne(), printOne()])
    resolve()
    await both
    expect(pages).toHaveLength(1)
  })

  it('that fails is not told as printed, and can be tried again', async () => {
    let isBroken = true
    const print = (): Promise<void> =>
      isBroken ? Promise.reject(new Error('no paper')) : Promise.resolve()
    const { printOne, printed } = setUp({ claimed: true, summary }, print)
    await expect(printOne()).rejects.toThrow('no paper')
    expect(printed).toEqual([])
    isBroken = false
    await printOne()
    expect(printed).toEqual(['log-1'])
  })
})

describe('printing a receipt at the desk', () => {
  const past: HistorySession = {
    id: 'log-1',
    sessionId: null,
    status: 'stopped',
    authType: null,
    dateStart: '2026-01-02T10:00:00Z',
    dateEnd: '2026-01-02T11:00:00Z',
    energyConsumption: 12.5,
    meterStart: 1000,
    meterEnd: 13500,
    co2Saving: null,
    rateName: 'Standard',
    calibrationDetails: null,
    connector: {
      id: 'far-away',
      label: null,
      evseId: null,
      physicalReference: '12',
      cp: { label: null, publicName: 'Station at the lake' },
    },
    cost: null,
    accountDocument: null,
  }

  it('prints any session of the account that has ended, with its own station where it is elsewhere', async () => {
    const { printAny, pages } = setUp(null, undefined, past)
    await printAny()
    expect(pages).toEqual([expect.stringContaining('Station at the lake')])
    expect(pages[0]).toContain('12,5 kWh')
    expect(pages[0]).toContain('<td>12</td>')
  })

  it('has the account’s currency where the bill names none', async () => {
    const amounts = { total: 4.2, grossAmount: 4.2, grossAmountLocalCurrency: null }
    const cost = { currency: null, costItems: null, ...amounts }
    const { printAny, pages } = setUp(null, undefined, { ...past, cost })
    await printAny()
    expect(pages[0]).toContain('4,20\u00a0€')
  })

  it('says that the sum is provisional shortly after the end, unless there is a document', async () => {
    const now = setUp(null, undefined, past)
    await now.printAny()
    expect(now.pages[0]).toContain('Vorläufig')
    const accountDocument = { id: 'd', type: null, title: null, documentDate: null }
    for (const change of [
      { accountDocument: { ...accountDocument, downloadLink: null } },
      { dateEnd: '2026-01-02T10:50:00Z' },
    ]) {
      const { printAny, pages } = setUp(null, undefined, { ...past, ...change })
      await printAny()
      expect(pages[0]).not.toContain('Vorläufig')
    }
  })

  it('prints what this terminal knows while it follows the session still', async () => {
    const followed = { summary: { ...summary, energyKWh: 13, recordKWh: 0, complete: false } }
    const { printAny, pages } = setUp(followed, undefined, past)
    await printAny()
    expect(pages[0]).toContain('13 kWh')
    expect(pages[0]).toContain('Laut Beleg')
  })

  it('names the site and its own number for a session of this site', async () => {
    const here = { ...past, connector: { ...past.connector, id: 'c1' } }
    const { printAny, pages } = setUp(null, undefined, here)
    await printAny()
    expect(pages[0]).toContain('Hotel')
    expect(pages[0]).toContain('<td>7</td>')
  })

  it('is refused while the session runs, and where there is none', async () => {
    const running = { ...past, status: 'started' }
    expect(await codeOf(setUp(null, undefined, running).printAny())).toBe('invalid')
    expect(await codeOf(setUp(null).printAny())).toBe('session-gone')
  })
})
