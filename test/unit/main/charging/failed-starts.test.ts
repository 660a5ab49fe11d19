import { describe, expect, it } from 'vitest'
import { PlatformError } from '#main/platform/platform.ts'
import { failureOf } from '#main/core/errors.ts'
import { failedInARow } from '#main/charging/start/start-outcomes.ts'
import { startRecord } from './a-start.ts'
import { attempt, chargelog, codeOf, createRig, MINUTE_MS, only, type Rig } from './rig.ts'

const rejected = (reason: string) =>
  attempt({ status: 'REJECTED', isFailure: true, failureReason: reason })

/** A start whose attempt the station refuses for this reason. */
async function refused(reason: string): Promise<Rig> {
  const rig = createRig()
  Object.assign(rig.connectors['c1'] ?? {}, { number: '5', evseId: 'AT*HTB*E5' })
  await rig.start()
  rig.world.attempts = [rejected(reason)]
  rig.refresh()
  return rig
}

describe('a start that began no charge', () => {
  it('is kept with plug, option, step, code and the reason of the station', async () => {
    const rig = await refused('ConcurrentTx')
    expect(only(rig.failed)).toMatchObject({
      ...{ connectorId: 'c1', connectorNumber: '5', evseId: 'AT*HTB*E5', kind: 'card' },
      ...{ step: 'requested', end: 'rejected', code: 'rejected', reason: 'ConcurrentTx' },
      ...{ startedBy: 'guest', atMs: rig.clock.now() },
    })
  })

  it('is logged as a warning, with the words that somebody looks for', async () => {
    const rig = await refused('ConcurrentTx')
    const line = rig.warned.find((each) => each.startsWith('a start has failed')) ?? ''
    expect(JSON.parse(line.slice(line.indexOf('{')))).toMatchObject({
      ...{ connectorNumber: '5', evseId: 'AT*HTB*E5', step: 'requested', end: 'rejected' },
      ...{ code: 'rejected', reason: 'ConcurrentTx' },
    })
  })

  it("tells no card's number, even where the station does", async () => {
    const rig = await refused('Unknown idTag 04A1B2C3D4E5F6')
    expect(only(rig.failed).reason).toBe('Unknown idTag (hidden)')
    expect(rig.logged.join()).not.toContain('04A1B2C3D4E5F6')
  })

  it('is counted by its end and its reason', async () => {
    const rig = await refused('Busy')
    expect(rig.charging.startEnds()).toEqual([{ end: 'rejected', reason: 'rejected', count: 1 }])
  })

  it('is kept, too, where it was refused before its request left', async () => {
    const rig = createRig()
    rig.platform.on('ConnectorNow', () => {
      throw new PlatformError(failureOf('offline', 'No network.'), 'not-carried-out')
    })
    await codeOf(() => rig.start())
    expect(only(rig.failed)).toMatchObject({ step: 'chosen', end: 'not-sent', code: 'offline' })
  })

  it('is kept once, whatever later readings say', async () => {
    const rig = await refused('Busy')
    await rig.pass(3 * MINUTE_MS, 10_000)
    expect(rig.failed).toHaveLength(1)
  })

  it('says so when it begins late', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    await rig.pass(10 * MINUTE_MS, 10_000)
    expect(only(rig.failed)).toMatchObject({ end: 'timed-out', code: 'start-expired' })
    rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
    rig.world.running = [chargelog({ startedAtMs: rig.clock.now() })]
    rig.world.ocpp = { c1: 'Charging' }
    await rig.pass(10_000)
    expect(rig.beganLate).toEqual([id])
  })

  it('is no failure where its guest has cancelled it', async () => {
    const rig = createRig()
    const { id } = await rig.start()
    rig.charging.cancel(id)
    await rig.pass(10 * MINUTE_MS, 10_000)
    expect(rig.failed).toEqual([])
    expect(rig.charging.startEnds()).toEqual([{ end: 'cancelled', reason: null, count: 1 }])
  })
})

it('a start that charges is counted, and is no failure', async () => {
  const rig = createRig()
  await rig.start()
  rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
  rig.world.running = [chargelog()]
  rig.refresh()
  expect(rig.charging.startEnds()).toEqual([{ end: 'charging', reason: null, count: 1 }])
  expect(rig.failed).toEqual([])
})

describe('starts that fail one after the other', () => {
  const failed = startRecord({ step: 'rejected' })
  const notPaid = startRecord({ step: 'rejected', failure: failureOf('payment-refused', 'No.') })
  const noCable = startRecord({
    step: 'timed-out',
    history: [
      { step: 'waiting-for-plug', source: 'platform', atMs: 1 },
      { step: 'timed-out', source: 'terminal', atMs: 2 },
    ],
  })
  it.each([
    ['all that failed', [failed, failed], 2],
    ['none before one that charges', [failed, startRecord({ step: 'charging' }), failed], 1],
    ['no open one', [startRecord(), failed], 1],
    ['none whose guest did not pay', [notPaid, failed], 1],
    ['none whose guest did not put the cable in', [noCable, failed], 1],
    ['none that was cancelled', [{ ...failed, cancelled: true }, failed], 1],
  ])('count %s', (_, records, count) => {
    expect(failedInARow(records)).toBe(count)
  })
})
