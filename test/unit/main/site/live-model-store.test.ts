import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import type { LiveUpdate } from '#contract/live.ts'
import type { StaticStation } from '#contract/site.ts'
import { createSnapshotFile } from '#main/site/snapshot-file.ts'
import { createLiveModelStore } from '#main/site/live-model-store.ts'
import type { StaticConnector, StaticSite } from '#main/site/static.ts'
import { createQuietLog } from '../support/quiet-log.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'snapshot-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const connector = (id: string): StaticConnector => ({
  id,
  stationId: 'station',
  stationLabel: null,
  number: id,
  evseId: null,
  plug: 'type2',
  plugLabel: null,
  current: 'AC',
  maxPowerKW: 22,
  freeOfCharge: false,
  remoteCommands: true,
  maintenance: [],
})
const site: StaticSite = {
  site: { id: 'site', label: 'Site', company: null },
  connectors: [connector('a'), connector('b')],
}
const live = { state: 'live', sinceMs: 0, lastGoodAtMs: null, error: null } as const
const lost = { state: 'lost', sinceMs: 0, lastGoodAtMs: 0, error: 'offline' } as const
const says = (id: string, ocpp: string) => ({ id, ocpp, calculated: null, simple: null })

const facts: StaticStation = {
  openingText: null,
  opening: null,
  charging: null,
  position: null,
  roaming: false,
  recommended: false,
}
const openOn = (days: NonNullable<StaticStation['opening']>['days']): StaticStation => ({
  ...facts,
  opening: { days, openings: [], closings: [] },
})

function openStore(owner = 'me', skewMs = 0, timeZone = 'UTC') {
  const clock = createClock({ startMs: 1_000, speed: 0 })
  const file = createSnapshotFile(path.join(folder, 'snapshot.json'), owner, createQuietLog())
  const updates: LiveUpdate[] = []
  const liveModel = createLiveModelStore({
    clock,
    file,
    kept: file.load(),
    skewMs: () => skewMs,
    timeZone,
    onUpdate: (update) => updates.push(update),
  })
  const none = { running: [], attempts: [], chargelogs: [] }
  const readAskedAt = (askedAtMs: number, ...connectors: ReturnType<typeof says>[]): void => {
    liveModel.takeReading({ askedAtMs, atMs: clock.now(), connectors, ...none })
  }
  const read = (...connectors: ReturnType<typeof says>[]): void => {
    readAskedAt(clock.now(), ...connectors)
  }
  const states = (): string[] =>
    liveModel.current().connectors.map(({ state, freshness }) => `${state} ${freshness}`)
  return { clock, liveModel, updates, read, readAskedAt, states }
}

describe('the live model', () => {
  it('knows nothing of a connector before its first reading', () => {
    const { liveModel, states } = openStore()
    liveModel.takeStatic(site)
    liveModel.takeLink(live)
    expect(states()).toEqual(['unknown unknown', 'unknown unknown'])
  })

  it('is live with a reading, and late with its time when the link is lost', async () => {
    const { clock, liveModel, read, states } = openStore()
    liveModel.takeStatic(site)
    read(says('a', 'Available'), says('b', 'Charging'))
    liveModel.takeLink(live)
    expect(states()).toEqual(['free live', 'in-use live'])
    expect(liveModel.current().connectors[0]?.asOfMs).toBeNull()
    await clock.advance(10_000)
    liveModel.takeLink(lost)
    expect(states()).toEqual(['free late', 'in-use late'])
    expect(liveModel.current().connectors[0]).toMatchObject({ asOfMs: 1_000, startBlock: 'late' })
  })

  it('keeps a maintenance window by the clock of the platform that tells it', () => {
    const hour = { startsAtMs: 3_600_000, endsAtMs: 7_200_000, comment: null }
    const blockAt = (skewMs: number) => {
      const { liveModel, read } = openStore('me', skewMs)
      const serviced = { ...connector('a'), maintenance: [hour] }
      liveModel.takeStatic({ ...site, connectors: [serviced] })
      liveModel.takeLink(live)
      read(says('a', 'Available'))
      return liveModel.current().connectors[0]?.startBlock
    }
    expect(blockAt(0)).toBeNull()
    expect(blockAt(3_600_000)).toBe('maintenance')
  })

  it('calls late what the last refresh did not bring', async () => {
    const { clock, liveModel, read, states } = openStore()
    liveModel.takeStatic(site)
    liveModel.takeLink(live)
    read(says('a', 'Available'), says('b', 'Available'))
    await clock.advance(5_000)
    read(says('a', 'Available'))
    expect(states()).toEqual(['free live', 'free late'])
  })

  it('calls nothing live that is older than any refresh may be, whatever the link says', async () => {
    const { clock, liveModel, read, states } = openStore()
    liveModel.takeStatic(site)
    liveModel.takeLink(live)
    read(says('a', 'Available'), says('b', 'Available'))
    await clock.advance(3_600_000)
    expect(states()).toEqual(['free late', 'free late'])
  })

  it('counts what was long on its way from when it was asked for', async () => {
    const { clock, liveModel, readAskedAt, states } = openStore()
    liveModel.takeStatic(site)
    liveModel.takeLink(live)
    await clock.advance(10_000)
    readAskedAt(1_000, says('a', 'Available'), says('b', 'Available'))
    await clock.advance(35_000)
    expect(states()).toEqual(['free live', 'free live'])
    await clock.advance(1)
    expect(states()).toEqual(['free late', 'free late'])
    expect(liveModel.current().connectors[0]).toMatchObject({ asOfMs: 1_000 })
  })

  it('tells several changes as one, and an unchanged reading not at all', async () => {
    const { clock, liveModel, updates, read } = openStore()
    liveModel.takeStatic(site)
    read(says('a', 'Available'), says('b', 'Available'))
    liveModel.takeLink(live)
    await clock.advance(0)
    expect(updates).toHaveLength(1)
    expect(updates[0]).toMatchObject({ revision: 1, order: ['a', 'b'], link: live })
    await clock.advance(5_000)
    read(says('a', 'Available'), says('b', 'Available'))
    await clock.advance(0)
    expect(updates).toHaveLength(1)
    read(says('a', 'Charging'), says('b', 'Available'))
    await clock.advance(0)
    expect(updates[1]).toMatchObject({ revision: 2, connectors: [{ id: 'a', state: 'in-use' }] })
    expect(updates[1]?.connectors).toHaveLength(1)
    expect(liveModel.current().revision).toBe(2)
  })

  it('survives a restart, late, for its owner alone', () => {
    const before = openStore()
    before.liveModel.takeStatic(site)
    before.liveModel.takeLink(live)
    before.read(says('a', 'Available'), says('b', 'Charging'))
    before.liveModel.save()
    const after = openStore()
    expect(after.states()).toEqual(['free late', 'in-use late'])
    expect(after.liveModel.current().link).toMatchObject({
      state: 'connecting',
      lastGoodAtMs: 1_000,
    })
    expect(openStore('somebody else').states()).toEqual([])
  })

  it.each(['', 'broken', '{}', '{"owner":"me"}'])('begins empty with a file like %j', (text) => {
    writeFileSync(path.join(folder, 'snapshot.json'), text)
    expect(openStore().states()).toEqual([])
  })
})

describe('what stands with a connector', () => {
  it('is the station where the board has its number twice', () => {
    const { liveModel } = openStore()
    const at = (id: string, number: string, stationLabel: string): StaticConnector => ({
      ...connector(id),
      number,
      stationLabel,
    })
    const connectors = [at('a', '1', 'North'), at('b', '2', 'North'), at('c', '1', 'South')]
    liveModel.takeStatic({ ...site, connectors })
    const told = liveModel.current().connectors.map(({ distinction }) => distinction)
    expect(told).toEqual(['North', undefined, 'South'])
  })

  it('are that it is reached by roaming, and put first where others are not', () => {
    const { liveModel } = openStore()
    const at = (id: string, change: Partial<StaticStation>): StaticConnector => ({
      ...connector(id),
      station: { ...facts, ...change },
    })
    const told = (...connectors: StaticConnector[]) => {
      liveModel.takeStatic({ ...site, connectors })
      return liveModel
        .current()
        .connectors.map(({ roaming, recommended }) => [roaming, recommended])
    }
    expect(told(at('a', { recommended: true }), at('b', { roaming: true }))).toEqual([
      [undefined, true],
      [true, undefined],
    ])
    expect(told(at('a', { recommended: true }))).toEqual([[undefined, undefined]])
  })

  it('are its hours while it is closed, and when it closes soon, as time goes on', async () => {
    const { clock, liveModel } = openStore()
    const HOUR_MS = 3_600_000
    const days = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
      weekday,
      ranges: [{ from: 360, to: 1320 }],
    }))
    liveModel.takeStatic({ ...site, connectors: [{ ...connector('a'), station: openOn(days) }] })
    const told = () => liveModel.current().connectors[0]?.hours
    expect(told()).toEqual({ kind: 'closed', opensAtMs: 6 * HOUR_MS })
    await clock.advance(6 * HOUR_MS)
    expect(told()).toBeUndefined()
    await clock.advance(14.5 * HOUR_MS)
    expect(told()).toEqual({ kind: 'closing', closesAtMs: 22 * HOUR_MS })
    await clock.advance(2 * HOUR_MS)
    expect(told()).toEqual({ kind: 'closed', opensAtMs: 30 * HOUR_MS })
  })

  it('are the hours of the site’s own zone', () => {
    const days = [{ weekday: 4, ranges: [{ from: 360, to: 1320 }] }]
    const inZone = (timeZone: string) => {
      const { liveModel } = openStore('me', 0, timeZone)
      liveModel.takeStatic({ ...site, connectors: [{ ...connector('a'), station: openOn(days) }] })
      return liveModel.current().connectors[0]?.hours
    }
    expect(inZone('UTC')).toEqual({ kind: 'closed', opensAtMs: 6 * 3_600_000 })
    expect(inZone('Asia/Tokyo')).toBeUndefined()
  })
})
