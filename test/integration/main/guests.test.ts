import { describe, expect, it } from 'vitest'
import type { Session } from '#contract/charging.ts'
import { CommandError } from '#main/core/errors.ts'
import { startStand, type Stand, type StandOptions } from './stand.ts'

interface Charge {
  readonly stand: Stand
  readonly connectorId: string
  readonly startId: string
  readonly sessionId: string
  readonly code: string
  session(): Session | undefined
}

/** A guest starts at a free connector and plugs in. */
async function startCharge(options: StandOptions = {}): Promise<Charge> {
  const stand = await startStand(options)
  const { handlers } = stand.terminal
  const free = stand.model().connectors.find(({ startBlock }) => startBlock === null)
  const connectorId = free?.id ?? ''
  const offer = await handlers['charging.options']({ connectorId })
  const optionId = offer.options.find(({ kind }) => kind !== 'phone')?.id ?? ''
  const { startId } = await handlers['charging.start']({ connectorId, optionId, requestId: 'r1' })
  await stand.simulator.control.plugIn(connectorId)
  const sessionAt = (): string | null | undefined =>
    stand.model().connectors.find(({ id }) => id === connectorId)?.sessionId
  await stand.passUntil(() => typeof sessionAt() === 'string')
  const sessionId = sessionAt() ?? ''
  const session = (): Session | undefined =>
    stand.model().sessions.find(({ id }) => id === sessionId)
  const code = session()?.stopCode ?? ''
  await stand.passUntil(() => (session()?.energyKWh ?? 0) > 0.1)
  return { stand, connectorId, startId, sessionId, code, session }
}

const other = (code: string): string => String((Number(code) + 1) % 10_000).padStart(4, '0')

async function failureOf(run: () => unknown): Promise<unknown> {
  try {
    await run()
  } catch (error) {
    if (error instanceof CommandError) return error.failure
    throw error
  }
  throw new Error('It did not fail.')
}

const leave = ({ stand }: Charge): void => void stand.terminal.handlers['guest.left']({})
const claim = ({ stand, sessionId }: Charge, code: string): unknown =>
  stand.terminal.handlers['charging.claim']({ sessionId, code })
const stop = ({ stand, sessionId }: Charge, requestId = 'r2'): unknown =>
  stand.terminal.handlers['charging.stop']({ sessionId, requestId })

async function stopAndForget(charge: Charge): Promise<void> {
  const { stand, session, startId, sessionId } = charge
  await stop(charge)
  await stand.passUntil(() => session()?.summary?.complete === true)
  await stand.terminal.handlers['charging.leave']({ startId, sessionId })
  leave(charge)
  await stand.passUntil(() => session() === undefined)
}

describe('a guest’s session', () => {
  it('shows its stop code to the guest who started it, who stops without it', async () => {
    const charge = await startCharge()
    expect(charge.code).toMatch(/^\d{4}$/)
    expect(charge.session()).toMatchObject({ protection: 'code', claimed: true })
    expect(charge.stand.model().starts).toMatchObject([
      { claimed: true, code: expect.stringMatching(/^\d{4}$/) as unknown },
    ])
    await stop(charge)
    await charge.stand.passUntil(() => charge.session()?.status === 'stopped')
  })

  it('is closed to the next person, who may stop it by the code', async () => {
    const charge = await startCharge()
    leave(charge)
    expect(charge.session()).toMatchObject({
      claimed: false,
      stopCode: null,
      cost: null,
      powerCurve: [],
      batteryTrack: [],
      rate: null,
    })
    expect(await failureOf(() => stop(charge))).toMatchObject({ code: 'not-claimed' })
    await claim(charge, charge.code)
    await stop(charge)
    await charge.stand.passUntil(() => charge.session()?.summary?.complete === true)
    const journal = await charge.stand.simulator.control.journal()
    expect(journal.filter(({ event }) => event === 'remoteStop')).toHaveLength(1)
  })

  it('slows wrong codes down, over a restart too', async () => {
    const charge = await startCharge()
    const { stand, code } = charge
    leave(charge)
    for (const triesLeft of ['2', '1', '0']) {
      const failure = await failureOf(() => claim(charge, other(code)))
      expect(failure).toMatchObject({ code: 'wrong-code', details: { triesLeft } })
    }
    await stand.restart()
    await stand.passUntil(() => charge.session()?.freshness === 'live')
    expect(charge.session()).toMatchObject({ claimed: false, stopCode: null })
    const tooMany = await failureOf(() => claim(charge, code))
    expect(tooMany).toMatchObject({ code: 'too-many-tries' })
    await stand.pass(31_000)
    await claim(charge, code)
    expect(charge.session()?.claimed).toBe(true)
  })

  it('is open to everybody where the operator turned codes off', async () => {
    const charge = await startCharge({ rules: { stopCodes: false } })
    leave(charge)
    expect(charge.session()).toMatchObject({ protection: 'none', claimed: true, stopCode: null })
    await stop(charge)
    await charge.stand.passUntil(() => charge.session()?.status === 'stopped')
  })

  it('leaves its code in no log', async () => {
    const charge = await startCharge()
    leave(charge)
    await claim(charge, charge.code)
    const asValue = new RegExp(`[":]${charge.code}[",}]`)
    expect(charge.stand.logLines.filter((line) => asValue.test(line))).toEqual([])
  })
})

describe('a receipt', () => {
  it('is printed for the guest alone, with links to document and calibration data', async () => {
    const charge = await startCharge()
    const { stand, sessionId, session } = charge
    const print = (): unknown =>
      stand.terminal.handlers['receipt.print']({ sessionId, language: 'de' })
    await stop(charge)
    await stand.passUntil(() => session()?.summary?.complete === true)
    expect(session()?.summary?.documentUrl).toMatch(/^http/)
    await print()
    expect(stand.printed).toEqual([expect.stringContaining('Ladebeleg')])
    expect(stand.printed[0]).toContain(String(session()?.summary?.meterEnd))
    leave(charge)
    expect(await failureOf(print)).toMatchObject({ code: 'not-claimed' })
  })

  it('is opened again by the stop code within the hour, and printed once more', async () => {
    const charge = await startCharge()
    const { stand, connectorId, sessionId, code, session } = charge
    await stopAndForget(charge)
    const reopen = (told: string): unknown =>
      stand.terminal.handlers['receipt.reopen']({ connectorId, code: told })
    expect(await failureOf(() => reopen(other(code)))).toMatchObject({ code: 'wrong-code' })
    expect(await reopen(code)).toEqual({ sessionId })
    await stand.passUntil(() => session()?.summary?.cost != null)
    await stand.terminal.handlers['receipt.print']({ sessionId, language: 'en' })
    expect(stand.printed).toHaveLength(1)
    await stand.terminal.handlers['charging.leave']({ startId: null, sessionId })
    expect(await failureOf(() => reopen(code))).toMatchObject({ code: 'session-gone' })
  })

  it('is opened for who comes back an hour later', async () => {
    const charge = await startCharge()
    const { stand, connectorId, sessionId, code } = charge
    await stopAndForget(charge)
    await stand.pass(3_600_000)
    const reopened = await stand.terminal.handlers['receipt.reopen']({ connectorId, code })
    expect(reopened).toEqual({ sessionId })
  })
})

describe('a connector', () => {
  it('is found by its EVSE ID, from the site’s own data or by the platform', async () => {
    const stand = await startStand()
    const find = (evseId: string): unknown => stand.terminal.handlers['site.find']({ evseId })
    const [connector] = stand.model().connectors
    const evseId = connector?.evseId ?? ''
    stand.sentSince()
    expect(await find(evseId.toLowerCase().replaceAll('*', ''))).toEqual({
      connectorId: connector?.id,
    })
    expect(stand.sentSince()).toEqual([])
    expect(await find('AT*XXX*E999')).toEqual({ connectorId: null })
    expect(stand.sentSince()).toContain('ConnectorByEvseId')
  })
})
