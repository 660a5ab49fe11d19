import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { platformError } from '#main/platform/failures.ts'
import type { Starter } from '#main/desk/sessions/session-starters.ts'
import type { Platform } from '#main/platform/platform.ts'
import { ALL, DAY_MS, log, many, platformWith, setUp, type Asked } from './exports-rig.ts'

describe('a list of sessions as a file', () => {
  it('is CSV with a point and commas in English; quotes are doubled', async () => {
    const { exported } = setUp(platformWith([log('a')]).platform, [
      { sessionId: 'a', bookingReference: '214', note: 'two\nlines' },
    ])
    const [heads, ...lines] = await exported('en')
    expect(heads?.split(',').slice(0, 6)).toEqual([
      'Start',
      'End',
      'Connector',
      'EVSE ID',
      'Station',
      'Energy (kWh)',
    ])
    expect(lines).toEqual([
      '2026-11-01T11:00:00+01:00,2026-11-01T12:30:00+01:00,7,AT*HTB*E1*1,"Garage ""Nord""; Ebene 2",12.345,1000,13345,5.00,1.00,6.00,EUR,Standard,214,"two\nlines",a,ended,Hotel Mozart,20,RFID,not told,',
      'Total of ended sessions (computed by the terminal),,,,,12.345,,,5.00,1.00,6.00,EUR,,,,,,,,,,',
    ])
  })

  it('has decimal commas and semicolons in German', async () => {
    const { exported } = setUp(platformWith([log('a')]).platform)
    const [heads, line] = await exported('de')
    expect(heads).toContain('Beginn;Ende;Ladeplatz;EVSE-ID;Station;Energie (kWh)')
    expect(line).toContain(';"Garage ""Nord""; Ebene 2";12,345;1000;13345;5,00;1,00;6,00;EUR;')
  })

  it('begins no formula, but leaves negative amounts what they are', async () => {
    const refund = log('a', {
      rateName: '=HYPERLINK("http://evil")',
      cost: { currency: 'EUR', total: null, grossAmount: -3.5, costItems: null },
    })
    const notes = [{ sessionId: 'a', bookingReference: '-2+3', note: '@SUM(A1)' }]
    const [, line] = await setUp(platformWith([refund]).platform, notes).exported('en')
    expect(line).toContain(`,-3.50,EUR,"'=HYPERLINK(""http://evil"")",'-2+3,'@SUM(A1)`)
  })

  it('leaves empty what the platform does not tell', async () => {
    const bare = log('a', {
      ...{ dateEnd: null, energyConsumption: null, meterStart: null, meterEnd: null },
      ...{ rateName: null, cost: null, authType: null },
    })
    const [, line] = await setUp(platformWith([bare]).platform).exported('en')
    expect(line).toBe(
      '2026-11-01T11:00:00+01:00,,7,AT*HTB*E1*1,"Garage ""Nord""; Ebene 2",,,,,,,,,,,a,ended,Hotel Mozart,,,not told,',
    )
  })

  it('has all its columns, in an order that stays', async () => {
    const heads = await setUp(platformWith([]).platform).exported('en')
    expect(heads).toEqual([
      'Start,End,Connector,EVSE ID,Station,Energy (kWh),Meter at start (as delivered),' +
        'Meter at end (as delivered),Net (sum of lines),Tax (sum of lines),Gross,Currency,Rate,' +
        'Booking reference,Note,Session ID,Status,Site,Tax rate (%),Authorised by,Started by,Invoice',
    ])
  })

  it('ends in its sums, a row for each currency', async () => {
    const francs = { currency: 'CHF', total: null, grossAmount: 0.1, costItems: null }
    const logs = [log('a'), log('b'), log('c', { cost: francs }), log('d', { cost: francs })]
    const lines = await setUp(platformWith(logs).platform).exported('de')
    expect(lines.slice(5)).toEqual([
      'Summe der beendeten Ladevorgänge (vom Terminal berechnet);;;;;24,690;;;;;0,20;CHF;;;;;;;;;;',
      'Summe der beendeten Ladevorgänge (vom Terminal berechnet);;;;;24,690;;;10,00;2,00;12,00;EUR;;;;;;;;;;',
    ])
  })

  it('leaves a DIN EVSE ID what it is; what only looks like one begins no formula', async () => {
    const at = (id: string, evseId: string) =>
      log(id, { connector: { ...log(id).connector, evseId } })
    const logs = [at('a', '+49*822*000123'), at('b', '+49*822+cmd|1')]
    const [, din, other] = await setUp(platformWith(logs).platform).exported('de')
    expect(din).toContain(';+49*822*000123;')
    expect(other).toContain(";'+49*822+cmd|1;")
  })

  it('has the document of each session', async () => {
    const invoiced = log('a', { accountDocument: { title: 'Invoice 2026-001' } })
    const [, line] = await setUp(platformWith([invoiced]).platform).exported('en')
    expect(line).toMatch(/,Invoice 2026-001$/)
  })

  it('marks what runs, and leaves it out of the sums', async () => {
    const running = log('b', { status: 'started', dateEnd: null })
    const list = setUp(platformWith([log('a'), running]).platform)
    const [, , line, total] = await list.exported('en')
    expect(line).toContain(',b,"running, not final",')
    expect(total).toContain(',12.345,,,5.00,1.00,6.00,EUR,')
    const runningAlone = setUp(platformWith([running]).platform)
    expect(await runningAlone.exported('en')).toHaveLength(2)
  })

  it('says who began a session where this terminal knows it', async () => {
    const starters = new Map<string, Starter>([
      ['a', { startedBy: 'desk', person: 'Anna' }],
      ['b', { startedBy: 'desk', person: null }],
      ['c', { startedBy: 'guest', person: null }],
    ])
    const logs = ['a', 'b', 'c', 'd'].map((id) => log(id))
    const last = async (language: string): Promise<(string | undefined)[]> => {
      const lines = await setUp(platformWith(logs).platform, [], starters).exported(language)
      return lines.slice(0, 5).map((line) => line.split(/[,;]/).at(-2))
    }
    expect(await last('en')).toEqual([
      'Started by',
      'Front desk: Anna',
      'Front desk',
      'Guest',
      'not told',
    ])
    expect(await last('de')).toContain('Rezeption: Anna')
  })

  it('has the chosen sessions alone, and asks for no more once they are found', async () => {
    const { platform, asked } = platformWith(many(250))
    const lines = await setUp(platform).exported('en', {}, ['log-3', 'log-120'])
    expect(lines).toHaveLength(4)
    expect(asked.map(({ pagination }) => pagination.offset)).toEqual([0, 100])
  })

  it('has its headings even when no session fits', async () => {
    const lines = await setUp(platformWith([]).platform).exported('en')
    expect(lines).toEqual([expect.stringMatching(/^Start,/)])
  })

  it('is written page by page, and tells how far it is', async () => {
    const { platform, asked } = platformWith(many(250))
    const { exported, told } = setUp(platform)
    expect(await exported()).toHaveLength(252)
    expect(asked.map(({ pagination }) => pagination.offset)).toEqual([0, 100, 200])
    expect(told.map(({ read, total }) => [read, total])).toEqual([
      [0, null],
      [100, 250],
      [200, 250],
      [250, 250],
      [250, 250],
    ])
  })

  it('asks the platform for status and time frame, and looks for the text itself', async () => {
    const { platform, asked } = platformWith(many(150))
    const notes = [{ sessionId: 'log-120', bookingReference: 'Room 214', note: null }]
    const { exported, told } = setUp(platform, notes)
    const filter = { status: 'ended', fromMs: 0, untilMs: DAY_MS, text: 'room 214' } as const
    expect(await exported('en', filter)).toHaveLength(3)
    expect(asked[0]).toMatchObject({
      filters: { status: 'stopped' },
      timeframe: { start: '1970-01-01T00:00:00.000Z', end: '1970-01-02T00:00:00.000Z' },
    })
    expect(told.at(-1)).toMatchObject({ read: 150, rows: 1 })
  })

  it('has a session once that a new one moved to the next page', async () => {
    const logs = many(150)
    const { platform } = platformWith(logs, ({ pagination }) => {
      if (pagination.offset === 100) logs.unshift(log('new'))
    })
    expect(await setUp(platform).exported()).toHaveLength(152)
  })

  it('ends where the platform begins to repeat itself, and says that it may be incomplete', async () => {
    const repeated = Object.assign(many(100), { slice: () => many(100) })
    const { exported, told } = setUp(platformWith(repeated).platform)
    expect(await exported()).toHaveLength(102)
    expect(told.at(-1)).toMatchObject({ state: 'done', read: 100, mayLack: true })
  })

  it('says that it may be incomplete where the platform counts more than it delivers', async () => {
    const logs = many(150)
    const { platform } = platformWith(logs, ({ pagination }) => {
      if (pagination.offset === 100) logs.unshift(log('new'))
    })
    const { exported, told } = setUp(platform)
    await exported()
    expect(told.at(-1)).toMatchObject({ read: 150, total: 151, mayLack: true })
  })

  it('is told to be whole where it is, entries that are missing and counted included', async () => {
    const { exported, told } = setUp(platformWith([...many(149), null]).platform)
    await exported()
    expect(told.at(-1)).toMatchObject({ read: 149, missing: 1, mayLack: false })
  })

  it('says how many sessions the platform could not deliver', async () => {
    const { exported, told } = setUp(platformWith([log('a'), null, log('b')]).platform)
    expect(await exported()).toHaveLength(4)
    expect(told.at(-1)).toMatchObject({ state: 'done', missing: 1 })
  })
})

describe('a list that does not become a file', () => {
  it('tells why, and leaves nothing, when a page fails for good', async () => {
    const { platform } = platformWith(many(250), ({ pagination }) => {
      if (pagination.offset === 100) throw platformError('unavailable', 'down', 'unknown')
    })
    const { exports, over, files } = setUp(platform)
    exports.start({ filter: ALL, language: 'en' })
    expect(await over()).toMatchObject({
      state: 'failed',
      failure: { code: 'unavailable' },
      file: null,
    })
    expect(files()).toEqual([])
  })

  it('is no shorter list: an empty answer in the middle counts as a failure', async () => {
    const { platform } = platformWith(many(250))
    const hollow = {
      execute: async (...asked: Parameters<Platform['execute']>) => {
        const answer = await platform.execute(...asked)
        const { pagination } = asked[1] as unknown as Asked
        return pagination.offset === 100 ? { ...answer, data: { chargelogsPaged: null } } : answer
      },
    } as Platform
    const { exports, over, files } = setUp(hollow)
    exports.start({ filter: ALL, language: 'en' })
    expect(await over()).toMatchObject({ failure: { code: 'unexpected-answer' } })
    expect(files()).toEqual([])
  })

  it('is cancelled in the middle, leaves nothing, and the next one begins anew', async () => {
    const reached = Promise.withResolvers<undefined>()
    const held = Promise.withResolvers<undefined>()
    let isHeld = true
    const { platform } = platformWith(many(250), ({ pagination }) => {
      if (pagination.offset !== 100 || !isHeld) return undefined
      reached.resolve(undefined)
      return held.promise
    })
    const { exports, over, exported, files } = setUp(platform)
    const { exportId } = exports.start({ filter: ALL, language: 'en' })
    await reached.promise
    expect(() => exports.start({ filter: ALL, language: 'en' })).toThrow('under way')
    exports.cancel(exportId)
    isHeld = false
    held.resolve(undefined)
    expect(await over()).toMatchObject({ state: 'cancelled', file: null, failure: null })
    await vi.waitFor(() => {
      expect(files()).toEqual([])
    })
    expect(await exported()).toHaveLength(252)
  })

  it('names the disk where the file cannot be written', async () => {
    const { exports, over, folder } = setUp(platformWith(many(3)).platform)
    writeFileSync(folder, 'in the way')
    exports.start({ filter: ALL, language: 'en' })
    expect(await over()).toMatchObject({ state: 'failed', failure: { code: 'storage' } })
  })
})

describe('files of lists', () => {
  it('are kept for the operator’s time, and no other file is touched', async () => {
    const { exports, exported, files, folder, clock } = setUp(platformWith(many(3)).platform)
    await exported()
    mkdirSync(folder, { recursive: true })
    for (const name of ['mine.csv', 'sessions-2020-01-01T00-00-00.csv.part']) {
      writeFileSync(path.join(folder, name), '')
    }
    await clock.advance(29 * DAY_MS)
    exports.purge()
    expect(files().toSorted()).toEqual(['mine.csv', 'sessions-2026-11-23T10-00-00.csv'])
    await clock.advance(2 * DAY_MS)
    exports.purge()
    expect(files()).toEqual(['mine.csv'])
  })
})
