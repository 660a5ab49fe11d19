import { describe, expect, it } from 'vitest'
import type { Start } from '#contract/charging.ts'
import { card, PAYMENT_PAGE, platformFailure, remoteStartParts } from './fake-platform.ts'
import {
  attempt,
  chargelog,
  codeOf,
  createRig,
  MINUTE_MS,
  optionOf,
  settle,
  START_MS,
} from './rig.ts'

type Rig = ReturnType<typeof createRig>

function phoneRig(): Rig {
  const rig = createRig()
  rig.platform.on('AvailableCards', () => ({
    availableCardsForChargingProcess: [card({ preauthRequired: true, holds: [50, 80] })],
  }))
  return rig
}

async function startByPhone(rig: Rig, requestId = 'r1', hold = 1): Promise<Start> {
  const optionId = await optionOf(rig)
  await rig.charging.start({ connectorId: 'c1', optionId, requestId, hold })
  await settle()
  const [start] = rig.charging.state().starts
  if (!start) throw new Error('No start is shown.')
  return start
}

const tell = (rig: Rig, ...change: Parameters<typeof remoteStartParts>): void => {
  rig.platform.on('RemoteStartWithPreauthStatus', () => ({
    remoteStartWithPreauthStatus: remoteStartParts({ transaction: null, ...change[0] }),
  }))
}

/** It was paid after all, and the session has begun. */
async function paidAndBegun(rig: Rig): Promise<void> {
  tell(rig, { status: 'ACCEPTED', attemptId: 'attempt-1' })
  await rig.pass(16_000)
  rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
  rig.world.running = [chargelog({ startedAtMs: rig.clock.now() })]
  await rig.pass(2_000)
}

describe('a start by phone', () => {
  it('asks for the chosen amount with the option’s card, and shows the page to pay on', async () => {
    const rig = phoneRig()
    const start = await startByPhone(rig)
    expect(rig.platform.calls.at(-1)).toEqual({
      name: 'RemoteStartWithPreauth',
      variables: {
        authorization: { identifier: 'SECRET-TAG-card-1', type: 'RFID' },
        connector: 'c1',
        preauthCurrencyAmount: { amount: 80, currency: { isoCode: 'EUR' } },
      },
    })
    expect(start).toMatchObject({
      kind: 'phone',
      step: 'paying',
      payment: {
        hold: { amount: 80, currency: 'EUR' },
        url: PAYMENT_PAGE,
        dueMs: START_MS + 10 * MINUTE_MS,
        state: 'pending',
      },
    })
    expect(rig.logged.join()).not.toContain('pay.example')
  })

  it('needs one of the offered amounts', async () => {
    const rig = phoneRig()
    expect(await codeOf(() => startByPhone(rig, 'r1', 2))).toBe('invalid')
    expect(rig.platform.count('RemoteStartWithPreauth')).toBe(0)
  })

  it.each([null, 'PENDING', 'Waiting for the bank'])(
    'is pending while the status is %s',
    async (status) => {
      const rig = phoneRig()
      await startByPhone(rig)
      tell(rig, { status })
      await rig.pass(9 * MINUTE_MS, 3_000)
      expect(rig.onlyStart()).toMatchObject({ step: 'paying', payment: { state: 'pending' } })
    },
  )

  it('is followed by its attempt once it is paid, until it charges', async () => {
    const rig = phoneRig()
    await startByPhone(rig)
    tell(rig, { status: 'ACCEPTED', attemptId: 'attempt-1' })
    await rig.pass(4_000)
    expect(rig.onlyStart()).toMatchObject({ payment: { state: 'paid', url: null } })
    rig.world.attempts = [attempt({ status: 'WAITING_FOR_TRANSACTION' })]
    await rig.pass(1_000)
    expect(rig.onlyStart().step).toBe('waiting-for-plug')
    rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    await rig.pass(1_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'charging', sessionId: 'log-1' })
  })

  it.each(['REJECTED', 'Declined', 'payment_failed', 'CANCELLED'])(
    'is refused by the status %s: nothing is held, and it may be tried again',
    async (status) => {
      const rig = phoneRig()
      await startByPhone(rig)
      tell(rig, { status })
      await rig.pass(4_000)
      expect(rig.onlyStart()).toMatchObject({
        step: 'rejected',
        payment: { state: 'refused', url: null },
        failure: { code: 'payment-refused', details: { hold: 'none' } },
      })
      expect((await rig.charging.options('c1')).options[0]?.holdBlockedUntilMs).toBeNull()
      expect((await startByPhone(rig, 'r2')).step).toBe('paying')
    },
  )

  it('is not paid in time after ten minutes, and the amount may remain held', async () => {
    const rig = phoneRig()
    await startByPhone(rig)
    await rig.pass(10 * MINUTE_MS + 5_000, 3_000)
    expect(rig.onlyStart()).toMatchObject({
      step: 'timed-out',
      payment: { state: 'overdue', url: null },
      failure: { code: 'payment-overdue', details: { hold: 'may-remain' } },
    })
  })

  it('is not paid in time where the platform is silent all along', async () => {
    const rig = phoneRig()
    await startByPhone(rig)
    rig.platform.on('RemoteStartWithPreauthStatus', () => {
      throw platformFailure('offline', 'unknown')
    })
    await rig.pass(10 * MINUTE_MS, 3_000)
    expect(rig.onlyStart().step).toBe('paying')
    await rig.pass(MINUTE_MS, 3_000)
    expect(rig.onlyStart().failure?.code).toBe('payment-overdue')
  })

  it('that is paid too late, and begins, is found and shown', async () => {
    const rig = phoneRig()
    const { id } = await startByPhone(rig)
    await rig.pass(11 * MINUTE_MS, 3_000)
    await paidAndBegun(rig)
    expect(rig.onlyStart()).toMatchObject({ id, step: 'charging', failure: null })
  })

  it.each(['not-found', 'forbidden'] as const)(
    'that the platform will not tell of (%s) is over for its guest, and found when it begins all the same',
    async (code) => {
      const rig = phoneRig()
      const { id } = await startByPhone(rig)
      rig.platform.on('RemoteStartWithPreauthStatus', () => {
        throw platformFailure(code, 'refused')
      })
      await rig.pass(4_000)
      expect(rig.onlyStart()).toMatchObject({
        step: 'failed',
        payment: { url: null },
        failure: { code: 'unavailable', details: { hold: 'may-remain' } },
      })
      await paidAndBegun(rig)
      expect(rig.onlyStart()).toMatchObject({ id, step: 'charging', failure: null })
    },
  )

  it('that was paid and is refused by the station says that the amount may remain held', async () => {
    const rig = phoneRig()
    await startByPhone(rig)
    tell(rig, { status: 'ACCEPTED', attemptId: 'attempt-1' })
    await rig.pass(4_000)
    const failureReason = 'Rejected by the station.'
    rig.world.attempts = [attempt({ status: 'REJECTED', isFailure: true, failureReason })]
    await rig.pass(1_000)
    expect(rig.onlyStart()).toMatchObject({
      step: 'rejected',
      failure: { code: 'rejected', details: { reason: failureReason, hold: 'may-remain' } },
    })
  })

  it('whose answer is lost is unknown, never sent again, and opens no second hold', async () => {
    const rig = phoneRig()
    rig.platform.on('RemoteStartWithPreauth', () => {
      throw platformFailure('timed-out', 'unknown')
    })
    const start = await startByPhone(rig)
    expect(start).toMatchObject({ step: 'unknown', payment: { url: null, state: 'pending' } })
    await rig.pass(6 * MINUTE_MS, 3_000)
    expect(rig.onlyStart().step).toBe('timed-out')
    expect(await codeOf(() => startByPhone(rig, 'r2'))).toBe('hold-open')
    expect(rig.platform.count('RemoteStartWithPreauth')).toBe(1)
    const { options } = await rig.charging.options('c1')
    expect(options[0]?.holdBlockedUntilMs).toBe(START_MS + 15 * MINUTE_MS)
    await rig.pass(9 * MINUTE_MS + 1, 3_000)
    rig.platform.on('RemoteStartWithPreauth', () => ({
      remoteStartWithPreauth: { remoteStartPreauthId: 'preauth-2', redirectUrl: PAYMENT_PAGE },
    }))
    expect((await startByPhone(rig, 'r3')).step).toBe('paying')
  })

  it('that the platform refuses at once holds nothing', async () => {
    const rig = phoneRig()
    rig.platform.on('RemoteStartWithPreauth', () => {
      throw platformFailure('invalid', 'refused')
    })
    const start = await startByPhone(rig)
    expect(start).toMatchObject({
      step: 'rejected',
      payment: { state: 'refused' },
      failure: { details: { hold: 'none' } },
    })
  })

  it.each([
    ...['http://pay.example/1', 'javascript:alert(1)', 'not a page', null],
    ...['https://checkout.stripe.com@other.example/pay', 'https://:word@pay.example/1'],
    // No code can show it.
    `https://pay.example/?token=${'a'.repeat(2_953)}`,
  ])('shows no page like %s, and fails at once', async (redirectUrl) => {
    const rig = phoneRig()
    rig.platform.on('RemoteStartWithPreauth', () => ({
      remoteStartWithPreauth: { remoteStartPreauthId: 'preauth-1', redirectUrl },
    }))
    const start = await startByPhone(rig)
    expect(start).toMatchObject({ step: 'failed', failure: { code: 'unexpected-answer' } })
    expect(start.payment?.url).toBeNull()
  })

  it('goes on after a restart', async () => {
    const rig = phoneRig()
    await startByPhone(rig)
    rig.restart()
    expect(rig.onlyStart()).toMatchObject({ step: 'paying', payment: { url: PAYMENT_PAGE } })
    tell(rig, { status: 'ACCEPTED', attemptId: 'attempt-1' })
    await rig.pass(4_000)
    expect(rig.onlyStart().payment?.state).toBe('paid')
  })

  it('that a power cut kept from leaving holds nothing', async () => {
    const rig = phoneRig()
    rig.platform.on('ConnectorNow', () => new Promise(() => undefined))
    const optionId = await optionOf(rig)
    void rig.charging.start({ connectorId: 'c1', optionId, requestId: 'r1', hold: 0 })
    await settle()
    rig.restart()
    expect(rig.onlyStart()).toMatchObject({
      step: 'failed',
      payment: { state: 'refused' },
      failure: { details: { hold: 'none' } },
    })
  })

  it('that is cancelled shows its page no more, and is stopped should it be paid and begin', async () => {
    const rig = phoneRig()
    const { id } = await startByPhone(rig)
    rig.charging.cancel(id)
    expect(rig.onlyStart().payment?.url).toBeNull()
    tell(rig, { status: 'ACCEPTED', attemptId: 'attempt-1' })
    await rig.pass(4_000)
    rig.world.attempts = [attempt({ status: 'STARTED', chargelogId: 'log-1' })]
    rig.world.running = [chargelog()]
    await rig.pass(2_000)
    expect(rig.platform.count('RemoteStop')).toBe(1)
  })

  it('hides its page from whoever comes next', async () => {
    const rig = phoneRig()
    const { id } = await startByPhone(rig)
    rig.charging.leave({ startId: id, sessionId: null })
    expect(rig.onlyStart().payment?.url).toBeNull()
  })

  it('claims no session of somebody else while it is paid', async () => {
    const rig = phoneRig()
    await startByPhone(rig)
    rig.world.running = [chargelog()]
    await rig.pass(30_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'paying', sessionId: null })
  })
})
