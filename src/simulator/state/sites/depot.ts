import type { SitePlan, StationPlan } from '../blueprint.ts'
import { buildRows } from './rows.ts'

const stations: StationPlan[] = buildRows(
  [
    { stations: 12, prefix: 'SD-A', name: 'Hall A, post', plugs: ['type2Cable22', 'type2Cable22'] },
    { stations: 4, prefix: 'SD-B', name: 'Bus lane', plugs: ['ccs300', 'ccs300'] },
    { stations: 4, prefix: 'SD-C', name: 'Yard fast charger', plugs: ['ccs50', 'chademo50'] },
    { stations: 2, prefix: 'SD-D', name: 'Workshop', plugs: ['ceeRed', 'ceeBlue'] },
    { stations: 2, prefix: 'SD-E', name: 'Bicycle shed', plugs: ['domestic', 'domestic'] },
  ],
  ['Available', 'Charging', 'Charging', 'Available', 'SuspendedEV', 'Charging', 'Finishing'],
  {
    2: { own: true },
    3: { own: true },
    7: { status: 'Faulted' },
    9: { own: true },
    14: { status: 'Reserved' },
    16: { status: 'SuspendedEVSE', own: true },
    20: { status: 'Unavailable' },
    22: { status: 'Preparing' },
    25: { status: 'Charging', own: true, calibrated: true },
    26: { calibrated: true },
    29: { maintenanceHours: [-1, 3] },
    31: { maintenanceHours: [40, 48] },
    46: { freeOfCharge: true, status: 'Available' },
    47: { number: null, label: 'Connector 47' },
    48: { freeOfCharge: true, status: 'Available' },
  },
)

/** 48 connectors of a municipal utility's depot: vans, buses, a workshop. */
export const depot: SitePlan = {
  key: 'depot',
  label: 'Stadtwerke Depot',
  company: 'Stadtwerke Salzburg',
  street: 'Betriebsstraße 12',
  zip: '5020',
  city: 'Salzburg',
  latitude: 47.8226,
  longitude: 13.0402,
  phone: '+43 662 1234570',
  email: 'fleet@stadtwerke-depot.example',
  stations: stations.map((station) =>
    station.label === 'SD-E02' ? { ...station, hasRemoteCommands: false } : station,
  ),
}
