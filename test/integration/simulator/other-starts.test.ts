import { describe, expect, test } from 'vitest'
import { MINUTE, SECOND, STOP, VEHICLE, chargelogOf, tagFor } from './charging-steps.ts'
import { startBench } from './harness.ts'

describe('other starts', () => {
  const CLASSIC = `mutation ($authorization: Authorization, $connector: String) {
    remoteStart(authorization: $authorization, connector: $connector) { status transaction }
  }`

  test('the classic start answers at once, with a transaction that stops it', async () => {
    const bench = await startBench()
    const { id: connector } = await bench.connector('1')
    await bench.simulator.control.plugIn(connector, VEHICLE)
    const authorization = { identifier: 'any', type: 'AUTO' }
    const answer = await bench.ask<{ status: string; transaction: string }>(CLASSIC, {
      authorization,
      connector,
    })
    expect(answer.status).toBe('ACCEPTED')
    await bench.simulator.control.advance(10 * SECOND)
    expect(await bench.connector('1')).toMatchObject({ ocpp: 'Charging', session: { isOwn: true } })
    await bench.ask(STOP, { transaction: answer.transaction })
    await bench.simulator.control.advance(10 * SECOND)
    expect(await bench.connector('1')).toMatchObject({ ocpp: 'Finishing' })
    await bench.expectAsked('remoteStart')
  })

  test('a roaming driver’s tag starts a session that our account does not see', async () => {
    const bench = await startBench()
    const { id: connector } = await bench.connector('1')
    const { roamingTag } = await bench.simulator.control.overview()
    await bench.simulator.control.plugIn(connector, VEHICLE)
    await bench.ask(CLASSIC, { authorization: { identifier: roamingTag, type: 'RFID' }, connector })
    await bench.simulator.control.advance(10 * SECOND)
    const { session } = await bench.connector('1')
    expect(session?.isOwn).toBe(false)
    expect(await chargelogOf(bench, session?.chargelogId ?? '')).toBeNull()
  })

  test('a start with pre-authorisation waits for the payment page', async () => {
    const bench = await startBench()
    const { id: connector } = await bench.connector('1')
    await bench.simulator.control.plugIn(connector, VEHICLE)
    const { remoteStartPreauthId, redirectUrl } = await bench.ask<Record<string, string>>(
      `mutation ($authorization: Authorization, $connector: String, $amount: CurrencyAmountInput) {
        remoteStartWithPreauth(
          authorization: $authorization, connector: $connector, preauthCurrencyAmount: $amount
        ) { remoteStartPreauthId redirectUrl }
      }`,
      {
        authorization: { identifier: await tagFor(bench, connector), type: 'RFID' },
        connector,
        amount: { amount: 30, currency: { isoCode: 'EUR' } },
      },
    )
    const ask = () =>
      bench.ask<{ status: string | null }>(
        `query ($id: String!) {
          remoteStartWithPreauthStatus(remoteStartPreauthId: $id) { status attemptId transaction }
        }`,
        { id: remoteStartPreauthId },
      )
    expect(await ask()).toMatchObject({ status: null, attemptId: null })
    const page = await fetch(redirectUrl ?? '', {
      method: 'POST',
      body: new URLSearchParams({ answer: 'approve' }),
    })
    expect(await page.text()).toContain('Thank you')
    expect(await ask()).toMatchObject({ status: 'ACCEPTED' })
    await bench.simulator.control.advance(10 * SECOND)
    expect(await bench.connector('1')).toMatchObject({ ocpp: 'Charging' })
    await bench.expectAsked('remoteStartWithPreauth')
    await bench.expectAsked('remoteStartWithPreauthStatus')
  })

  test('a start without invoicing has energy, and neither cost nor document', async () => {
    const bench = await startBench()
    const { id: connector } = await bench.connector('1')
    await bench.simulator.control.plugIn(connector, VEHICLE)
    const answer = await bench.ask<{ status: string; transaction: string }>(
      `mutation ($authorization: Authorization, $connector: String) {
        remoteStartWithoutInvoicing(authorization: $authorization, connector: $connector) {
          status transaction
        }
      }`,
      { authorization: { identifier: await tagFor(bench, connector), type: 'RFID' }, connector },
    )
    expect(answer.status).toBe('ACCEPTED')
    await bench.simulator.control.advance(10 * MINUTE)
    const { session } = await bench.connector('1')
    await bench.ask(STOP, { transaction: answer.transaction })
    await bench.simulator.control.advance(MINUTE)
    const chargelog = await chargelogOf(bench, session?.chargelogId ?? '')
    expect(chargelog).toMatchObject({ status: 'stopped', cost: null, accountDocument: null })
    expect(chargelog.energyConsumption).toBeGreaterThan(1)
    await bench.expectAsked('remoteStartWithoutInvoicing')
  })
})
