import type { Clock } from '#common/clock.ts'
import type { Signal } from '../signal.ts'
import { createSignal } from '../signal.ts'
import type { Chargelog, Connector, OcppStatus, Transaction } from '../state/model.ts'
import { createTrajectory } from './curve.ts'
import { activeMsAt, readMeter } from './meter.ts'
import type { Vehicle } from './vehicles.ts'

export interface BeginOptions {
  id?: string
  /** In the past: it has long begun. Default: now. */
  startedMs?: number
}

/** What the stations do: vehicles come and go, power flows. Knows nothing of the platform. */
export interface Ground {
  plugIn(connector: Connector, vehicle: Vehicle): void
  /** Takes the plug out. A running transaction ends. */
  unplug(connector: Connector): void
  /** The name of the next transaction, for answers that tell it before it runs. */
  reserveId(): string
  /** Lets power flow into the plugged vehicle. */
  begin(connector: Connector, chargelog: Chargelog | null, options?: BeginOptions): Transaction
  end(transaction: Transaction): void
  /** The station says so, with what follows from it. */
  setStatus(connector: Connector, status: OcppStatus): void
  readonly plugged: Signal<Connector>
  readonly unplugged: Signal<Connector>
  readonly began: Signal<Transaction>
  readonly ended: Signal<Transaction>
}

const PAUSED: readonly OcppStatus[] = ['SuspendedEV', 'SuspendedEVSE']
const BROKEN: readonly OcppStatus[] = ['Faulted', 'Unavailable']

export function createGround(clock: Clock): Ground {
  const plugged = createSignal<Connector>()
  const unplugged = createSignal<Connector>()
  const began = createSignal<Transaction>()
  const ended = createSignal<Transaction>()
  const reserveId = createTransactionIds(clock)
  const fullness = createFullness(clock)

  const end = (transaction: Transaction): void => {
    if (transaction.endedMs !== null) return
    fullness.unwatch(transaction)
    const nowMs = clock.now()
    transaction.endedMs = nowMs
    const { connector } = transaction
    connector.registerWh = transaction.meterStartWh + readMeter(transaction, nowMs).energyWh
    connector.transaction = null
    connector.ocpp = 'Finishing'
    ended.emit(transaction)
  }

  const unplug = (connector: Connector): void => {
    if (!connector.vehicle) return
    if (connector.transaction) end(connector.transaction)
    connector.vehicle = null
    if (!BROKEN.includes(connector.ocpp)) connector.ocpp = 'Available'
    unplugged.emit(connector)
  }

  return {
    plugged,
    unplugged,
    began,
    ended,
    reserveId,
    end,
    unplug,
    plugIn(connector, vehicle) {
      unplug(connector)
      connector.vehicle = vehicle
      if (connector.ocpp === 'Available') connector.ocpp = 'Preparing'
      plugged.emit(connector)
    },
    begin(connector, chargelog, { id = reserveId(), startedMs = clock.now() } = {}) {
      const transaction = newTransaction(connector, { id, startedMs, chargelog })
      connector.transaction = transaction
      connector.ocpp = 'Charging'
      fullness.watch(transaction)
      began.emit(transaction)
      return transaction
    },
    setStatus(connector, status) {
      const { transaction } = connector
      if (status === 'Available') unplug(connector)
      else if (transaction && (BROKEN.includes(status) || status === 'Finishing')) end(transaction)
      else if (transaction) fullness.setPaused(transaction, PAUSED.includes(status))
      connector.ocpp = status
    },
  }
}

function createTransactionIds(clock: Clock): () => string {
  let count = 0
  return () => {
    count += 1
    const day = new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '')
    return `TXN-${day}-${String(count).padStart(5, '0')}`
  }
}

function newTransaction(
  connector: Connector,
  facts: Pick<Transaction, 'id' | 'startedMs' | 'chargelog'>,
): Transaction {
  const { vehicle, plug } = connector
  if (!vehicle) throw new Error('Nothing is plugged in.')
  return {
    ...facts,
    connector,
    vehicle,
    trajectory: createTrajectory({
      current: plug.current,
      batteryKWh: vehicle.batteryKWh,
      socPercent: vehicle.socPercent,
      vehicleKW: vehicle.maxPowerKW,
      connectorKW: plug.maxPowerKW,
    }),
    endedMs: null,
    meterStartWh: connector.registerWh,
    pauses: [],
  }
}

/** A car whose battery is full takes no more: the station suspends the transaction. Pauses put that off. */
function createFullness(clock: Clock) {
  const timers = new Map<Transaction, () => void>()

  const watch = (transaction: Transaction): void => {
    timers.get(transaction)?.()
    const remainingMs = transaction.trajectory.fullAfterMs - activeMsAt(transaction, clock.now())
    const suspend = (): void => {
      timers.delete(transaction)
      if (transaction.endedMs === null) transaction.connector.ocpp = 'SuspendedEV'
    }
    timers.set(transaction, clock.setTimer(remainingMs, suspend))
  }

  return {
    watch,
    unwatch(transaction: Transaction): void {
      timers.get(transaction)?.()
      timers.delete(transaction)
    },
    setPaused(transaction: Transaction, isPaused: boolean): void {
      const last = transaction.pauses.at(-1)
      const isAlready = last?.toMs === null
      if (isPaused && !isAlready) {
        transaction.pauses.push({ fromMs: clock.now(), toMs: null })
        timers.get(transaction)?.()
      } else if (!isPaused && last && isAlready) {
        last.toMs = clock.now()
        watch(transaction)
      }
    },
  }
}
