import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SiteOverview } from '#simulator/control.ts'
import { metresBetween } from '#simulator/resolvers/nearby.ts'
import type { TestBench } from './harness.ts'
import { openBench, startBench } from './harness.ts'

interface Place {
  id: string
  label: string
  latitude: number
  longitude: number
}

interface Page<T> {
  data: T[]
  pagination: { totalCount: number; isLastPage: boolean; cursor?: string | null }
}

const PLACE = 'data { id label latitude longitude } pagination { totalCount isLastPage }'
const SITES = `query ($filter: [ConnectorFilter], $ignore: Boolean) {
  sitesPaged(filter: $filter, ignoreMarketingConfiguration: $ignore) {
    data { id label } pagination { totalCount isLastPage } } }`
const SITES_NEAR = `query ($location: LocationFilter) {
  sitesPagedLocationBased(location: $location) { data { id label } pagination { totalCount } } }`
const STATIONS = `query ($filter: [ConnectorFilter], $free: Boolean, $page: PaginationFilter) {
  cpsPaged(filter: $filter, freeOfCharge: $free, pagination: $page) { ${PLACE} } }`
const STATIONS_NEAR = `query ($location: LocationFilter, $ordered: String, $page: PaginationFilter) {
  cpsPagedLocationBased(location: $location, orderedByDistance: $ordered, pagination: $page) {
    ${PLACE} } }`
const BY_CURSOR = `query ($cursor: CursorFilter) { cpsPaged(cursorPagination: $cursor) {
  data { id } pagination { totalCount isLastPage ... on CursorPagination { cursor } } } }`

let bench: TestBench
let sites: SiteOverview[]
beforeAll(async () => {
  bench = await openBench()
  sites = (await bench.simulator.control.overview()).sites
})
afterAll(() => bench.simulator.close())

const siteOf = (key: string): SiteOverview => {
  const site = sites.find((one) => one.key === key)
  if (!site) throw new Error(`There is no ${key}.`)
  return site
}
const stationCount = () => sites.reduce((sum, { stations }) => sum + stations.length, 0)

describe('lists of sites', () => {
  test('name all three, by what is there', async () => {
    const { data } = await bench.ask<Page<Place>>(SITES)
    expect(data.map(({ label }) => label)).toEqual(sites.map(({ label }) => label))
    const filter = [{ slug: 'FILTER_BY_CONNECTOR_TYPE', options: [await plugOption('CEE Red')] }]
    const withCee = await bench.ask<Page<Place>>(SITES, { filter })
    expect(withCee.data.map(({ id }) => id)).toEqual([siteOf('depot').id])
    await bench.expectAsked('sitesPaged')
    await bench.expectAsked('filters')
  })

  test('around a place name the nearest first and none beyond the radius', async () => {
    const location = { latitude: 47.8226, longitude: 13.0402 }
    const near = await bench.ask<Page<Place>>(SITES_NEAR, { location })
    expect(near.data.map(({ id }) => id)).toEqual(
      ['depot', 'garage', 'hotel'].map((key) => siteOf(key).id),
    )
    const nearest = await bench.ask<Page<Place>>(SITES_NEAR, {
      location: { ...location, radius: 1_200 },
    })
    expect(nearest.data.map(({ id }) => id)).toEqual(
      ['depot', 'garage'].map((key) => siteOf(key).id),
    )
    await bench.expectAsked('sitesPagedLocationBased')
  })

  test('leave out what marketing hides, unless asked to ignore it', async () => {
    const { ask, simulator } = await startBench()
    const { garage } = simulator.sites
    await simulator.control.hideSite(garage, true)
    const shown = await ask<Page<Place>>(SITES)
    expect(shown.data.map(({ id }) => id)).not.toContain(garage)
    const all = await ask<Page<Place>>(SITES, { ignore: true })
    expect(all.data.map(({ id }) => id)).toContain(garage)
  })
})

async function plugOption(label: string): Promise<string | undefined> {
  const filters = await bench.ask<{ slug: string; options: { slug: string; label: string }[] }[]>(
    '{ filters { slug options { slug label } } }',
  )
  const plugs = filters.find(({ slug }) => slug === 'FILTER_BY_CONNECTOR_TYPE')
  return plugs?.options.find((option) => option.label === label)?.slug
}

describe('lists of stations', () => {
  test('come in pages by offset', async () => {
    const { data, pagination } = await bench.ask<Page<Place>>(STATIONS, {
      page: { limit: 25, offset: 25 },
    })
    expect(data).toHaveLength(25)
    expect(pagination).toMatchObject({ totalCount: stationCount(), isLastPage: false })
    await bench.expectAsked('cpsPaged')
  })

  test('come in pages by cursor, whose end is a missing cursor', async () => {
    const ids: string[] = []
    let cursor: string | null | undefined
    do {
      const answer = await bench.ask<Page<Place>>(BY_CURSOR, { cursor: { limit: 60, cursor } })
      ids.push(...answer.data.map(({ id }) => id))
      expect(answer.pagination).toMatchObject({ totalCount: null, isLastPage: null })
      cursor = answer.pagination.cursor
    } while (cursor)
    expect(new Set(ids).size).toBe(stationCount())
  })

  test('know what is free of charge', async () => {
    const { data } = await bench.ask<Page<Place>>(STATIONS, { free: true })
    expect(data).toHaveLength(3)
  })

  test('let through who has a connector that every filter fits', async () => {
    const filter = [
      { slug: 'POWER_CLASS', options: ['power_class_high'] },
      { slug: 'CURRENT_TYPE', options: ['current_type_dc'] },
    ]
    const { data } = await bench.ask<Page<Place>>(STATIONS, { filter, page: { limit: 100 } })
    expect(data.map(({ label }) => label)).toContain('HM-E02')
    expect(data.map(({ label }) => label)).not.toContain('HM-E01')
  })

  test('around a place are ordered by their real distance', async () => {
    const location = { latitude: 47.8134, longitude: 13.0455, radius: 600 }
    const page = { limit: 100 }
    const near = await bench.ask<Page<Place>>(STATIONS_NEAR, { location, page, ordered: 'true' })
    const metres = near.data.map((place) => metresBetween(location, place))
    expect(near.data.length).toBeGreaterThan(90)
    expect(new Set(metres).size).toBeGreaterThan(50)
    expect(metres).toEqual(metres.toSorted((a, b) => a - b))
    expect(metres.every((distance) => distance <= location.radius)).toBe(true)
    const plain = await bench.ask<Page<Place>>(STATIONS_NEAR, { location, page, ordered: 'false' })
    expect(plain.data.map(({ id }) => id)).not.toEqual(near.data.map(({ id }) => id))
    expect(plain.data).toHaveLength(near.data.length)
    await bench.expectAsked('cpsPagedLocationBased')
  })
})

describe('one of them', () => {
  test('is told by its id, from the site down to the connector', async () => {
    const [station] = siteOf('hotel').stations
    const [connector] = station?.connectors ?? []
    expect(
      await bench.ask('query ($id: String) { site(id: $id) { label cps { id } } }', {
        id: siteOf('hotel').id,
      }),
    ).toMatchObject({ label: 'Hotel Mozart', cps: [{ id: station?.id }, {}, {}] })
    expect(
      await bench.ask('query ($id: ID!) { cp(id: $id) { label siteId } }', { id: station?.id }),
    ).toEqual({ label: station?.label, siteId: siteOf('hotel').id })
    expect(
      await bench.ask('query ($id: ID!) { connector(id: $id) { evseId cp { id } } }', {
        id: connector?.id,
      }),
    ).toEqual({ evseId: connector?.evseId, cp: { id: station?.id } })
    expect(
      await bench.ask('query ($id: String!) { connectorByEvseId(evseId: $id) { id } }', {
        id: connector?.evseId,
      }),
    ).toEqual({ id: connector?.id })
    await bench.expectAsked('site')
    await bench.expectAsked('cp')
    await bench.expectAsked('connector')
    await bench.expectAsked('connectorByEvseId')
  })

  test('tells whether it takes remote commands', async () => {
    const stations = siteOf('garage').stations
    const ask = (wanted: boolean) =>
      bench.ask('query ($id: String!) { cpCapabilities(id: $id) { hasRemoteCommands } }', {
        id: stations.find(({ hasRemoteCommands }) => hasRemoteCommands === wanted)?.id,
      })
    expect(await ask(true)).toEqual({ hasRemoteCommands: true })
    expect(await ask(false)).toEqual({ hasRemoteCommands: false })
    await bench.expectAsked('cpCapabilities')
  })

  test('tells the packages that are sold at it', async () => {
    const { id } = await bench.connector('1')
    const packages = await bench.ask<{ amount: number; automaticStop: number }[]>(
      'query ($id: String) { ratePackageByConnectorId(id: $id) { amount automaticStop } }',
      { id },
    )
    expect(packages).toEqual([
      { amount: 9, automaticStop: 120 },
      { amount: 19, automaticStop: 720 },
    ])
    await bench.expectAsked('ratePackageByConnectorId')
  })
})

describe('how busy a station is', () => {
  interface Bucket {
    day: string
    hour: number
    occupancyRate: number
  }
  const curve = (cpId: string | undefined, day: string) =>
    bench.ask<Bucket[]>(
      `query ($cpId: String!, $day: OccupancyDays!) {
        cpOccupancyRate(cpId: $cpId, day: $day) { day hour occupancyRate } }`,
      { cpId, day },
    )

  test('is a fraction for each hour of a weekday, or of all seven', async () => {
    const [station] = siteOf('hotel').stations
    const monday = await curve(station?.id, 'MONDAY')
    expect(monday.map(({ hour }) => hour)).toEqual(Array.from({ length: 24 }, (_, hour) => hour))
    expect(monday.every(({ occupancyRate: rate }) => rate >= 0 && rate <= 1)).toBe(true)
    const week = await curve(station?.id, 'ALL')
    expect(week).toHaveLength(7 * 24)
    expect(week.slice(0, 24)).toEqual(monday)
    await bench.expectAsked('cpOccupancyRate')
  })

  test('differs: fast chargers are empty by night and busy at noon', async () => {
    const [slow, fast] = siteOf('hotel').stations
    const rates = async (id: string | undefined) =>
      (await curve(id, 'TUESDAY')).map(({ occupancyRate }) => occupancyRate)
    const [ofSlow, ofFast] = [await rates(slow?.id), await rates(fast?.id)]
    expect(ofFast[3]).toBeLessThan(ofSlow[3] ?? 0)
    expect(ofFast[12]).toBeGreaterThan((ofFast[3] ?? 1) * 5)
  })

  test('is told by the deprecated occupancyRate in the same shape', async () => {
    const [station] = siteOf('hotel').stations
    const connectors = station?.connectors.map(({ id }) => id)
    const told = await bench.ask<Bucket[]>(
      `query ($connectors: [String]!, $day: OccupancyDays!) {
        occupancyRate(connectors: $connectors, day: $day) { day hour occupancyRate } }`,
      { connectors, day: 'ALL' },
    )
    expect(told).toEqual(await curve(station?.id, 'ALL'))
    await bench.expectAsked('occupancyRate')
  })
})

test('settings are texts by key; an unknown key has none', async () => {
  const ask = (key?: string) =>
    bench.ask<{ key: string; value: string }[]>(
      'query ($key: String) { settings(key: $key) { key value } }',
      { key },
    )
  expect(await ask('crm_currency')).toEqual([{ key: 'crm_currency', value: 'EUR' }])
  expect(await ask('no such key')).toEqual([])
  expect((await ask()).length).toBeGreaterThan(5)
  await bench.expectAsked('settings')
})

test('favourites are added and taken away, and show at the station', async () => {
  const { ask, simulator, expectAsked } = await startBench()
  const { sites: places } = await simulator.control.overview()
  const [first, second] = places[0]?.stations ?? []
  const change = (name: string, ids: (string | undefined)[]) =>
    ask(`mutation ($ids: [String]!) { ${name}(ids: $ids) { id isFavoured } }`, { ids })
  const listed = () => ask('{ getFavouriteCps { id isFavoured } }')

  expect(await listed()).toEqual([])
  expect(await change('setFavouriteCps', [first?.id])).toEqual([
    { id: first?.id, isFavoured: true },
  ])
  await change('setFavouriteCps', [second?.id])
  expect(await listed()).toEqual([
    { id: first?.id, isFavoured: true },
    { id: second?.id, isFavoured: true },
  ])
  expect(await change('unsetFavouriteCps', [first?.id])).toEqual([
    { id: first?.id, isFavoured: false },
  ])
  expect(await listed()).toEqual([{ id: second?.id, isFavoured: true }])
  await expectAsked('setFavouriteCps')
  await expectAsked('unsetFavouriteCps')
  await expectAsked('getFavouriteCps')
})
