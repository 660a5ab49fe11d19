import type { TestBench } from './harness.ts'

interface Attempt {
  id: string
  status: string
  isFailure: boolean
  failureReason: string | null
  chargeLogId: string | null
}

interface Chargelog {
  status: string
  sessionId: string
  meterStart: number
  meterEnd: number | null
  energyConsumption: number | null
  dateEnd: string | null
  co2Saving: number | null
  cost: { total: number; costItems: Record<string, number>[] } | null
  accountDocument: { title: string } | null
}

export const SECOND = 1_000
export const MINUTE = 60_000
export const START = `mutation ($input: AttemptRemoteStartInput!) {
  attemptRemoteStart(input: $input) { id status isFailure failureReason chargeLogId }
}`
const STATUS = `query ($id: String!) {
  remoteStartAttemptStatus(id: $id) { id status isFailure failureReason chargeLogId }
}`
const CHARGELOG = `query ($id: ID!) {
  chargelog(id: $id) {
    status sessionId meterStart meterEnd energyConsumption dateEnd co2Saving
    cost { total costItems { netAmount taxAmount grossAmount taxRate } }
    accountDocument { title }
  }
}`
export const STOP = `mutation ($transaction: String) {
  remoteStop(transaction: $transaction) { code status message }
}`
export const VEHICLE = { batteryKWh: 58, socPercent: 20, maxPowerKW: 11, tellsSoc: true }

export const statusOf = (bench: TestBench, id: string) => bench.ask<Attempt>(STATUS, { id })
export const chargelogOf = (bench: TestBench, id: string | null) =>
  bench.ask<Chargelog>(CHARGELOG, { id })

export async function tagFor(bench: TestBench, connectorId: string): Promise<string> {
  const [card] = await bench.ask<{ tagId: string }[]>(
    'query ($id: String!) { availableCardsForChargingProcess(connectorId: $id) { tagId } }',
    { id: connectorId },
  )
  return card?.tagId ?? ''
}

export async function start(
  bench: TestBench,
  number: string,
  config: object = {},
): Promise<Attempt> {
  const { id: connectorId } = await bench.connector(number)
  const tagId = await tagFor(bench, connectorId)
  return bench.ask<Attempt>(START, { input: { connectorId, tagId, config } })
}

/** Starts with a vehicle plugged in and waits until power flows. */
export async function charge(
  bench: TestBench,
  number: string,
  config: object = {},
): Promise<Attempt> {
  const { id } = await bench.connector(number)
  await bench.simulator.control.plugIn(id, VEHICLE)
  const attempt = await start(bench, number, config)
  await bench.simulator.control.advance(10 * SECOND)
  return statusOf(bench, attempt.id)
}
