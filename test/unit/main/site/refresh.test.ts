import { describe, expect, it } from 'vitest'
import { platformError } from '#main/platform/failures.ts'
import type { Platform } from '#main/platform/platform.ts'
import { readMeters, readSite, type RefreshOptions } from '#main/site/refresh.ts'

type Variables = Record<string, unknown>

/** A platform that answers each request with what `answer` returns or throws. */
function platformOf(answer: (text: string, variables: Variables) => unknown) {
  const sent: Variables[] = []
  const execute = (operation: { toString(): string }, variables: Variables): Promise<unknown> => {
    sent.push(variables)
    return Promise.resolve().then(() => {
      const data = answer(operation.toString(), variables)
      return { data, errors: [], askedAtMs: 3, atMs: 5, bytes: 0 }
    })
  }
  return { platform: { execute } as unknown as Platform, sent }
}

const options: RefreshOptions = {
  timeoutMs: 1_000,
  signal: new AbortController().signal,
  running: true,
  lastRunning: [],
}
const nobody = { attemptIds: [], chargelogIds: [] }

const log = (id: string) => ({
  id,
  sessionId: `session-${id}`,
  status: 'started',
  dateStart: '2026-11-23T09:00:00.000Z',
  dateEnd: null,
  energyConsumption: 1.5,
  co2Saving: 0.72,
  rateName: null,
  connector: { id: 'c1' },
  cost: { currency: 'EUR', total: 2, grossAmount: null },
})
const meter = {
  currentPower: 11_000,
  sumEnergy: 2,
  currentStateOfCharge: null,
  initialStateOfCharge: null,
  updatedAt: null,
}
const status = { connectorId: 'c1', ocpp: 'Available', calculated: null, simple: null }
const whole = { ocpp: 'Faulted', simple: null }
const site = {
  id: 'site',
  cps: [null, { id: 'p', status: whole, connectors: [null, { id: 'c1', status }] }],
}
const page = (ids: string[], totalCount: number) => ({
  data: ids.map(log),
  pagination: { limit: null, offset: null, totalCount, isLastPage: null },
})

describe('one refresh', () => {
  it('reads statuses and running sessions in one request', async () => {
    const { platform, sent } = platformOf(() => ({ site, running: page(['l1'], 1) }))
    const reading = await readSite(platform, 'site', nobody, options)
    expect(reading).toEqual({
      askedAtMs: 3,
      atMs: 5,
      connectors: [{ id: 'c1', ocpp: 'Available', calculated: null, simple: null, station: whole }],
      running: [
        {
          id: 'l1',
          sessionId: 'session-l1',
          authId: null,
          status: 'started',
          connectorId: 'c1',
          startedAtMs: Date.parse('2026-11-23T09:00:00Z'),
          endedAtMs: null,
          energyKWh: 1.5,
          co2SavingKg: 0.72,
          rateName: null,
          cost: { amount: 2, currency: 'EUR' },
        },
      ],
      attempts: [],
      chargelogs: [],
    })
    expect(sent).toHaveLength(1)
  })

  it('follows the pages of the running sessions where the platform caps them', async () => {
    const { platform, sent } = platformOf((text) => {
      if (text.includes('site(')) return { site, running: page(['l1', 'l2'], 3) }
      return { chargelogsPaged: page(['l3'], 3) }
    })
    const { running } = await readSite(platform, 'site', nobody, options)
    expect(running.map(({ id }) => id)).toEqual(['l1', 'l2', 'l3'])
    expect(sent[1]).toMatchObject({ pagination: { offset: 2 } })
  })

  it('has each running session once, and does not ask on for pages that tell nothing new', async () => {
    const { platform, sent } = platformOf((text) => {
      if (text.includes('site(')) return { site, running: page(['l1', 'l2'], 400) }
      return { chargelogsPaged: page(['l2', 'l1'], 400) }
    })
    const { running } = await readSite(platform, 'site', nobody, options)
    expect(running.map(({ id }) => id)).toEqual(['l1', 'l2'])
    expect(sent).toHaveLength(2)
  })

  it('says that the running sessions may not be all where the platform counts more', async () => {
    let told = 0
    const onLack = () => (told += 1)
    const cut = { ...page(['l1'], 2), pagination: { ...page([], 2).pagination, isLastPage: true } }
    const lying = platformOf(() => ({ site, running: cut })).platform
    await readSite(lying, 'site', nobody, { ...options, onLack })
    expect(told).toBe(1)
    const honest = platformOf(() => ({ site, running: page(['l1'], 1) })).platform
    await readSite(honest, 'site', nobody, { ...options, onLack })
    expect(told).toBe(1)
  })

  it('keeps the sessions that were known when the platform fails on them alone', async () => {
    const { platform } = platformOf(() => ({ site, running: null }))
    const known = await readSite(
      platformOf(() => ({ site, running: page(['l1'], 1) })).platform,
      'site',
      nobody,
      options,
    )
    const reading = await readSite(platform, 'site', nobody, {
      ...options,
      lastRunning: known.running,
    })
    expect(reading.running).toEqual(known.running)
  })

  it('asks again without attempts when one that the platform denies spoils the answer', async () => {
    const { platform, sent } = platformOf((text) => {
      if (text.includes('a0:')) throw platformError('not-found', 'no such attempt', 'refused')
      return { site, running: page([], 0) }
    })
    const plan = { attemptIds: ['gone'], chargelogIds: [] }
    const reading = await readSite(platform, 'site', plan, options)
    expect(reading.attempts).toEqual([])
    expect(reading.connectors).toHaveLength(1)
    expect(sent).toHaveLength(2)
  })

  it('tells the times of the platform as this clock has them', async () => {
    const { platform } = platformOf((text) =>
      text.includes('m0:')
        ? { m0: { ...meter, energyUpdatedAt: '2026-11-23T09:10:00.000Z' } }
        : { site, running: page(['l1'], 1), c0: { ...log('l2'), dateEnd: '2026-11-23T09:30:00Z' } },
    )
    const limits = { ...options, skewMs: () => -3_600_000 }
    const plan = { attemptIds: [], chargelogIds: ['l2'] }
    const { running, chargelogs } = await readSite(platform, 'site', plan, limits)
    expect(running[0]?.startedAtMs).toBe(Date.parse('2026-11-23T10:00:00Z'))
    expect(chargelogs[0]?.endedAtMs).toBe(Date.parse('2026-11-23T10:30:00Z'))
    const { readings } = await readMeters(platform, ['l1'], limits)
    expect(readings[0]?.measuredAtMs).toBe(Date.parse('2026-11-23T10:10:00Z'))
  })

  it('takes the record of another session for none, and says so', async () => {
    const warned: object[] = []
    const quiet = () => undefined
    const { platform } = platformOf(() => ({ site, running: page([], 0), c0: log('other') }))
    const reading = await readSite(
      platform,
      'site',
      { attemptIds: [], chargelogIds: ['l1'] },
      { ...options, log: { info: quiet, error: quiet, warn: (facts) => warned.push(facts) } },
    )
    expect(reading.chargelogs).toEqual([])
    expect(warned).toEqual([{ asked: 'l1', told: 'other' }])
  })

  it('fails when the site itself is not there', async () => {
    const { platform } = platformOf(() => ({ site: null, running: page([], 0) }))
    await expect(readSite(platform, 'site', nobody, options)).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
  })
})
