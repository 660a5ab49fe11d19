import { describe, expect, it } from 'vitest'
import { attemptParts } from './fake-platform.ts'
import { detailsOf, protectedRig } from './left-session.ts'
import { codeOf, freeConnector, MINUTE_MS, optionOf, settle, type Rig } from './rig.ts'

/** A terminal at six connectors. */
async function sixConnectors(): Promise<Rig> {
  const rig = await protectedRig()
  for (let number = 1; number <= 6; number += 1) {
    rig.connectors[`c${String(number)}`] = freeConnector()
    rig.world.ocpp[`c${String(number)}`] = 'Available'
  }
  rig.platform.on('AttemptRemoteStart', ({ input }) => ({
    attemptRemoteStart: attemptParts({ id: JSON.stringify(input) }),
  }))
  return rig
}

async function startAt(rig: Rig, number: number): Promise<{ startId: string }> {
  const connectorId = `c${String(number)}`
  const optionId = await optionOf(rig, connectorId)
  const requestId = `r${String(rig.clock.now())}-${connectorId}`
  const answer = await rig.charging.start({ connectorId, optionId, requestId })
  await settle()
  return answer
}

async function cancelledAt(rig: Rig, number: number): Promise<void> {
  rig.charging.cancel((await startAt(rig, number)).startId)
}

describe('whoever starts and cancels at one connector after the other', () => {
  it('keeps three of them at once, and leaves the others to those who come then', async () => {
    const rig = await sixConnectors()
    for (const number of [1, 2, 3]) await cancelledAt(rig, number)
    const details = await detailsOf(startAt(rig, 4))
    expect(Number(details?.['retryAtMs'])).toBeGreaterThan(rig.clock.now())
    rig.charging.guestLeft()
    await rig.pass(2 * MINUTE_MS, 10_000)
    await expect(startAt(rig, 4)).resolves.toBeDefined()
  })

  it('wins little by leaving each time: two minutes lie between one and the next', async () => {
    const rig = await sixConnectors()
    let kept = 0
    for (let round = 0; round < 30; round += 1) {
      for (let number = 1; number <= 6; number += 1) await cancelledAt(rig, number).catch(() => 0)
      rig.charging.guestLeft()
      kept = Math.max(
        kept,
        rig.charging.state().starts.filter(({ step }) => step === 'requested').length,
      )
      await rig.pass(10_000, 10_000)
    }
    expect(kept).toBeLessThan(6)
  })

  it('is counted over a restart', async () => {
    const rig = await sixConnectors()
    for (const number of [1, 2, 3]) await cancelledAt(rig, number)
    rig.restart()
    await settle()
    expect(await codeOf(() => startAt(rig, 4))).toBe('too-many-starts')
  })
})

describe('guests who mean it', () => {
  it('start two cars, and one of them at the wrong plug first', async () => {
    const rig = await sixConnectors()
    await cancelledAt(rig, 1)
    await startAt(rig, 2)
    await expect(startAt(rig, 3)).resolves.toBeDefined()
  })

  it('start as many as come, one after the other, while those before them are at their cars', async () => {
    const rig = await sixConnectors()
    for (let number = 1; number <= 6; number += 1) {
      await startAt(rig, number)
      rig.charging.guestLeft()
      await rig.pass(10_000, 10_000)
    }
    expect(rig.charging.state().starts).toHaveLength(6)
  })

  it('are helped by the desk, which has no limit', async () => {
    const rig = await sixConnectors()
    for (const number of [1, 2, 3]) await cancelledAt(rig, number)
    rig.isDesk = true
    for (const number of [4, 5, 6]) {
      const connectorId = `c${String(number)}`
      const optionId = await optionOf(rig, connectorId)
      await rig.charging.desk.start({ connectorId, optionId, requestId: connectorId })
    }
    expect(rig.charging.state().starts).toHaveLength(6)
  })
})
