import { describe, expect, it } from 'vitest'
import { platformFailure, remoteStartParts } from './fake-platform.ts'
import {
  attempt,
  chargelog,
  chargelogParts,
  codeOf,
  createRig,
  MINUTE_MS,
  settle,
  START_MS,
  type Rig,
} from './rig.ts'

const answered = (status: string) => () => ({
  remoteStop: { code: 200, status, title: null, message: null },
})

function refusing(): Rig {
  const rig = createRig()
  rig.world.running = [chargelog()]
  rig.refresh()
  rig.platform.on('RemoteStop', answered('Rejected'))
  return rig
}

async function stop(rig: Rig, requestId = 's1'): Promise<void> {
  await rig.charging.stop({ sessionId: 'log-1', requestId })
  await settle()
}

/** From now on a stop is carried out. */
function heed(rig: Rig): void {
  rig.platform.on('RemoteStop', () => {
    rig.world.running = []
    rig.world.chargelogs = [chargelog({ status: 'stopped' })]
    return answered('ACCEPTED')()
  })
}

describe('a stop that somebody asked for', () => {
  it('is tried on by the terminal after growing pauses, until the session has ended', async () => {
    const rig = refusing()
    await stop(rig)
    const tries: number[] = []
    for (let second = 0; second <= 5 * 60; second += 1) {
      tries.push(rig.platform.count('RemoteStop'))
      await rig.pass(1_000)
    }
    const at = [2, 3, 4, 5, 6, 7].map((nth) => tries.indexOf(nth))
    const pauses = at.slice(1).map((second, index) => second - (at[index] ?? 0))
    expect(at[0]).toBe(15)
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    expect(Math.max(...pauses)).toBeLessThan(90)
    heed(rig)
    await rig.pass(90_000)
    expect(rig.onlySession().status).toBe('stopped')
    const sent = rig.platform.count('RemoteStop')
    await rig.pass(10 * MINUTE_MS, 5_000)
    expect(rig.platform.count('RemoteStop')).toBe(sent)
  })

  it('is told with the time it was first asked for, its tries, and why the last one failed', async () => {
    const rig = refusing()
    await stop(rig)
    await rig.pass(40_000)
    expect(rig.onlySession().stop).toMatchObject({
      state: 'failed',
      requestedAtMs: START_MS,
      tries: 3,
      failure: { code: 'rejected' },
    })
  })

  it('is sent at once when its guest asks again, and its pauses begin anew', async () => {
    const rig = refusing()
    await stop(rig)
    await rig.pass(3 * MINUTE_MS)
    const before = rig.platform.count('RemoteStop')
    await stop(rig, 's2')
    expect(rig.platform.count('RemoteStop')).toBe(before + 1)
    await rig.pass(16_000)
    expect(rig.platform.count('RemoteStop')).toBe(before + 2)
  })

  it('is tried on while nothing can be read', async () => {
    const rig = refusing()
    rig.platform.on('RemoteStop', () => {
      throw platformFailure('offline', 'not-carried-out')
    })
    await stop(rig)
    await rig.clock.advance(2 * MINUTE_MS)
    expect(rig.platform.count('RemoteStop')).toBeGreaterThan(3)
  })

  it.each([
    ['its station is back', 'Unavailable', 'Charging'],
    ['its station is mended', 'Faulted', 'SuspendedEV'],
  ])('is sent at once when %s', async (_, away, back) => {
    const rig = refusing()
    rig.world.ocpp['c1'] = away
    await stop(rig)
    await rig.pass(4 * MINUTE_MS, 5_000)
    const before = rig.platform.count('RemoteStop')
    heed(rig)
    rig.world.ocpp['c1'] = back
    await rig.pass(3_000)
    expect(rig.platform.count('RemoteStop')).toBe(before + 1)
    expect(rig.onlySession().status).toBe('stopped')
  })

  it('is sent at once when the platform is back', async () => {
    const rig = refusing()
    rig.platform.on('RemoteStop', () => {
      throw platformFailure('offline', 'not-carried-out')
    })
    await stop(rig)
    await rig.clock.advance(4 * MINUTE_MS)
    const before = rig.platform.count('RemoteStop')
    heed(rig)
    rig.refresh()
    await settle()
    expect(rig.platform.count('RemoteStop')).toBe(before + 1)
  })

  it('hurries the refreshes for its first tries alone', async () => {
    const rig = refusing()
    rig.platform.on('RemoteStop', answered('ACCEPTED'))
    await stop(rig)
    await rig.pass(2 * MINUTE_MS)
    expect(rig.charging.plan().busy).toBe(true)
    await rig.pass(10 * MINUTE_MS)
    expect(rig.charging.plan().busy).toBe(false)
    expect(rig.onlySession().stop?.state).toBe('accepted')
  })

  it('is counted while it is not heeded and nobody has closed it', async () => {
    const rig = refusing()
    await stop(rig)
    expect(rig.charging.unheededStops()).toBe(0)
    await rig.pass(MINUTE_MS)
    expect(rig.charging.unheededStops()).toBe(1)
    rig.charging.desk.closing('session', 'log-1').close('Ida')
    expect(rig.charging.unheededStops()).toBe(0)
  })

  it('is tried on where the platform calls the session lost, and no more once nobody knows it', async () => {
    const rig = refusing()
    await stop(rig)
    rig.world.running = []
    await rig.pass(2 * MINUTE_MS, 5_000)
    expect(rig.onlySession().status).toBe('unknown')
    expect(rig.platform.count('RemoteStop')).toBeGreaterThan(3)
    await rig.pass(5 * MINUTE_MS, 5_000)
    const sent = rig.platform.count('RemoteStop')
    await rig.pass(10 * MINUTE_MS, 5_000)
    expect(rig.platform.count('RemoteStop')).toBe(sent)
    rig.world.running = [chargelog()]
    await rig.pass(2_000)
    expect(rig.platform.count('RemoteStop')).toBe(sent + 1)
  })
})

describe('a cancelled start', () => {
  it('whose session names no id to stop it by is stopped by the one its chargelog names', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    rig.charging.cancel(id)
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog({ sessionId: null })]
    rig.platform.on('Chargelog', () => ({
      chargelog: chargelogParts({ status: 'started', sessionId: 'TX-9', dateEnd: null }),
    }))
    await rig.pass(10_000, 2_000)
    const sent = rig.platform.calls.filter(({ name }) => name === 'RemoteStop')
    expect(sent.map(({ variables }) => variables)).toEqual([{ transaction: 'TX-9' }])
  })

  it('is stopped although its guest has asked in vain before', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    rig.charging.cancel(id)
    rig.platform.on('RemoteStop', answered('Rejected'))
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    await rig.pass(1_000)
    for (let tap = 0; tap < 10; tap += 1) await stop(rig, `tap-${String(tap)}`)
    heed(rig)
    await rig.pass(16_000)
    expect(rig.onlySession().status).toBe('stopped')
  })
})

describe('a charge by the guest’s own card', () => {
  async function ownCard(): Promise<{ rig: Rig; startId: string }> {
    const rig = createRig()
    rig.rules = { ...rig.rules, ownCard: true }
    rig.platform.on('RemoteStart', () => ({ remoteStart: remoteStartParts() }))
    const scan = (requestId: string) =>
      rig.charging.scan({ tag: '04AABBCC', connectorId: 'c1', requestId })
    const answer = await scan('r1')
    await settle()
    rig.world.ocpp['c1'] = 'Charging'
    await rig.pass(2_000)
    await scan('r2')
    if (!('startId' in answer)) throw new Error('It was not started.')
    return { rig, startId: answer.startId }
  }

  it('is told to be refused, and tried on until it has ended', async () => {
    const { rig, startId } = await ownCard()
    rig.platform.on('RemoteStop', answered('Rejected'))
    const press = () => rig.charging.stop({ sessionId: startId, requestId: 's1' })
    expect(await codeOf(press)).toBe('rejected')
    await rig.pass(2 * MINUTE_MS, 5_000)
    const before = rig.platform.count('RemoteStop')
    expect(before).toBeGreaterThan(3)
    expect(rig.onlyStart().stop).toMatchObject({ state: 'failed', tries: before })
    rig.world.ocpp['c1'] = 'Finishing'
    rig.refresh()
    rig.refresh()
    await rig.pass(10 * MINUTE_MS, 5_000)
    expect(rig.platform.count('RemoteStop')).toBe(before)
  })

  it('goes on where one reading alone calls the connector free, as a stale one may', async () => {
    const { rig, startId: id } = await ownCard()
    for (const stale of ['Available', 'Preparing', 'Finishing', 'Reserved', 'Faulted']) {
      rig.world.ocpp['c1'] = stale
      rig.refresh()
      expect(rig.onlyStart(), stale).toMatchObject({ id, step: 'charging' })
      rig.world.ocpp['c1'] = 'Charging'
      rig.refresh()
      expect(rig.onlyStart(), stale).toMatchObject({ id, step: 'charging' })
    }
    rig.world.ocpp['c1'] = 'Available'
    rig.refresh()
    rig.refresh()
    expect(rig.charging.state().starts).toEqual([])
  })

  it('is tried again after a restart, once a refresh says that it goes on', async () => {
    const { rig, startId } = await ownCard()
    rig.platform.on('RemoteStop', () => new Promise(() => undefined))
    void rig.charging.stop({ sessionId: startId, requestId: 's1' })
    await settle()
    rig.restart()
    await rig.clock.advance(2 * MINUTE_MS)
    expect(rig.platform.count('RemoteStop')).toBe(1)
    rig.platform.on('RemoteStop', answered('ACCEPTED'))
    rig.refresh()
    await settle()
    expect(rig.platform.count('RemoteStop')).toBe(2)
    expect(rig.platform.calls.at(-1)).toEqual({
      name: 'RemoteStop',
      variables: { transaction: 'TXN-1' },
    })
  })
})
