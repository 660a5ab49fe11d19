import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import type { Platform } from '#main/platform/platform.ts'
import type { SiteSelection } from '#main/site/selection.ts'
import { createStaticReader } from '#main/site/static-reader.ts'
import type { StaticConnector, StaticReading } from '#main/site/static.ts'
import { aliasAt } from '#platform/aliases.ts'

const MINUTE_MS = 60_000
const limits = { timeoutMs: 1_000, signal: new AbortController().signal }

const known = (id: string, stationId: string): StaticConnector => ({
  ...{ id, stationId, stationLabel: null, number: `known ${id}`, evseId: null, plug: 'other' },
  ...{ plugLabel: null, current: null, maxPowerKW: null, freeOfCharge: false },
  ...{ remoteCommands: null, maintenance: [] },
})
const connector = (id: string) => ({ id, physicalReference: `told ${id}`, maintenanceWindows: [] })
const station = (id: string, connectors: unknown) => ({ id, label: null, images: null, connectors })

/** A reader at a platform whose stations are `world.cps`. */
function createRig(kept: StaticConnector[] | null, choice: SiteSelection = 'site') {
  const clock = createClock({ startMs: 0, speed: 0 })
  const world = { cps: [] as (object | null)[] | null, isDown: false, asked: 0 }
  const platform = {
    async execute() {
      await Promise.resolve()
      world.asked += 1
      if (world.isDown) throw new Error('no answer')
      const site = { label: null, company: null, cps: world.cps }
      const stations = world.cps?.map((each, index) => [aliasAt('s', index), each] as const)
      return { data: { site, ...Object.fromEntries(stations ?? []) }, errors: [] }
    },
  } as unknown as Platform
  const told: StaticReading[] = []
  const reader = createStaticReader({
    ...{ platform, clock, choice },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    kept: kept && {
      site: { id: String(choice), label: 'The Inn', company: null },
      connectors: kept,
    },
    onStatic: (site) => told.push(site),
  })
  const ready = async (): Promise<void> => {
    await reader.ready(choice, limits)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const numbers = (): string[] => told.at(-1)?.connectors.map(({ number }) => number) ?? []
  return { clock, world, told, reader, ready, numbers }
}

describe('the site from before this launch', () => {
  const kept = [known('a', 's1'), known('b', 's1'), known('c', 's2')]

  it.each([
    ['no list of stations', null],
    ['no word of a station', [station('s1', [connector('a'), connector('b')]), null]],
    [
      'no connectors of a station',
      [station('s1', [connector('a'), connector('b')]), station('s2', null)],
    ],
    [
      'no word of a connector',
      [station('s1', [null, connector('b')]), station('s2', [connector('c')])],
    ],
  ])('stays where the first answer has %s', async (_gap, cps) => {
    const { world, ready, told, numbers } = createRig(kept)
    world.cps = cps
    await ready()
    expect(told.at(-1)?.connectors.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(told.at(-1)?.site.label).toBe('The Inn')
    const isTold = (id: string): boolean => JSON.stringify(cps).includes(`told ${id}`)
    expect(numbers()).toEqual(['a', 'b', 'c'].map((id) => `${isTold(id) ? 'told' : 'known'} ${id}`))
  })

  it.each([
    ['no word of a station', [station('s1', [connector('a')]), null]],
    ['no connectors of a station', [station('s1', [connector('a')]), station('s2', null)]],
  ])('stays where the first answer of a choice of stations has %s', async (_gap, cps) => {
    const { world, ready, numbers } = createRig([known('a', 's1'), known('c', 's2')], ['s1', 's2'])
    world.cps = cps
    await ready()
    expect(numbers()).toEqual(['told a', 'known c'])
  })

  it('is no answer where the platform tells of no station of a choice', async () => {
    const { world, ready, told } = createRig(kept, ['s1', 's2'])
    world.cps = [null, null]
    await expect(ready()).rejects.toThrow('none of the stations is known')
    expect(told).toEqual([])
  })

  it('loses what a station that is told whole has no more, whatever else is missing', async () => {
    const { world, ready, numbers } = createRig(kept)
    world.cps = [station('s1', [connector('b')]), null]
    await ready()
    expect(numbers()).toEqual(['told b', 'known c'])
  })

  it('gives way to a whole answer', async () => {
    const { world, ready, numbers } = createRig(kept)
    world.cps = [station('s1', [connector('b')])]
    await ready()
    expect(numbers()).toEqual(['told b'])
  })

  it('is asked for all the same, and is no answer where the platform has none', async () => {
    const { world, reader, told } = createRig(kept)
    world.isDown = true
    await expect(reader.ready('site', limits)).rejects.toThrow('no answer')
    expect(told).toEqual([])
  })
})

it('asks with each refresh until there is a connector to show', async () => {
  const { world, ready, numbers } = createRig(null)
  world.cps = null
  await ready()
  expect(numbers()).toEqual([])
  world.cps = [station('s1', [connector('a')])]
  await ready()
  await ready()
  expect(numbers()).toEqual(['told a'])
  expect(world.asked).toBe(2)
})

describe('a connector that nobody knows', () => {
  it('has the site asked for again with the next refresh, and then once a minute', async () => {
    const { clock, world, reader, ready } = createRig(null)
    const reading = { askedAtMs: 0, atMs: 0, running: [], attempts: [], chargelogs: [] }
    const strange = {
      ...reading,
      connectors: [{ id: 'x', ocpp: null, calculated: null, simple: null }],
    }
    world.cps = [station('s1', [connector('a')])]
    await ready()
    await clock.advance(2 * MINUTE_MS)
    await ready()
    expect(world.asked).toBe(1)
    reader.compare(strange)
    await ready()
    expect(world.asked).toBe(2)
    for (const ms of [15_000, 15_000, 15_000]) {
      await clock.advance(ms)
      reader.compare(strange)
      await ready()
    }
    expect(world.asked).toBe(2)
    await clock.advance(15_000)
    reader.compare(strange)
    await ready()
    expect(world.asked).toBe(3)
  })
})
