import type { Clock } from '#common/clock.ts'
import type { Faults } from '../faults/faults.ts'
import type { Chargelog, MeterReading } from '../state/model.ts'
import { billFor, type Bill } from './cost.ts'

/** What the platform says that sessions cost. */
export interface Bills {
  /** The cost so far: with each meter value, not in between. Null where nothing is billed. */
  soFar(chargelog: Chargelog): Bill | null
  /** The final cost; null while it runs, and where nothing is billed. */
  final(chargelog: Chargelog): Bill | null
  /** The session has ended. Returns after how many ms its sum is right. */
  close(chargelog: Chargelog, endedMs: number): number
}

interface Parts {
  clock: Clock
  faults: Faults
  /** The latest meter values that have reached the platform. */
  reading: (chargelog: Chargelog) => MeterReading | null
}

/** A sum that is answered too early grows by this much in each of these times. */
const LATE_SUM = { defaultMs: 40_000, stepMs: 20_000, share: 0.1 }

export function createBills({ clock, faults, reading }: Parts): Bills {
  /** When the sum of a session that has ended is right (epoch ms). */
  const sumsDue = new WeakMap<Chargelog, number>()

  const billed = (chargelog: Chargelog, share: number): Bill | null => {
    const latest = reading(chargelog)
    if (!latest || !chargelog.invoiced) return null
    const { tariff, ratePackage, startedMs } = chargelog
    const durationMs = latest.atMs - startedMs
    const energyWh = Math.round(latest.energyWh * share)
    return billFor({ energyWh, durationMs, tariff, ratePackage })
  }

  return {
    soFar(chargelog) {
      const missingMs = Math.max(0, (sumsDue.get(chargelog) ?? 0) - clock.now())
      const steps = Math.ceil(missingMs / LATE_SUM.stepMs)
      return billed(chargelog, Math.max(0, 1 - steps * LATE_SUM.share))
    },
    final: (chargelog) => (chargelog.final ? billed(chargelog, 1) : null),
    close(chargelog, endedMs) {
      const late = faults.take('lateSum', ['chargelog'])
      const lateMs = late ? (late.ms ?? LATE_SUM.defaultMs) : 0
      sumsDue.set(chargelog, endedMs + lateMs)
      return lateMs
    },
  }
}
