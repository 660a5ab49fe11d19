import { expect, test } from 'vitest'
import { createNetwork } from '#simulator/state/network.ts'
import { OCPP_STATUSES } from '#simulator/state/model.ts'
import type { DemoSite } from '#simulator/state/model.ts'
import { PLUGS } from '#simulator/state/plugs.ts'

const network = createNetwork(1, 1_795_424_400_000, 'campus')
const connectorsOf = (key: DemoSite) =>
  network.connectors.filter(({ station }) => station.site.key === key)

test.each([
  ['hotel', 6],
  ['depot', 48],
  ['garage', 200],
  ['campus', 1000],
] as const)('the %s has %i connectors', (key, count) => {
  expect(connectorsOf(key)).toHaveLength(count)
})

test('every kind of plug is somewhere', () => {
  const used = new Set(network.connectors.map(({ plug }) => plug.plugType))
  expect(used).toEqual(new Set(Object.values(PLUGS).map(({ plugType }) => plugType)))
})

test.each(['depot', 'garage', 'campus'] as const)(
  'the %s shows every state of a connector',
  (key) => {
    const planned = new Set(connectorsOf(key).map((connector) => network.plan(connector).status))
    expect(planned).toEqual(new Set(OCPP_STATUSES))
  },
)

test.each(['hotel', 'depot', 'garage', 'campus'] as const)(
  'sorting the %s as text would be wrong',
  (key) => {
    const orders = connectorsOf(key).map(({ sortOrder }) => sortOrder)
    expect(orders).toEqual([...orders].sort((a, b) => Number(a) - Number(b)))
    expect(orders).not.toEqual([...orders].sort())
  },
)

test('there are the awkward cases: no number, free of charge, no remote commands, maintenance', () => {
  const { connectors, stations } = network
  expect(connectors.some(({ number }) => number === null)).toBe(true)
  expect(connectors.some(({ freeOfCharge }) => freeOfCharge)).toBe(true)
  expect(connectors.some(({ maintenance }) => maintenance.length > 0)).toBe(true)
  expect(stations.some(({ hasRemoteCommands }) => !hasRemoteCommands)).toBe(true)
})

test('ids are unique and depend on the seed alone', () => {
  const ids = [...network.sites, ...network.stations, ...network.connectors].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(createNetwork(1, 0, 'campus').connectors.map(({ id }) => id)).toEqual(
    network.connectors.map(({ id }) => id),
  )
  expect(createNetwork(2, 0).siteIds).not.toEqual(network.siteIds)
})

test('the campus is there only for those who start at it, and changes nothing else', () => {
  const without = createNetwork(1, 0)
  expect(without.siteIds.campus).toBe('')
  expect(without.connectors).toHaveLength(254)
  expect(network.connectors.slice(0, 254).map(({ id }) => id)).toEqual(
    without.connectors.map(({ id }) => id),
  )
})
