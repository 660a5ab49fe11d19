import type { Clock } from '#common/clock.ts'
import type { Chargelogs } from '../charging/chargelogs.ts'
import { METER_INTERVAL_MS } from '../charging/meter.ts'
import type { Chargelog, MeterReading } from '../state/model.ts'
import type { FaultName, Faults } from './faults.ts'

/** What the platform tells of a session's meter, right or wrong. Energy in Wh since the session began. */
export interface Readings {
  /** As the meter's summary tells it (chargelogMeterValuesSummary). */
  meter(chargelog: Chargelog): MeterReading | null
  /** The energy of the session's record (Chargelog.energyConsumption). */
  recordWh(chargelog: Chargelog): number | null
  /** From now on this copy of a record is answered as it was at `atMs`. */
  tellAsOf(copy: Chargelog, atMs: number): void
}

const HOUR_MS = 3_600_000
/** What a state of charge says that nobody set: all bits of its register. */
const NO_SOC_PERCENT = 65_535

export function createReadings(parts: {
  clock: Clock
  faults: Faults
  chargelogs: Chargelogs
}): Readings {
  const { clock, faults, chargelogs } = parts
  const onSinceMs = new Map<FaultName, number>()
  const asOfMs = new WeakMap<Chargelog, number>()
  faults.onChange((name, isOn) => {
    if (isOn) onSinceMs.set(name, clock.now())
  })
  const sinceMs = (name: FaultName): number => onSinceMs.get(name) ?? 0

  const rightly = (chargelog: Chargelog): MeterReading | null =>
    chargelogs.reading(chargelog, asOfMs.get(chargelog))

  /** Only what was measured while the fault lasted is wrong. */
  const impossible = (reading: MeterReading, where: 'meter' | 'record'): MeterReading => {
    const wrong = faults.peek('wrongReading')
    const { as = 'thousandfold', where: place = 'meter', forMs = METER_INTERVAL_MS } = wrong ?? {}
    if (!wrong || (place !== 'both' && place !== where)) return reading
    const begunMs = sinceMs('wrongReading')
    if (reading.atMs <= begunMs || reading.atMs > begunMs + forMs) return reading
    const { energyWh, socPercent } = reading
    if (as === 'soc') return { ...reading, socPercent: socPercent === null ? null : NO_SOC_PERCENT }
    return { ...reading, energyWh: as === 'negative' ? -energyWh - 1 : energyWh * 1_000 }
  }

  const countedAnew = (chargelog: Chargelog, reading: MeterReading): MeterReading => {
    const resetMs = sinceMs('registerReset')
    if (!faults.peek('registerReset') || reading.atMs <= resetMs) return reading
    const beforeWh = chargelogs.reading(chargelog, resetMs)?.energyWh ?? 0
    return { ...reading, energyWh: reading.energyWh - beforeWh }
  }

  const timed = (reading: MeterReading): MeterReading => {
    const wrong = faults.peek('meterClock')
    if (!wrong) return reading
    const { from1970 = false, ms = HOUR_MS } = wrong
    const aheadMs = from1970 ? -sinceMs('meterClock') : ms
    return { ...reading, atMs: reading.atMs + aheadMs }
  }

  return {
    meter(chargelog) {
      const reading = rightly(chargelog)
      if (!reading || chargelog.final) return reading
      return timed(countedAnew(chargelog, impossible(reading, 'meter')))
    },
    recordWh(chargelog) {
      const reading = rightly(chargelog)
      if (!reading || chargelog.final) return reading && reading.energyWh
      return impossible(reading, 'record').energyWh
    },
    tellAsOf(copy, atMs) {
      asOfMs.set(copy, atMs)
    },
  }
}
