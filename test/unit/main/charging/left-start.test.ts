import { describe, expect, it } from 'vitest'
import { defaultGuestRules } from '#test/support/guest-rules.ts'
import { card, remoteStartParts } from './fake-platform.ts'
import { claim, detailsOf, other, protectedRig } from './left-session.ts'
import {
  attempt,
  chargelog,
  codeOf,
  freeConnector,
  MINUTE_MS,
  optionOf,
  settle,
  START_MS,
  type Rig,
} from './rig.ts'

interface LeftStart {
  readonly rig: Rig
  readonly startId: string
  readonly code: string
}

/** A guest has started and walked to the car. */
async function leftStart(): Promise<LeftStart> {
  const rig = await protectedRig()
  const { id, code } = await rig.start()
  rig.world.attempts = [attempt()]
  await rig.pass(70_000, 5_000)
  rig.charging.guestLeft()
  return { rig, startId: id, code: code ?? '' }
}

async function plugIn(rig: Rig): Promise<void> {
  rig.world.attempts = [attempt({ chargelogId: 'log-1' })]
  const cost = { amount: 4.2, currency: 'EUR' }
  rig.world.running = [chargelog({ cost, startedAtMs: rig.clock.now() })]
  await rig.pass(10_000)
}

/** A guest pays by phone, with the page on the screen. */
async function paying(): Promise<{ rig: Rig; startId: string }> {
  const rig = await protectedRig()
  const offered = card({ preauthRequired: true, holds: [30] })
  rig.platform.on('AvailableCards', () => ({ availableCardsForChargingProcess: [offered] }))
  const optionId = await optionOf(rig)
  const request = { connectorId: 'c1', optionId, requestId: 'r1', hold: 0 }
  const { startId } = await rig.charging.start(request)
  await settle()
  return { rig, startId }
}

describe('a start', () => {
  it('shows its own code from the moment it is on its way, to its guest', async () => {
    const rig = await protectedRig()
    const start = await rig.start()
    expect(start).toMatchObject({ step: 'requested', claimed: true })
    expect(start.code).toMatch(/^\d{4}$/)
  })

  it('shows no code any more once it was cancelled or has failed', async () => {
    const rig = await protectedRig()
    const { id } = await rig.start()
    rig.charging.cancel(id)
    expect(rig.onlyStart().code).toBeNull()
    await rig.pass(6 * MINUTE_MS, 5_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'timed-out', code: null })
  })

  it('shows no code at the desk, to which everything is open', async () => {
    const { rig } = await leftStart()
    rig.isDesk = true
    expect(rig.onlyStart()).toMatchObject({ claimed: true, code: null })
  })

  it('has no code where the operator turned codes off', async () => {
    const rig = await protectedRig()
    rig.rules = { ...defaultGuestRules, stopCodes: false }
    expect((await rig.start()).code).toBeNull()
  })
})

describe('a start whose guest has left', () => {
  it('can not be cancelled by who comes next, and charges on', async () => {
    const { rig, startId } = await leftStart()
    expect(await codeOf(() => rig.charging.cancel(startId))).toBe('not-claimed')
    await plugIn(rig)
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })

  it('can be cancelled at the desk', async () => {
    const { rig, startId } = await leftStart()
    rig.isDesk = true
    rig.charging.cancel(startId)
    expect(rig.onlyStart().cancelled).toBe(true)
  })

  it('can be cancelled by anybody where the operator turned codes off, as its session is stopped', async () => {
    const { rig, startId } = await leftStart()
    rig.rules = { ...defaultGuestRules, stopCodes: false }
    rig.charging.cancel(startId)
    expect(rig.onlyStart().cancelled).toBe(true)
  })

  it('tells whoever comes next only that it is under way', async () => {
    const { rig, startId } = await paying()
    rig.charging.guestLeft()
    expect(rig.onlyStart()).toMatchObject({
      id: startId,
      step: 'paying',
      claimed: false,
      code: null,
      payment: null,
      target: null,
    })
  })

  it('is theirs again by its code: cancel, payment page and the code itself', async () => {
    const { rig, startId } = await paying()
    const { code, payment } = rig.onlyStart()
    rig.charging.guestLeft()
    await rig.charging.claimStart({ startId, code: code ?? '' })
    expect(rig.onlyStart()).toMatchObject({ claimed: true, code, payment })
    expect(payment?.url).toContain('https://')
    rig.charging.cancel(startId)
    expect(rig.onlyStart().cancelled).toBe(true)
  })

  it('is theirs for this visit alone', async () => {
    const { rig, startId, code } = await leftStart()
    await rig.charging.claimStart({ startId, code })
    rig.charging.guestLeft()
    expect(rig.onlyStart()).toMatchObject({ claimed: false, code: null })
    expect(await codeOf(() => rig.charging.cancel(startId))).toBe('not-claimed')
  })

  it('brings its stop code along when it begins after it was claimed', async () => {
    const { rig, startId, code } = await leftStart()
    await rig.charging.claimStart({ startId, code })
    await plugIn(rig)
    expect(rig.onlySession().claimed).toBe(true)
    expect(rig.onlySession().stopCode).toMatch(/^\d{4}$/)
  })

  it('opens its session by its code, too: there are no two codes to get wrong', async () => {
    const { rig, code } = await leftStart()
    await plugIn(rig)
    expect(rig.onlySession()).toMatchObject({ claimed: false, cost: null })
    await claim(rig, code)
    expect(rig.onlySession()).toMatchObject({ claimed: true, cost: { amount: 4.2 } })
    await rig.charging.stop({ sessionId: 'log-1', requestId: 's1' })
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('is opened by the code that the desk reads out for its session', async () => {
    const { rig, startId } = await leftStart()
    await plugIn(rig)
    const code = await rig.charging.desk.stopCode('log-1')
    await rig.charging.claimStart({ startId, code })
    expect(rig.onlySession().claimed).toBe(true)
  })

  it('is not opened by the code of another start', async () => {
    const { rig, startId } = await leftStart()
    rig.connectors['c2'] = freeConnector()
    const { code } = await rig.start('r2', 'c2')
    expect(await codeOf(() => rig.charging.claimStart({ startId, code: code ?? '' }))).toBe(
      'wrong-code',
    )
  })

  it('slows wrong codes down, and counts them together with those at its session', async () => {
    const { rig, startId, code } = await leftStart()
    const wrong = other(code)
    for (const triesLeft of ['2', '1']) {
      const told = await detailsOf(rig.charging.claimStart({ startId, code: wrong }))
      expect(told).toEqual({ triesLeft })
    }
    await plugIn(rig)
    expect(await detailsOf(claim(rig, wrong))).toMatchObject({ triesLeft: '0' })
    expect(await codeOf(() => rig.charging.claimStart({ startId, code }))).toBe('too-many-tries')
    rig.restart()
    await settle()
    expect(await codeOf(() => rig.charging.claimStart({ startId, code }))).toBe('too-many-tries')
  })

  it('that nobody knows cannot be claimed', async () => {
    const rig = await protectedRig()
    const unknown = rig.charging.claimStart({ startId: 'nonsense', code: '0000' })
    expect(await codeOf(() => unknown)).toBe('not-found')
  })
})

describe('a start after a restart', () => {
  it('is still that of the guest who stands there', async () => {
    const rig = await protectedRig()
    const { id, code } = await rig.start()
    await rig.pass(MINUTE_MS, 5_000)
    rig.restart()
    await settle()
    expect(rig.onlyStart()).toMatchObject({ claimed: true, code })
    rig.charging.cancel(id)
  })

  it('is not, where the guest had left before, or more than five minutes ago made it', async () => {
    const { rig, startId, code } = await leftStart()
    rig.restart()
    await settle()
    expect(rig.onlyStart()).toMatchObject({ claimed: false, code: null })
    expect(await codeOf(() => rig.charging.cancel(startId))).toBe('not-claimed')
    await rig.charging.claimStart({ startId, code })
    rig.charging.cancel(startId)
  })

  it('whose answer is still open may be cancelled by its code alone, five minutes later', async () => {
    const rig = await protectedRig()
    rig.world.attempts = [attempt({ status: 'WAITING_FOR_TRANSACTION' })]
    const { id } = await rig.start()
    await rig.clock.advance(5 * MINUTE_MS)
    rig.restart()
    await settle()
    expect(rig.clock.now()).toBe(START_MS + 5 * MINUTE_MS)
    expect(await codeOf(() => rig.charging.cancel(id))).toBe('not-claimed')
  })
})

describe('a start by the guest’s own card, whose guest has left', () => {
  const scan = (rig: Rig, requestId: string, tag = '04A2B9C1D2E380') =>
    rig.charging.scan({ tag, connectorId: requestId === 's1' ? 'c1' : null, requestId })

  it('has no code: the same card, scanned again, brings it back', async () => {
    const rig = await protectedRig()
    rig.platform.on('RemoteStart', () => ({ remoteStart: remoteStartParts() }))
    await scan(rig, 's1')
    await settle()
    const { id } = rig.onlyStart()
    expect(rig.onlyStart()).toMatchObject({ claimed: true, code: null })
    rig.charging.guestLeft()
    expect(await codeOf(() => rig.charging.cancel(id))).toBe('not-claimed')
    expect(await codeOf(() => rig.charging.claimStart({ startId: id, code: '0000' }))).toBe(
      'not-claimed',
    )
    const told = rig.changes()
    expect(await scan(rig, 's2')).toEqual({ effect: 'claimed', startId: id })
    expect(rig.changes()).toBeGreaterThan(told)
    expect(rig.onlyStart().claimed).toBe(true)
    rig.charging.cancel(id)
    expect(rig.onlyStart().cancelled).toBe(true)
  })
})
