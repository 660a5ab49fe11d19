import { DatabaseSync } from 'node:sqlite'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { failureOfStatus } from '#main/platform/failures.ts'
import { attemptParts, platformFailure, statusNow } from './fake-platform.ts'
import { chargelog, codeOf, createRig, optionOf, settle, START_MS, type Rig } from './rig.ts'

const stepsOnDisk = (rig: Rig): unknown[] => {
  const database = new DatabaseSync(rig.databaseFile, { readOnly: true })
  const rows = database.prepare('SELECT step FROM starts').all()
  database.close()
  return rows.map(({ step }) => step)
}

describe('a start', () => {
  it('is on disk before its request leaves', async () => {
    const rig = createRig()
    let atRequest: unknown[] = []
    rig.platform.on('AttemptRemoteStart', () => {
      atRequest = stepsOnDisk(rig)
      return { attemptRemoteStart: attemptParts() }
    })
    await rig.start()
    expect(atRequest).toEqual(['requested'])
  })

  it('tells the platform the countdown that the guest sees, by the platform’s clock', async () => {
    const rig = createRig()
    rig.skewMs = 90_000
    const start = await rig.start()
    expect(start.validUntilMs).toBe(START_MS + 300_000)
    const sent = rig.platform.calls.find(({ name }) => name === 'AttemptRemoteStart')
    expect(sent?.variables).toEqual({
      input: {
        connectorId: 'c1',
        tagId: 'SECRET-TAG-card-1',
        config: { validUntil: '2026-11-23T14:43:30.000Z' },
      },
    })
  })

  it('reads the connector again right before it is sent', async () => {
    const rig = createRig()
    await rig.start()
    const names = rig.platform.calls.map(({ name }) => name)
    expect(names.slice(-2)).toEqual(['ConnectorNow', 'AttemptRemoteStart'])
  })

  it.each([
    ['Charging', 'connector-busy'],
    ['Finishing', 'connector-busy'],
    ['Reserved', 'connector-busy'],
    ['Faulted', 'connector-not-startable'],
    ['Unavailable', 'connector-not-startable'],
    ['Levitating', 'connector-not-startable'],
    [null, 'connector-not-startable'],
  ])('is not sent when the connector has become %s', async (ocpp, code) => {
    const rig = createRig()
    rig.platform.on('ConnectorNow', () => statusNow(ocpp))
    expect(await codeOf(() => rig.start())).toBe(code)
    expect(rig.platform.count('AttemptRemoteStart')).toBe(0)
    expect(rig.charging.state().starts).toEqual([])
    expect(stepsOnDisk(rig)).toEqual([])
  })

  it('is not sent when the whole station has broken down, whatever its connector said last', async () => {
    const rig = createRig()
    rig.platform.on('ConnectorNow', () => statusNow('Available', 'Available', 'Faulted'))
    expect(await codeOf(() => rig.start())).toBe('connector-not-startable')
    expect(rig.platform.count('AttemptRemoteStart')).toBe(0)
  })

  it('is sent to a connector with a cable in', async () => {
    const rig = createRig()
    rig.platform.on('ConnectorNow', () => statusNow('Preparing', 'Occupied'))
    await rig.start()
    expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
  })

  it('is not sent when the connector cannot be read, and may be tried again', async () => {
    const rig = createRig()
    rig.platform.on('ConnectorNow', () => {
      throw platformFailure('offline', 'not-carried-out')
    })
    expect(await codeOf(() => rig.start('r1'))).toBe('offline')
    rig.platform.on('ConnectorNow', () => statusNow('Available'))
    await rig.start('r1')
    expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
  })

  it.each([
    [{ freshness: 'late' as const }, 'connector-late'],
    [{ freshness: 'unknown' as const }, 'connector-late'],
    [{ startBlock: 'late' as const }, 'connector-late'],
    [{ startBlock: 'busy' as const }, 'connector-busy'],
    [{ startBlock: 'start-open' as const }, 'start-open'],
    [{ startBlock: 'out-of-order' as const }, 'connector-not-startable'],
    [{ startBlock: 'maintenance' as const }, 'connector-not-startable'],
    [{ startBlock: 'on-the-spot' as const }, 'connector-not-startable'],
    [{ startBlock: 'unknown' as const }, 'connector-not-startable'],
  ])('is refused unasked where the live model says %o', async (facts, code) => {
    const rig = createRig()
    Object.assign(rig.connectors['c1'] ?? {}, facts)
    expect(await codeOf(() => rig.start())).toBe(code)
    expect(rig.platform.count('ConnectorNow')).toBe(0)
  })

  it('is refused at a connector that is not of this site', async () => {
    const rig = createRig()
    const optionId = await optionOf(rig)
    delete rig.connectors['c1']
    const start = () => rig.charging.start({ connectorId: 'c1', optionId, requestId: 'r1' })
    expect(await codeOf(start)).toBe('not-found')
  })

  it('is one start for a double tap, at once or later', async () => {
    const rig = createRig()
    const optionId = await optionOf(rig)
    const request = { connectorId: 'c1', optionId, requestId: 'r1' }
    const both = await Promise.all([rig.charging.start(request), rig.charging.start(request)])
    const later = await rig.charging.start(request)
    expect(new Set([...both, later].map(({ startId }) => startId)).size).toBe(1)
    expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
  })

  it('is one start for ten taps with ids of their own', async () => {
    const rig = createRig()
    const optionId = await optionOf(rig)
    const taps = Array.from({ length: 10 }, (_, tap) =>
      rig.charging.start({ connectorId: 'c1', optionId, requestId: `tap-${String(tap)}` }),
    )
    const results = await Promise.allSettled(taps)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await codeOf(() => taps[9])).toBe('start-open')
    expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
  })

  it('does not hinder a start at another connector', async () => {
    const rig = createRig()
    await rig.start('r1', 'c1')
    await rig.start('r2', 'c2')
    expect(rig.platform.count('AttemptRemoteStart')).toBe(2)
  })

  it('is shown from the first moment, with its steps and their sources', async () => {
    const rig = createRig()
    const optionId = await optionOf(rig)
    const promise = rig.charging.start({ connectorId: 'c1', optionId, requestId: 'r1' })
    expect(rig.onlyStart().step).toBe('chosen')
    await promise
    await settle()
    expect(rig.onlyStart().history).toEqual([
      { step: 'chosen', atMs: START_MS, source: 'terminal' },
      { step: 'requested', atMs: START_MS, source: 'terminal' },
    ])
    expect(rig.changes()).toBeGreaterThan(0)
    expect(rig.urgencies()).toBe(1)
  })

  it('is not sent when it cannot be written down', async () => {
    const rig = createRig()
    const lock = new DatabaseSync(rig.databaseFile)
    rig.platform.on('ConnectorNow', () => {
      lock.exec('BEGIN EXCLUSIVE')
      return statusNow('Available')
    })
    expect(await codeOf(() => rig.start())).toBe('storage')
    expect(rig.platform.count('AttemptRemoteStart')).toBe(0)
    expect(rig.charging.state().starts).toEqual([])
    lock.close()
    rig.platform.on('ConnectorNow', () => statusNow('Available'))
    await rig.start('r2')
    expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
  })

  it('keeps the tag id out of the ledger, the model and the log', async () => {
    const rig = createRig()
    rig.platform.on('AttemptRemoteStart', () => {
      throw platformFailure('offline', 'unknown')
    })
    await rig.start()
    rig.charging.close()
    const everything = [
      readFileSync(rig.databaseFile, 'latin1'),
      JSON.stringify(rig.charging.state()),
      ...rig.logged,
    ].join()
    expect(everything).not.toContain('SECRET-TAG')
    expect(everything).toContain('card-1')
  })
})

describe('the answer to a start', () => {
  it('that names a rejection ends it, with the station’s reason', async () => {
    const rig = createRig()
    rig.platform.on('AttemptRemoteStart', () => ({
      attemptRemoteStart: attemptParts({
        status: 'REJECTED',
        isFailure: true,
        failureReason: 'Connector is occupied.',
      }),
    }))
    const start = await rig.start()
    expect(start.step).toBe('rejected')
    expect(start.failure).toMatchObject({
      code: 'rejected',
      retryable: true,
      details: { reason: 'Connector is occupied.' },
    })
  })

  it('that is a refusal ends it as rejected', async () => {
    const rig = createRig()
    rig.platform.on('AttemptRemoteStart', () => {
      throw platformFailure('forbidden', 'refused')
    })
    expect(await rig.start()).toMatchObject({ step: 'rejected', failure: { code: 'forbidden' } })
  })

  it('that never came, and cannot have been asked for, ends it as failed', async () => {
    const rig = createRig()
    rig.platform.on('AttemptRemoteStart', () => {
      throw platformFailure('offline', 'not-carried-out')
    })
    expect(await rig.start()).toMatchObject({
      step: 'failed',
      failure: { code: 'offline', retryable: true },
    })
    rig.platform.on('AttemptRemoteStart', () => ({ attemptRemoteStart: attemptParts() }))
    expect(await rig.start('r2')).toMatchObject({ step: 'requested' })
  })

  it('that was a web page leaves it unknown, and what began all the same is its guest’s', async () => {
    const rig = createRig()
    rig.platform.on('AttemptRemoteStart', () => {
      throw failureOfStatus(200, true, true)
    })
    const start = await rig.start()
    expect(start).toMatchObject({ step: 'unknown', failure: { code: 'captive-portal' } })
    rig.world.running = [chargelog({ startedAtMs: START_MS + 1_000 })]
    await rig.pass(20_000, 2_000)
    expect(rig.onlyStart().step).toBe('charging')
    expect(rig.onlySession().claimed).toBe(true)
    expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
  })

  it.each([
    ['is lost', () => platformFailure('timed-out', 'unknown')],
    ['is a proxy’s', () => failureOfStatus(403, false, true)],
    ['cannot be read', () => new TypeError('attemptRemoteStart of undefined')],
  ])(
    'that %s leaves it unknown: the connector is kept and nothing is sent again',
    async (_, make) => {
      const rig = createRig()
      rig.platform.on('AttemptRemoteStart', () => {
        throw make()
      })
      expect(await rig.start()).toMatchObject({ step: 'unknown' })
      expect(await codeOf(() => rig.start('r2'))).toBe('start-open')
      await rig.pass(200_000)
      expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
    },
  )

  it('is waited for however long the platform takes', async () => {
    const rig = createRig()
    let answer = (): void => undefined
    rig.platform.on(
      'AttemptRemoteStart',
      () =>
        new Promise((resolve) => {
          answer = () => {
            resolve({ attemptRemoteStart: attemptParts({ status: 'ACCEPTED' }) })
          }
        }),
    )
    expect(await rig.start()).toMatchObject({ step: 'requested' })
    await rig.pass(20_000)
    answer()
    await settle()
    expect(rig.onlyStart().step).toBe('accepted')
  })
})
