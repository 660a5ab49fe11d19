import { expect, test } from 'vitest'
import { createClock } from '#common/clock.ts'
import { activeMsAt, lastReading, readMeter } from '#simulator/charging/meter.ts'
import { createGround } from '#simulator/charging/transactions.ts'
import type { Transaction } from '#simulator/state/model.ts'
import { createNetwork } from '#simulator/state/network.ts'

const START_MS = 1_795_424_400_000
const VEHICLE = {
  name: 'Test vehicle',
  batteryKWh: 58,
  socPercent: 20,
  maxPowerKW: 11,
  tellsSoc: true,
}

function setUp() {
  const clock = createClock({ startMs: START_MS, speed: 0 })
  const ground = createGround(clock)
  const connector = createNetwork(1, START_MS).connectors[0]
  if (!connector) throw new Error('unreachable: the network has connectors')
  ground.plugIn(connector, VEHICLE)
  const transaction: Transaction = ground.begin(connector, null)
  return { clock, ground, connector, transaction }
}

test('the station sends its first value after ten seconds, then every ten', () => {
  const { transaction } = setUp()
  expect(lastReading(transaction, START_MS + 9_999)).toBeNull()
  expect(lastReading(transaction, START_MS + 10_000)?.atMs).toBe(START_MS + 10_000)
  expect(lastReading(transaction, START_MS + 25_000)?.atMs).toBe(START_MS + 20_000)
})

test('energy is exact at any moment, whatever steps the clock took', async () => {
  const { clock, transaction } = setUp()
  await clock.advance(1_234_567)
  await clock.advance(2_365_433)
  expect(readMeter(transaction, clock.now()).energyWh).toBe(11_000)
})

test('a pause takes its time out and its power away', async () => {
  const { clock, ground, connector, transaction } = setUp()
  await clock.advance(600_000)
  ground.setStatus(connector, 'SuspendedEVSE')
  await clock.advance(300_000)
  expect(readMeter(transaction, clock.now()).powerW).toBe(0)
  ground.setStatus(connector, 'Charging')
  await clock.advance(600_000)
  expect(activeMsAt(transaction, clock.now())).toBe(1_200_000)
  expect(activeMsAt(transaction, START_MS + 700_000)).toBe(600_000)
})

test('the register of the connector keeps what was charged', async () => {
  const { clock, ground, connector, transaction } = setUp()
  await clock.advance(3_600_000)
  ground.end(transaction)
  expect(connector.registerWh).toBe(transaction.meterStartWh + 11_000)
  await clock.advance(3_600_000)
  expect(lastReading(transaction, clock.now())).toMatchObject({ energyWh: 11_000, powerW: 0 })
})
