import { describe, expect, it } from 'vitest'
import type { StartStep } from '#contract/charging.ts'
import { CommandError } from '#main/core/errors.ts'
import { startScene, type ChargingTerminal, type Scene } from './station.ts'

const MINUTE_MS = 60_000

async function phoneScene(): Promise<Scene> {
  const scene = await startScene()
  await scene.simulator.control.payByPhone(true)
  return scene
}

const at = (terminal: ChargingTerminal, step: StartStep) => () =>
  terminal.startShown().step === step

/** The guest's phone has scanned the QR code. */
const preauthOf = ({ terminal }: Scene): string =>
  terminal.startShown().payment?.url?.split('/').at(-1) ?? ''

async function openPage(scene: Scene): Promise<void> {
  const { terminal, connectorId } = scene
  await terminal.startWith('phone', { connectorId, hold: 1 })
  await terminal.until(at(terminal, 'paying'))
}

describe('a start by phone', () => {
  it('is paid on the page, then charges, and is stopped like any other', async () => {
    const scene = await phoneScene()
    const { terminal, connectorId, simulator, journal } = scene
    await simulator.control.plugIn(connectorId)
    await openPage(scene)
    const { payment } = terminal.startShown()
    expect(payment).toMatchObject({ hold: { amount: 50, currency: 'EUR' }, state: 'pending' })
    const page = await fetch(payment?.url ?? '')
    expect(await page.text()).toContain('50.00 EUR')
    await terminal.pass(20_000)
    expect(terminal.startShown().payment?.state).toBe('pending')
    await simulator.control.answerPayment(preauthOf(scene), 'approve')
    await terminal.until(at(terminal, 'charging'))
    expect(terminal.startShown().payment).toMatchObject({ state: 'paid', url: null })
    expect(terminal.startShown().history.map(({ step }) => step)).toContain('paying')
    await terminal.charging.stop({ sessionId: terminal.sessionShown().id, requestId: 's1' })
    await terminal.until(() => terminal.sessionShown().status === 'stopped')
    expect(await journal('remoteStartWithPreauth')).toHaveLength(1)
    expect(await journal('attemptRemoteStart')).toHaveLength(0)
    expect(await journal('started')).toHaveLength(1)
  })

  it('waits for the plug after it was paid', async () => {
    const scene = await phoneScene()
    const { terminal, connectorId, simulator } = scene
    await openPage(scene)
    await simulator.control.answerPayment(preauthOf(scene), 'approve')
    await terminal.until(at(terminal, 'waiting-for-plug'))
    await simulator.control.plugIn(connectorId)
    await terminal.until(at(terminal, 'charging'))
  })

  it('waits for the bank that confirms by 3-D Secure', async () => {
    const scene = await phoneScene()
    const { terminal, connectorId, simulator } = scene
    await simulator.control.plugIn(connectorId)
    await openPage(scene)
    await simulator.control.answerPayment(preauthOf(scene), 'secure')
    await terminal.pass(6_000)
    expect(terminal.startShown()).toMatchObject({ step: 'paying', payment: { state: 'pending' } })
    await terminal.until(at(terminal, 'charging'))
  })

  it('is told as refused when the guest declines, and may be tried again at once', async () => {
    const scene = await phoneScene()
    const { terminal, connectorId, simulator } = scene
    await openPage(scene)
    await simulator.control.answerPayment(preauthOf(scene), 'decline')
    await terminal.until(at(terminal, 'rejected'))
    expect(terminal.startShown().failure).toMatchObject({
      code: 'payment-refused',
      details: { hold: 'none' },
    })
    await terminal.startWith('phone', { connectorId, requestId: 'r2', hold: 0 })
    await terminal.until(at(terminal, 'paying'))
  })

  it('is not paid in time when the page stays open, and opens no second hold', async () => {
    const scene = await phoneScene()
    const { terminal, connectorId, journal } = scene
    await openPage(scene)
    await terminal.until(at(terminal, 'timed-out'), 11 * MINUTE_MS, 5_000)
    expect(terminal.startShown()).toMatchObject({
      payment: { state: 'overdue', url: null },
      failure: { code: 'payment-overdue', details: { hold: 'may-remain' } },
    })
    const again = terminal.startWith('phone', { connectorId, requestId: 'r2', hold: 0 })
    await expect(again).rejects.toThrow(CommandError)
    await expect(again).rejects.toMatchObject({ failure: { code: 'hold-open' } })
    expect(await journal('remoteStartWithPreauth')).toHaveLength(1)
    // Another way to start is open all the same.
    await terminal.startWith('card', { connectorId, requestId: 'r3' })
    await terminal.until(at(terminal, 'waiting-for-plug'))
  })

  it('whose answer is lost is not sent again', async () => {
    const scene = await phoneScene()
    const { terminal, connectorId, simulator, journal } = scene
    const operations = ['remoteStartWithPreauth']
    await simulator.control.setFault('cut', { phase: 'after', operations, times: 1 })
    await terminal.startWith('phone', { connectorId, hold: 0 })
    await terminal.until(at(terminal, 'unknown'))
    await terminal.until(at(terminal, 'timed-out'), 6 * MINUTE_MS, 5_000)
    const again = terminal.startWith('phone', { connectorId, requestId: 'r2', hold: 0 })
    await expect(again).rejects.toMatchObject({ failure: { code: 'hold-open' } })
    expect(await journal('remoteStartWithPreauth')).toHaveLength(1)
  })

  it('goes on over a restart in the middle of the payment', async () => {
    const scene = await phoneScene()
    const { terminal, connectorId, simulator } = scene
    await simulator.control.plugIn(connectorId)
    await openPage(scene)
    const preauth = preauthOf(scene)
    await terminal.restart()
    expect(preauthOf(scene)).toBe(preauth)
    await simulator.control.answerPayment(preauth, 'approve')
    await terminal.until(at(terminal, 'charging'))
  })
})
