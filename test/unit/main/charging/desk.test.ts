import { describe, expect, it } from 'vitest'
import { card, platformFailure, remoteStartParts } from './fake-platform.ts'
import { chargelog, codeOf, createRig, optionOf, settle, type Rig } from './rig.ts'

function atDesk(change: Partial<Rig['rules']> = {}): Rig {
  const rig = createRig()
  rig.isDesk = true
  rig.rules = { ...rig.rules, ...change }
  return rig
}

const startAtDesk = async (rig: Rig, change: Record<string, unknown> = {}): Promise<void> => {
  const optionId = await optionOf(rig)
  await rig.charging.desk.start({ connectorId: 'c1', optionId, requestId: 'd1', ...change })
  await settle()
}

describe('a start at the desk', () => {
  it.each(['desk', 'booking'] as const)('needs nothing where guests need: %s', async (cards) => {
    const rig = atDesk({ cards })
    await startAtDesk(rig, { bookingReference: '214' })
    expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
    expect(rig.onlyStart()).toMatchObject({
      origin: {
        startedBy: 'desk',
        optionLabel: 'Hotel card',
        bookingReference: '214',
        withoutInvoice: false,
      },
    })
  })

  it('tells where it came from at the desk alone', async () => {
    const rig = atDesk()
    await startAtDesk(rig)
    rig.isDesk = false
    expect(rig.onlyStart()).not.toHaveProperty('origin')
  })

  it('belongs to no guest who stands there: no code, and nothing claimed', async () => {
    const rig = atDesk({ stopCodes: true })
    await startAtDesk(rig)
    rig.world.running = [chargelog()]
    await rig.pass(15_000)
    rig.isDesk = false
    expect(rig.onlySession()).toMatchObject({ claimed: false, stopCode: null })
  })

  it('without an invoice is another operation, sent once', async () => {
    const rig = atDesk()
    rig.platform.on('RemoteStartWithoutInvoicing', () => ({
      remoteStartWithoutInvoicing: remoteStartParts(),
    }))
    await startAtDesk(rig, { withoutInvoice: true })
    expect(rig.platform.count('RemoteStartWithoutInvoicing')).toBe(1)
    expect(rig.platform.count('AttemptRemoteStart')).toBe(0)
    expect(rig.onlyStart()).toMatchObject({ step: 'accepted', origin: { withoutInvoice: true } })
  })

  it('without an invoice keeps its connector as long as the platform keeps the start', async () => {
    const rig = atDesk()
    rig.platform.on('RemoteStartWithoutInvoicing', () => {
      throw platformFailure('timed-out', 'unknown')
    })
    await startAtDesk(rig, { withoutInvoice: true })
    await rig.pass(10 * 60_000, 10_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'unknown' })
    expect(await codeOf(() => rig.start('another'))).toBe('start-open')
    await rig.pass(30_000, 10_000)
    expect(rig.onlyStart()).toMatchObject({ step: 'timed-out' })
  })

  it.each([
    ['a package', { packageId: 'p1' }],
    ['a time', { target: { kind: 'time', minutes: 60 } }],
  ])('without an invoice takes no %s', async (_, change) => {
    const rig = atDesk()
    const start = startAtDesk(rig, { withoutInvoice: true, ...change })
    expect(await codeOf(() => start)).toBe('invalid')
    expect(rig.charging.state().starts).toEqual([])
  })
})

describe('what a guest asks the desk to allow', () => {
  const ask = async (rig: Rig): Promise<string> => {
    const optionId = await optionOf(rig)
    return rig.charging.request({
      connectorId: 'c1',
      optionId,
      requestId: 'g1',
      bookingReference: '214',
    }).approvalId
  }
  const state = (rig: Rig) => rig.charging.state().approvals.map((each) => each.state)

  it('waits with what the guest saw, until the price is too old', async () => {
    const rig = createRig()
    rig.rules = { ...rig.rules, cards: 'desk' }
    const id = await ask(rig)
    expect(rig.charging.state().approvals).toMatchObject([
      { id, optionLabel: 'Hotel card', bookingReference: '214', state: 'waiting', startId: null },
    ])
    await rig.clock.advance(5 * 60_000 + 1)
    expect(state(rig)).toEqual(['expired'])
    expect(await codeOf(() => rig.charging.desk.approve(id))).toBe('approval-gone')
    await rig.clock.advance(60_000)
    expect(state(rig)).toEqual([])
  })

  it('becomes that guest’s start when the desk allows it, once', async () => {
    const rig = createRig()
    rig.rules = { ...rig.rules, cards: 'desk' }
    const id = await ask(rig)
    const { startId } = await rig.charging.desk.approve(id)
    expect(rig.charging.state().approvals).toMatchObject([{ state: 'approved', startId }])
    expect(await codeOf(() => rig.charging.desk.approve(id))).toBe('approval-gone')
    await settle()
    expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
    rig.isDesk = true
    expect(rig.onlyStart().origin?.startedBy).toBe('guest')
  })

  it('still waits when the start fails before it is sent', async () => {
    const rig = createRig()
    const id = await ask(rig)
    rig.platform.on('ConnectorNow', () => {
      throw platformFailure('offline', 'not-carried-out')
    })
    expect(await codeOf(() => rig.charging.desk.approve(id))).toBe('offline')
    expect(state(rig)).toEqual(['waiting'])
  })

  it('is over when the desk declines, the guest withdraws or leaves', async () => {
    const rig = createRig()
    rig.charging.desk.decline(await ask(rig))
    expect(state(rig)).toEqual(['declined'])
    const second = await ask(rig)
    expect(state(rig)).toEqual(['waiting'])
    rig.charging.withdraw(second)
    expect(await codeOf(() => rig.charging.desk.decline(second))).toBe('approval-gone')
    const third = await ask(rig)
    rig.charging.guestLeft()
    expect(await codeOf(() => rig.charging.desk.approve(third))).toBe('approval-gone')
    expect(rig.platform.count('AttemptRemoteStart')).toBe(0)
  })

  it('takes the place of an earlier request at the same connector', async () => {
    const rig = createRig()
    rig.platform.on('AvailableCards', () => ({
      availableCardsForChargingProcess: [card({ id: 'card-2', label: 'Other card' })],
    }))
    const first = await ask(rig)
    const second = await ask(rig)
    expect(rig.charging.state().approvals.map(({ id }) => id)).toEqual([second])
    expect(await codeOf(() => rig.charging.desk.approve(first))).toBe('approval-gone')
  })
})

describe('a stop code that staff read out', () => {
  it('is the one that opens the session', async () => {
    const rig = atDesk({ stopCodes: true })
    rig.world.running = [chargelog()]
    rig.refresh()
    const code = await rig.charging.desk.stopCode('log-1')
    rig.isDesk = false
    rig.charging.guestLeft()
    expect(rig.onlySession().claimed).toBe(false)
    await rig.charging.claim({ sessionId: 'log-1', code })
    expect(rig.onlySession().claimed).toBe(true)
  })

  it('is not there where the operator turned codes off', async () => {
    const rig = atDesk({ stopCodes: false })
    expect(await codeOf(() => rig.charging.desk.stopCode('log-1'))).toBe('not-found')
  })
})
