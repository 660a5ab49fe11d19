import type { ConnectorPlan, SitePlan, StationPlan } from '../blueprint.ts'
import { buildRows, type Row } from './rows.ts'

const LEVELS = 8
const OWN_NUMBERS = [7, 160, 313, 466, 619, 772, 925]

const details: Record<number, Partial<ConnectorPlan>> = {
  ...Object.fromEntries(OWN_NUMBERS.map((number) => [number, { status: 'Charging', own: true }])),
  11: { status: 'Reserved' },
  23: { status: 'Faulted' },
  59: { status: 'Preparing' },
  128: { status: 'Unavailable' },
  256: { status: 'SuspendedEVSE' },
  400: { maintenanceHours: [-2, 6] },
  512: { number: null, label: 'Connector 512' },
  777: { packages: true },
  950: { calibrated: true },
  1000: { freeOfCharge: true, status: 'Available' },
}

const levels: Row[] = Array.from({ length: LEVELS }, (_, index) => {
  const level = String(index + 1)
  const plug = index < 4 ? 'type2Socket11' : 'type2Socket22'
  return {
    stations: 55,
    prefix: `UC-${level}`,
    name: `Level ${level}, bay`,
    plugs: [plug, plug],
    directions: `Level ${level}`,
  }
})

const stations: StationPlan[] = buildRows(
  [
    { stations: 20, prefix: 'UC-F', name: 'Fast charger', plugs: ['ccs150', 'chademo50'] },
    ...levels,
    { stations: 25, prefix: 'UC-V', name: 'Shared cars', plugs: ['type2Cable22', 'type2Cable22'] },
    { stations: 10, prefix: 'UC-B', name: 'Bus stop', plugs: ['ccs300'] },
    { stations: 10, prefix: 'UC-C', name: 'Bicycle deck', plugs: ['domestic', 'domestic'] },
  ],
  ['Available', 'Charging', 'Available', 'SuspendedEV', 'Available', 'Charging', 'Finishing'],
  details,
)

/** 1,000 connectors: the park house of a university, eight levels. It is built only when asked for. */
export const campus: SitePlan = {
  key: 'campus',
  label: 'Campus Parkhaus',
  company: 'Universität Salzburg',
  street: 'Hellbrunner Straße 34',
  zip: '5020',
  city: 'Salzburg',
  latitude: 47.7889,
  longitude: 13.0597,
  phone: '+43 662 1234590',
  email: 'parkhaus@campus-salzburg.example',
  stations,
}
