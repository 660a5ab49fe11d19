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
  const fullTimers = new Map<Transaction, () => void>()
  let transactionCount = 0

  const reserveId = (): string => {
    transactionCount += 1
    const day = new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '')
    return `TXN-${day}-${String(transactionCount).padStart(5, '0')}`
  }

  const watchFull = (transaction: Transaction): void => {
    fullTimers.get(transaction)?.()
    const remainingMs = transaction.trajectory.fullAfterMs - activeMsAt(transaction, clock.now())
    const suspend = (): void => {
      fullTimers.delete(transaction)
      if (transaction.endedMs === null) transaction.connector.ocpp = 'SuspendedEV'
    }
    fullTimers.set(transaction, clock.setTimer(remainingMs, suspend))
  }

  const end = (transaction: Transaction): void => {
    if (transaction.endedMs !== null) return
    fullTimers.get(transaction)?.()
    fullTimers.delete(transaction)
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

  const setPaused = (transaction: Transaction, isPaused: boolean): void => {
    const last = transaction.pauses.at(-1)
    const isAlready = last?.toMs === null
    if (isPaused && !isAlready) {
      transaction.pauses.push({ fromMs: clock.now(), toMs: null })
      fullTimers.get(transaction)?.()
    } else if (!isPaused && last && isAlready) {
      last.toMs = clock.now()
      watchFull(transaction)
    }
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
      const { vehicle, plug } = connector
      if (!vehicle) throw new Error('Nothing is plugged in.')
      const transaction: Transaction = {
        id,
        connector,
        vehicle,
        trajectory: createTrajectory({
          current: plug.current,
          batteryKWh: vehicle.batteryKWh,
          socPercent: vehicle.socPercent,
          vehicleKW: vehicle.maxPowerKW,
          connectorKW: plug.maxPowerKW,
        }),
        startedMs,
        endedMs: null,
        meterStartWh: connector.registerWh,
        pauses: [],
        chargelog,
      }
      connector.transaction = transaction
      connector.ocpp = 'Charging'
      watchFull(transaction)
      began.emit(transaction)
      return transaction
    },
    setStatus(connector, status) {
      const { transaction } = connector
      if (status === 'Available') unplug(connector)
      else if (transaction && (BROKEN.includes(status) || status === 'Finishing')) end(transaction)
      else if (transaction) setPaused(transaction, PAUSED.includes(status))
      connector.ocpp = status
    },
  }
}
