import type { SitePlan } from '../blueprint.ts'

/** Six connectors in a hotel's underground garage: one of each situation that a guest may find. */
export const hotel: SitePlan = {
  key: 'hotel',
  label: 'Hotel Mozart',
  company: 'Hotel Mozart GmbH',
  street: 'Mozartplatz 1',
  zip: '5020',
  city: 'Salzburg',
  latitude: 47.8095,
  longitude: 13.055,
  phone: '+43 662 1234560',
  email: 'frontdesk@hotel-mozart.example',
  stations: [
    {
      label: 'HM-E01',
      publicName: 'Underground garage, left wall',
      directions: 'Underground garage, level -1, to the left of the lift.',
      connectors: [
        {
          plug: 'type2Socket22',
          number: '1',
          sortOrder: '1',
          status: 'Available',
          packages: true,
        },
        { plug: 'type2Socket22', number: '2', sortOrder: '2', status: 'Charging', own: true },
      ],
    },
    {
      label: 'HM-E02',
      publicName: 'Fast charger, forecourt',
      directions: 'In front of the main entrance.',
      connectors: [
        {
          plug: 'ccs150',
          number: '3',
          sortOrder: '3',
          status: 'Available',
          calibrated: true,
        },
        {
          plug: 'ccs150',
          number: '4',
          sortOrder: '9',
          status: 'Charging',
          calibrated: true,
          maintenanceHours: [30, 34],
        },
      ],
    },
    {
      label: 'HM-E03',
      publicName: 'Underground garage, right wall',
      directions: 'Underground garage, level -1, to the right of the lift.',
      connectors: [
        { plug: 'type2Socket11', number: '5', sortOrder: '10', status: 'Finishing' },
        { plug: 'type2Socket11', number: '6', sortOrder: '11', status: 'Faulted' },
      ],
    },
  ],
}
