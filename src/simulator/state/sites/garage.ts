import type { ConnectorPlan, SitePlan, StationPlan } from '../blueprint.ts'
import { buildRows } from './rows.ts'

const OWN_NUMBERS = [5, 18, 31, 44, 57, 70, 83, 96, 109, 122]

const details: Record<number, Partial<ConnectorPlan>> = {
  ...Object.fromEntries(OWN_NUMBERS.map((number) => [number, { status: 'Charging', own: true }])),
  8: { status: 'Reserved' },
  12: { status: 'Faulted' },
  40: { status: 'Preparing' },
  64: { status: 'SuspendedEVSE' },
  77: { number: null, label: 'Connector 77' },
  90: { status: 'Unavailable' },
  100: { maintenanceHours: [-2, 6] },
  101: { maintenanceHours: [20, 26] },
  130: { status: 'Faulted' },
  151: { packages: true },
  190: { calibrated: true },
  200: { freeOfCharge: true, status: 'Available' },
}

const stations: StationPlan[] = buildRows(
  [
    {
      stations: 40,
      prefix: 'PZ-1',
      name: 'Level 1, bay',
      plugs: ['type2Socket11', 'type2Socket11'],
      directions: 'Level 1',
    },
    {
      stations: 35,
      prefix: 'PZ-2',
      name: 'Level 2, bay',
      plugs: ['type2Socket22', 'type2Socket22'],
      directions: 'Level 2',
    },
    { stations: 6, prefix: 'PZ-3', name: 'Long stay', plugs: ['type1Cable7', 'domestic'] },
    { stations: 10, prefix: 'PZ-4', name: 'Fast charger', plugs: ['ccs150', 'chademo50'] },
    { stations: 4, prefix: 'PZ-5', name: 'Guest charger', plugs: ['nacs150', 'ccs1'] },
    { stations: 5, prefix: 'PZ-6', name: 'Van bay', plugs: ['ccs300'] },
    { stations: 3, prefix: 'PZ-7', name: 'Exit', plugs: ['type2Cable22'] },
    { stations: 1, prefix: 'PZ-8', name: 'Reception', plugs: ['ccs50', 'type2Cable22'] },
  ],
  ['Available', 'Charging', 'Available', 'SuspendedEV', 'Charging', 'Available', 'Finishing'],
  details,
)

/** 200 connectors of a public car park in the centre. */
export const garage: SitePlan = {
  key: 'garage',
  label: 'Parkgarage Zentrum',
  company: 'Salzburger Parkgaragen GmbH',
  street: 'Bahnhofstraße 5',
  zip: '5020',
  city: 'Salzburg',
  latitude: 47.8134,
  longitude: 13.0455,
  phone: '+43 662 1234580',
  email: 'leitstand@parkgarage-zentrum.example',
  stations: stations.map((station) =>
    station.label === 'PZ-303' ? { ...station, hasRemoteCommands: false } : station,
  ),
}
