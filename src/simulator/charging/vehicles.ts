import type { Random } from '../random.ts'

/** A vehicle as it stands at a connector. */
export interface Vehicle {
  name: string
  batteryKWh: number
  socPercent: number
  /** The most it takes at the connector it is plugged into, in kW. */
  maxPowerKW: number
  /** Whether it tells the station its state of charge. */
  tellsSoc: boolean
}

interface Model {
  name: string
  batteryKWh: number
  acKW: number
  dcKW: number
}

const MODELS: readonly Model[] = [
  { name: 'City car', batteryKWh: 36, acKW: 7.4, dcKW: 46 },
  { name: 'Compact', batteryKWh: 58, acKW: 11, dcKW: 120 },
  { name: 'Family estate', batteryKWh: 77, acKW: 11, dcKW: 135 },
  { name: 'Saloon', batteryKWh: 84, acKW: 11, dcKW: 230 },
  { name: 'Long-range SUV', batteryKWh: 100, acKW: 22, dcKW: 195 },
  { name: 'Delivery van', batteryKWh: 64, acKW: 11, dcKW: 90 },
]

/** Picks a vehicle that arrives wanting to charge. Over direct current most tell their state of charge. */
export function arrivingVehicle(random: Random, current: 'AC' | 'DC'): Vehicle {
  const model = random.pick(MODELS)
  return {
    name: model.name,
    batteryKWh: model.batteryKWh,
    socPercent: random.whole(9, 62),
    maxPowerKW: current === 'DC' ? model.dcKW : model.acKW,
    tellsSoc: current === 'DC' && random.next() < 0.9,
  }
}
