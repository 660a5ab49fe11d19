import { describe, expect, it } from 'vitest'
import { maintenanceAt } from '#main/site/maintenance.ts'
import type { Platform } from '#main/platform/platform.ts'
import { readStaticStations, staticSiteOf } from '#main/site/static.ts'

type PlatformSite = Parameters<typeof staticSiteOf>[1]
type PlatformStation = NonNullable<NonNullable<PlatformSite['cps']>[number]>
type PlatformConnector = NonNullable<NonNullable<PlatformStation['connectors']>[number]>

let made = 0
const connector = (over: Partial<PlatformConnector> = {}): PlatformConnector => ({
  id: `c${String((made += 1))}`,
  label: null,
  evseId: null,
  physicalReference: null,
  sortOrder: null,
  freeOfCharge: null,
  connectorType: null,
  maintenanceWindows: [],
  ...over,
})

const siteOf = (...stations: (PlatformConnector | null)[][]): PlatformSite => ({
  id: 'site',
  label: null,
  company: null,
  cps: stations.map((connectors, index) => ({
    id: `station ${String(index + 1)}`,
    label: 'label',
    publicName: ' ',
    siteId: null,
    accessType: null,
    latitude: null,
    longitude: null,
    displayAttributes: null,
    capabilities: null,
    images: null,
    information: null,
    connectors,
  })),
})

const numbers = (site: PlatformSite): string[] =>
  staticSiteOf('site', site).connectors.map(({ number }) => number)

describe("a site's connectors", () => {
  it('come station by station, each by the number that its sort order is', () => {
    const at = (sortOrder: string | null, physicalReference: string) =>
      connector({ sortOrder, physicalReference })
    const first = [at('10', 'J'), at('2', 'B'), at(null, 'Z'), at('1', 'A')]
    expect(numbers(siteOf(first, [at('1', '1')]))).toEqual(['A', 'B', 'J', 'Z', '1'])
  })

  it('are called by what is on the sticker, else by their label, else by their place', () => {
    const site = siteOf([
      connector({ physicalReference: 'P7', label: 'Left' }),
      connector({ physicalReference: ' ', label: 'Right' }),
      connector(),
    ])
    expect(numbers(site)).toEqual(['P7', 'Right', '3'])
  })

  it('are told once each, also where two stations name the same', () => {
    const same = [connector({ id: 'k', label: '1' }), connector({ id: 'k', label: '1' })]
    expect(numbers(siteOf(same, same, [connector({ label: '2' })]))).toEqual(['1', '2'])
  })

  it('are called by the number of a label that is a word and a number, unless two are the same', () => {
    const called = (...labels: string[]) =>
      numbers(siteOf(labels.map((label) => connector({ label }))))
    expect(called('Connector 1', 'Connector 2')).toEqual(['1', '2'])
    expect(called('Left 1', 'Right 1')).toEqual(['Left 1', 'Right 1'])
  })

  it('come with their station’s opening and charging hours', () => {
    const site = siteOf([connector()])
    const begin = '06:00:00'
    const regularHours = [{ weekday: 1, operatingHours: { begin, end: '22:00:00' } }]
    const [station] = site.cps ?? []
    if (station) {
      station.information = {
        openingTimes: {
          description: 'Mon–Fri 06:00–22:00',
          exceptionalOpenings: null,
          exceptionalClosings: [null],
          regularHours,
        },
        operatingTimes: null,
      }
    }
    const [{ station: facts } = {}] = staticSiteOf('site', site).connectors
    const ranges = [{ from: 360, to: 1320 }]
    expect(facts).toMatchObject({
      openingText: 'Mon–Fri 06:00–22:00',
      opening: { days: [{ weekday: 1, ranges }], openings: [], closings: [] },
      charging: null,
    })
  })

  it('come with what their station is: where it stands, a partner’s, put first by its operator', () => {
    const site = siteOf([connector()])
    const [station] = site.cps ?? []
    if (!station) throw new Error('no station')
    const factsOf = (over: Partial<PlatformStation>) =>
      staticSiteOf('site', { ...site, cps: [{ ...station, ...over }] }).connectors[0]?.station
    expect(factsOf({})).toMatchObject({ position: null, roaming: false, recommended: false })
    expect(
      factsOf({
        latitude: 47.8,
        longitude: 13,
        accessType: 'EXTERNAL',
        displayAttributes: { mode: 'HIGHLIGHTED' },
      }),
    ).toMatchObject({
      position: { latitude: 47.8, longitude: 13 },
      roaming: true,
      recommended: true,
    })
    expect(factsOf({ latitude: 47.8 })?.position).toBeNull()
  })

  it('come with the addresses of their stations’ pictures, as delivered', () => {
    const site = siteOf([connector()], [connector()])
    const [first] = site.cps ?? []
    if (first) first.images = [{ url: 'https://a.test/1.png' }, null, { url: null }, { url: ' ' }]
    expect([...staticSiteOf('site', site).pictureUrls]).toEqual([
      ['station 1', ['https://a.test/1.png']],
      ['station 2', []],
    ])
  })

  it('live with nulls everywhere the schema allows them', () => {
    const site = { id: null, label: null, company: null, cps: [null] }
    expect(staticSiteOf('given', site)).toEqual({
      site: { id: 'given', label: '', company: null, untold: true },
      connectors: [],
      pictureUrls: new Map(),
    })
    expect(staticSiteOf('given', { ...site, cps: null }).connectors).toEqual([])
    const [one] = staticSiteOf('given', siteOf([null, connector()])).connectors
    expect(one).toMatchObject({
      stationLabel: 'label',
      plug: 'other',
      plugLabel: null,
      current: null,
      maxPowerKW: null,
      freeOfCharge: false,
      remoteCommands: null,
    })
  })
})

describe('stations that are not told', () => {
  const untold = (cps: Parameters<typeof staticSiteOf>[1]['cps']): boolean =>
    staticSiteOf('site', { id: 'site', label: 'Hotel', company: null, cps }).site.untold === true

  it('are something else than none', () => {
    const [station] = siteOf([connector()]).cps ?? []
    expect([untold(null), untold([null]), untold([])]).toEqual([true, true, false])
    if (!station) throw new Error('no station')
    expect(untold([{ ...station, connectors: null }])).toBe(true)
    expect(untold([{ ...station, connectors: [] }])).toBe(false)
    expect(untold([null, station])).toBe(false)
  })
})

describe('stations that were picked', () => {
  const named = (label: string | null, company: string | null = null) => {
    const [station] = siteOf([connector()]).cps ?? []
    if (!station) throw new Error('no station')
    return { ...station, site: label === null ? null : { label, company } }
  }
  const read = async (stations: readonly unknown[]) => {
    const data = Object.fromEntries(
      stations.map((station, index) => [`s${String(index)}`, station]),
    )
    const platform = { execute: () => Promise.resolve({ data, atMs: 0 }) } as unknown as Platform
    const ids = stations.map((_, index) => String(index))
    return readStaticStations(platform, ids, { timeoutMs: 1000 })
  }
  const siteRead = async (stations: readonly unknown[]) => (await read(stations)).site

  it('stand behind those that their operator highlights, else in their order', async () => {
    const plain = named('Mozartplatz')
    const first = { ...named('Mozartplatz'), displayAttributes: { mode: 'HIGHLIGHTED' } }
    const { connectors } = await read([
      { ...plain, id: 'a' },
      { ...plain, id: 'b', connectors: [connector()] },
      { ...first, id: 'c', connectors: [connector()] },
    ])
    expect(connectors.map(({ stationId }) => stationId)).toEqual(['c', 'a', 'b'])
  })

  it('are something else than unknown where their connectors are not told', async () => {
    const untold = { ...named('Mozartplatz'), connectors: null }
    expect(await read([untold])).toMatchObject({ connectors: [], site: { untold: true } })
    await expect(read([null])).rejects.toMatchObject({ failure: { code: 'not-found' } })
  })

  it('bear the name of their site, where one is told', async () => {
    const lobby = named('Mozartplatz', 'Hotel Mozart')
    expect(await siteRead([lobby, lobby])).toMatchObject({
      label: 'Mozartplatz',
      company: 'Hotel Mozart',
    })
    expect(await siteRead([lobby, named(null)])).toMatchObject({ label: 'Mozartplatz' })
  })

  it('bear none where they are of several sites, or none is told', async () => {
    expect((await siteRead([named('Mozartplatz'), named('Depot')])).label).toBe('')
    expect((await siteRead([named(null)])).label).toBe('')
  })
})

describe('maintenance', () => {
  const HOUR_MS = 3_600_000
  const window = (startsAtMs: number | null, endsAtMs: number | null) => ({
    startsAtMs,
    endsAtMs,
    comment: null,
  })

  it.each([
    ['between its dates', window(1, 9), true],
    ['from its end on', window(1, 5), false],
    ['without an end', window(5, null), true],
    ['without a beginning', window(null, 9), true],
    ['without any date', window(null, null), false],
    ['before its beginning', window(6, 9), false],
  ])('holds %s: %j', (_name, given, holds) => {
    expect(maintenanceAt([given], 5).inMaintenance).toBe(holds)
  })

  it('tells the window that holds, else the next one of the coming day', () => {
    const soon = window(2 * HOUR_MS, 3 * HOUR_MS)
    const later = window(20 * HOUR_MS, 21 * HOUR_MS)
    const far = window(48 * HOUR_MS, 49 * HOUR_MS)
    expect(maintenanceAt([far, later, soon], 0).window).toBe(soon)
    expect(maintenanceAt([far], 0).window).toBeNull()
    expect(maintenanceAt([later, soon], 2 * HOUR_MS)).toEqual({ window: soon, inMaintenance: true })
  })
})
