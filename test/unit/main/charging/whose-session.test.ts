import { describe, expect, it } from 'vitest'
import type { Sealed } from '#main/site/reading.ts'
import { attemptParts, platformFailure, remoteStartParts } from './fake-platform.ts'
import { protectedRig } from './left-session.ts'
import {
  attempt,
  chargelog,
  freeConnector,
  MINUTE_MS,
  optionOf,
  sealed,
  settle,
  type Rig,
} from './rig.ts'

const OUR_CARD = sealed('SECRET-TAG-card-1')
const cost = { amount: 4.2, currency: 'EUR' }

/** A charge of the account at the connector, begun now. */
async function sessionBegins(rig: Rig, authId: Sealed | null, id = 'log-B'): Promise<void> {
  const sessionId = `sess-${id}`
  rig.world.running = [chargelog({ id, sessionId, authId, cost, startedAtMs: rig.clock.now() })]
  await rig.pass(30_000, 2_000)
}

const expectNotOurs = (rig: Rig): void => {
  expect(rig.onlySession()).toMatchObject({ claimed: false, stopCode: null, cost: null })
  expect(rig.onlySession().energyKWh).not.toBeNull()
}

async function accepted(): Promise<{ rig: Rig; startId: string }> {
  const rig = await protectedRig()
  const { id } = await rig.start()
  rig.world.attempts = [attempt({ status: 'ACCEPTED' })]
  await rig.pass(MINUTE_MS, 5_000)
  return { rig, startId: id }
}

async function lost(): Promise<Rig> {
  const rig = await protectedRig()
  rig.platform.on('AttemptRemoteStart', () => {
    throw platformFailure('timed-out', 'unknown')
  })
  await rig.start()
  return rig
}

describe('a session that begins where a start waits for its plug', () => {
  it('is another terminal’s while the attempt has only been accepted, though the house has one card', async () => {
    const { rig } = await accepted()
    await sessionBegins(rig, OUR_CARD)
    expectNotOurs(rig)
    expect(rig.onlyStart()).toMatchObject({ step: 'waiting-for-plug', sessionId: null })
  })

  it('is not stopped when the start was cancelled', async () => {
    const { rig, startId } = await accepted()
    rig.charging.cancel(startId)
    rig.charging.guestLeft()
    await sessionBegins(rig, OUR_CARD)
    expect(rig.platform.count('RemoteStop')).toBe(0)
  })

  it.each([
    ['our card', OUR_CARD, true],
    ['our card’s id', sealed('card-1'), true],
    ['another card', sealed('SECRET-TAG-card-2'), false],
    ['a form that nobody can compare', sealed('AT-HTB-C0001'), false],
    ['nothing', null, false],
  ])(
    'is ours when the attempt says that it began, and it was authorised by %s: %#',
    async (_, authId, isOurs) => {
      const { rig } = await accepted()
      rig.world.attempts = [attempt({ status: 'STARTED' })]
      await sessionBegins(rig, authId)
      expect(rig.onlySession().claimed).toBe(isOurs)
    },
  )

  it('is the attempt’s where it names it, whatever card the platform tells', async () => {
    const { rig } = await accepted()
    rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-B' })]
    await sessionBegins(rig, sealed('AT-HTB-C0001'))
    expect(rig.onlySession()).toMatchObject({ claimed: true, cost })
  })

  it('is nobody’s without a name, on a platform that has named one before', async () => {
    const { rig } = await accepted()
    rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-A' })]
    await sessionBegins(rig, OUR_CARD, 'log-A')
    rig.world.running = []
    rig.world.chargelogs = [
      chargelog({ id: 'log-A', status: 'stopped', endedAtMs: rig.clock.now() }),
    ]
    await rig.pass(4 * MINUTE_MS, 10_000)
    rig.platform.on('AttemptRemoteStart', () => ({
      attemptRemoteStart: attemptParts({ id: 'attempt-2' }),
    }))
    await rig.start('r2')
    rig.world.attempts = [attempt({ id: 'attempt-2', status: 'STARTED' })]
    rig.world.running = [chargelog({ id: 'log-B', startedAtMs: rig.clock.now() })]
    await rig.pass(30_000, 2_000)
    const shown = rig.charging.state().sessions.find(({ id }) => id === 'log-B')
    expect(shown?.claimed).toBe(false)
  })
})

describe('a session that begins where the answer of a start was lost', () => {
  it.each([
    ['our card', OUR_CARD, true],
    ['our card’s id', sealed('card-1'), true],
    ['another card', sealed('SECRET-TAG-card-2'), false],
    ['a form that nobody can compare', sealed('AT-HTB-C0001'), false],
    ['nothing', null, false],
  ])('is that start’s when it was authorised by %s: %#', async (_, authId, isOurs) => {
    const rig = await lost()
    await sessionBegins(rig, authId)
    expect(rig.onlySession()).toMatchObject({ claimed: isOurs, cost: isOurs ? cost : null })
  })

  it('is so after a restart, too', async () => {
    const rig = await lost()
    rig.restart()
    await settle()
    await sessionBegins(rig, OUR_CARD)
    expect(rig.onlySession().claimed).toBe(true)
  })

  it('is that of the last start there, not of the one before it', async () => {
    const rig = await lost()
    await rig.pass(6 * MINUTE_MS, 10_000)
    rig.platform.on('AttemptRemoteStart', () => ({ attemptRemoteStart: attemptParts() }))
    await rig.start('r2')
    rig.world.attempts = [attempt({ status: 'ACCEPTED' })]
    await sessionBegins(rig, OUR_CARD)
    expectNotOurs(rig)
  })

  it('is left to the desk where it cannot be told whose it is: in use, to be stopped by its code', async () => {
    const rig = await lost()
    rig.charging.guestLeft()
    await sessionBegins(rig, sealed('AT-HTB-C0001'))
    expectNotOurs(rig)
    const code = await rig.charging.desk.stopCode('log-B')
    await rig.charging.claim({ sessionId: 'log-B', code })
    await rig.charging.stop({ sessionId: 'log-B', requestId: 's1' })
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })
})

describe('a start without invoice', () => {
  it('has the session that its transaction names, whatever card the platform tells', async () => {
    const rig = await protectedRig()
    rig.isDesk = true
    rig.platform.on('RemoteStartWithoutInvoicing', () => ({
      remoteStartWithoutInvoicing: remoteStartParts({ transaction: 'sess-log-B' }),
    }))
    const optionId = await optionOf(rig)
    const request = { connectorId: 'c1', optionId, requestId: 'r1', withoutInvoice: true }
    await rig.charging.desk.start(request)
    await settle()
    await sessionBegins(rig, sealed('AT-HTB-C0001'))
    expect(rig.onlyStart()).toMatchObject({ step: 'charging', sessionId: 'log-B' })
  })
})

describe('a start by own card', () => {
  const TAG = '04A2B9C1D2E380'

  async function scanned(): Promise<Rig> {
    const rig = await protectedRig()
    rig.connectors['c2'] = freeConnector()
    await rig.start('r0', 'c2')
    await rig.charging.scan({ tag: TAG, connectorId: 'c1', requestId: 'r1' })
    await settle()
    rig.world.ocpp['c1'] = 'Charging'
    return rig
  }
  const ownStart = (rig: Rig) => rig.charging.state().starts.find(({ kind }) => kind === 'rfid')

  it('does not take what a card of the house begins there', async () => {
    const rig = await scanned()
    await sessionBegins(rig, OUR_CARD)
    expect(ownStart(rig)?.step).not.toBe('charging')
  })

  it('takes what its own card begins, where that is one of this account', async () => {
    const rig = await scanned()
    await sessionBegins(rig, sealed(TAG))
    expect(ownStart(rig)?.step).toBe('charging')
  })
})

describe('the identifier of a session', () => {
  it('is in no log, and in nothing that is shown', async () => {
    const { rig } = await accepted()
    await sessionBegins(rig, sealed('SECRET-AUTH'))
    rig.isDesk = true
    expect(JSON.stringify([rig.charging.state(), rig.logged, rig.world.running])).not.toContain(
      'SECRET-AUTH',
    )
  })
})
