import type { MeterReading, Transaction } from '../state/model.ts'

/** Stations send meter values this often by default, in ms; the first after the same time from the start. */
export const METER_INTERVAL_MS = 10_000

/** How long power has flowed by `atMs`: the time since the start without the pauses, in ms. */
export function activeMsAt(transaction: Transaction, atMs: number): number {
  const endMs = Math.min(atMs, transaction.endedMs ?? atMs)
  const paused = transaction.pauses.reduce((sum, { fromMs, toMs }) => {
    const overlap = Math.min(toMs ?? endMs, endMs) - Math.max(fromMs, transaction.startedMs)
    return sum + Math.max(0, overlap)
  }, 0)
  return Math.max(0, endMs - transaction.startedMs - paused)
}

/** What the meter shows at exactly `atMs`. */
export function readMeter(transaction: Transaction, atMs: number): MeterReading {
  const { trajectory, vehicle, pauses, endedMs } = transaction
  const activeMs = activeMsAt(transaction, atMs)
  const isPaused = pauses.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < (toMs ?? Infinity))
  const isOver = endedMs !== null && atMs >= endedMs
  return {
    atMs,
    energyWh: Math.floor(trajectory.energyWhAt(activeMs)),
    powerW: isPaused || isOver ? 0 : Math.round(trajectory.powerWAt(activeMs)),
    socPercent: vehicle.tellsSoc ? Math.floor(trajectory.socPercentAt(activeMs)) : null,
  }
}

/** The latest reading that the station has sent by `nowMs`, or null before the first. */
export function lastReading(
  transaction: Transaction,
  nowMs: number,
  intervalMs = METER_INTERVAL_MS,
): MeterReading | null {
  const endMs = transaction.endedMs
  if (endMs !== null && nowMs >= endMs) return readMeter(transaction, endMs)
  const count = Math.floor((nowMs - transaction.startedMs) / intervalMs)
  if (count < 1) return null
  return readMeter(transaction, transaction.startedMs + count * intervalMs)
}
