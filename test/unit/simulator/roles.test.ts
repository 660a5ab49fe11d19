import { expect, test } from 'vitest'
import { mutations, queries } from '#simulator/resolvers/schema.ts'
import type { Role } from '#simulator/tokens/tokens.ts'

const KEY_ONLY = [
  'additionalRegistrationFields',
  'initAnonymousSession',
  'initSession',
  'registerContact',
]
const PUBLIC = [
  'connector',
  'connectorByEvseId',
  'cp',
  'cpCapabilities',
  'cpOccupancyRate',
  'cpsPaged',
  'cpsPagedLocationBased',
  'filters',
  'legalDocuments',
  'occupancyRate',
  'ratePackageByConnectorId',
  'settings',
  'site',
  'sitesPaged',
  'sitesPagedLocationBased',
  'termsAndConditions',
]

function rolesFor(operation: string): Role[] {
  if (KEY_ONLY.includes(operation)) return ['INI']
  if (PUBLIC.includes(operation)) return ['INI', 'CRM', 'ANYM']
  return operation === 'renewSession' ? ['RFT'] : ['CRM']
}

test.each(Object.entries({ ...queries, ...mutations }))(
  '%s is open to the roles that the reference states or implies',
  (name, { roles }) => {
    expect(roles).toEqual(rolesFor(name))
  },
)
