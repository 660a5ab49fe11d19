import { describe, expect, it } from 'vitest'
import { remoteStartParts } from './fake-platform.ts'
import { claim, detailsOf, leftSession, protectedRig } from './left-session.ts'
import { codeOf, MINUTE_MS, settle, type Rig } from './rig.ts'

const unknown = () => ({
  remoteStart: remoteStartParts({ status: 'Invalid', transaction: null, message: 'unknown card' }),
})

async function rigOfStrangers(): Promise<Rig> {
  const rig = await protectedRig()
  rig.platform.on('RemoteStart', unknown)
  return rig
}

let requests = 0

async function scan(rig: Rig, number: number, connectorId = 'c1'): Promise<void> {
  const tag = `04A1B2C3${String(number).padStart(4, '0')}`
  requests += 1
  const requestId = `scan-${String(requests)}`
  await rig.charging.scan({ tag, connectorId, requestId })
  await settle()
}

describe('cards that may not charge', () => {
  it('slow down whoever tries one after the other, and count over a restart', async () => {
    const rig = await rigOfStrangers()
    for (let number = 0; number < 200; number += 1) await scan(rig, number).catch(() => undefined)
    expect(rig.platform.count('RemoteStart')).toBe(10)
    rig.restart()
    await settle()
    const details = await detailsOf(scan(rig, 201))
    expect(Number(details?.['retryAtMs'])).toBeGreaterThan(rig.clock.now())
  })

  it('cost nobody a wait who shows a few of theirs', async () => {
    const rig = await rigOfStrangers()
    for (const number of [1, 2, 3, 1, 2]) await scan(rig, number)
    expect(rig.platform.count('RemoteStart')).toBe(5)
  })

  it('are forgotten with one that may', async () => {
    const rig = await rigOfStrangers()
    for (let number = 0; number < 9; number += 1) await scan(rig, number)
    rig.platform.on('RemoteStart', () => ({ remoteStart: remoteStartParts() }))
    await scan(rig, 100)
    await rig.pass(11 * MINUTE_MS, 10_000)
    rig.platform.on('RemoteStart', unknown)
    for (let number = 10; number < 19; number += 1) await scan(rig, number)
    expect(rig.platform.count('RemoteStart')).toBe(19)
  })

  it('are not forgotten with stop codes that were mistyped long ago', async () => {
    const { rig } = await leftSession()
    rig.platform.on('RemoteStart', unknown)
    for (let number = 0; number < 10; number += 1) await scan(rig, number, 'c2')
    rig.restart()
    await rig.pass(140 * MINUTE_MS, 10 * MINUTE_MS)
    for (let number = 10; number < 13; number += 1) await scan(rig, number, 'c2')
    await rig.pass(11 * MINUTE_MS, MINUTE_MS)
    await codeOf(() => claim(rig, '000000'))
    rig.restart()
    await settle()
    const before = rig.platform.count('RemoteStart')
    for (let number = 13; number < 30; number += 1)
      await scan(rig, number, 'c2').catch(() => undefined)
    expect(rig.platform.count('RemoteStart') - before).toBe(7)
  })

  it('keep nobody from their charge: codes are counted for themselves', async () => {
    const { rig, code } = await leftSession()
    rig.platform.on('RemoteStart', unknown)
    for (let number = 0; number < 20; number += 1) {
      await scan(rig, number, 'c2').catch(() => undefined)
    }
    expect(await codeOf(() => scan(rig, 21, 'c2'))).toBe('too-many-tries')
    await claim(rig, code)
    expect(rig.onlySession().claimed).toBe(true)
  })
})
