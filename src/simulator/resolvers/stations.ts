import { PICTURE_VIEWS } from '../pictures/station-picture.ts'
import type { Connector, Plug, Site, Station, StationHours } from '../state/model.ts'
import { stationStatesOf, statesOf } from '../state/status.ts'
import type { Fields, TypeFields } from './kit.ts'
import { contactOf, iso, typeFields } from './kit.ts'

const regularHours = ({ regular }: StationHours): object[] =>
  regular.map(({ weekday, begin, end }) => ({ weekday, operatingHours: { begin, end } }))

/** Site, Cp and Connector (L6135, L4905, L3590), resolved from the network. */
export const stationTypes: Record<string, TypeFields> = {
  Site: typeFields({
    cps: ({ stations }, { world }) => (world.hasEmptySites ? [] : stations),
    scope: () => 'public',
  } satisfies Fields<Site>),
  Cp: typeFields({
    accessType: ({ roaming }) => (roaming ? 'EXTERNAL' : 'INTERNAL'),
    additionalFields: ({ notices }) =>
      Object.entries(notices).map(([name, value]) => ({ name, value })),
    address: ({ site }) => site.street,
    capabilities: ({ hasRemoteCommands }) => ({ hasRemoteCommands }),
    city: ({ site }) => site.city,
    contact: ({ site }) => ({ email: site.email, phone: site.phone }),
    country: () => 'AT',
    displayAttributes: ({ highlighted }) => ({ mode: highlighted ? 'HIGHLIGHTED' : 'DEFAULT' }),
    images: ({ id }, { world }) =>
      PICTURE_VIEWS.map((view) => ({ url: `${world.origin}/pictures/${id}-${view}.png` })),
    information: ({ hours }) => ({
      payment: 'Pay at the terminal',
      additional: null,
      marketingDisplay: null,
      openingTimes: {
        description: hours.description,
        exceptionalClosings: [],
        exceptionalOpenings: [],
        regularHours: regularHours(hours),
      },
      operatingTimes: { regularHours: regularHours(hours) },
    }),
    isFavoured: ({ id }, context) => contactOf(context)?.favourites.has(id) ?? false,
    operator: ({ site }) => ({ identifier: 'AT*FCD', name: site.company }),
    siteId: ({ site }) => site.id,
    status: (station, { world }) => stationStatesOf(station, world.clock.now()),
    zip: ({ site }) => site.zip,
  } satisfies Fields<Station>),
  Connector: typeFields({
    connectorType: ({ plug }) => plug,
    cp: ({ station }) => station,
    maintenanceWindows: ({ maintenance }) =>
      maintenance.map(({ startMs, endMs, comment }) => ({
        startDate: iso(startMs),
        endDate: iso(endMs),
        comment,
      })),
    physicalReference: ({ number }) => number,
    status: (connector, { world }) => ({
      connectorId: connector.id,
      ...statesOf(connector, world.clock.now()),
    }),
  } satisfies Fields<Connector>),
  ConnectorType: typeFields({
    chargePointType: ({ current }) => current,
    chargingFacilityType: ({ facility }) => facility,
    chargingModeType: ({ mode }) => mode,
    maxPowerRating: ({ maxPowerKW }) => maxPowerKW,
  } satisfies Fields<Plug>),
}
