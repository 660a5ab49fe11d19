import type { GraphQLSchema } from 'graphql'
import { buildSchema, isObjectType } from 'graphql'
import { typeDefs } from '#platform/schema-text.ts'
import { cardMutations, cardQueries, cardTypes } from './cards.ts'
import { chargelogQueries, chargelogTypes } from './chargelogs.ts'
import { classicStartMutations, classicStartQueries } from './classic-starts.ts'
import { contactMutations, contactQueries, contactTypes } from './contact.ts'
import { contractMutations, contractQueries } from './contracts.ts'
import { documentQueries, documentTypes } from './documents.ts'
import { favouriteMutations, favouriteQueries } from './favourites.ts'
import { filterQueries } from './filters.ts'
import { journalled } from './journalled.ts'
import type { Context, Resolver, RootFields } from './kit.ts'
import { contactOf, forbidden, unauthenticated } from './kit.ts'
import { legalMutations, legalQueries } from './legal.ts'
import { occupancyQueries } from './occupancy.ts'
import { paymentMutations, paymentQueries } from './payment.ts'
import { registrationMutations, registrationQueries } from './registration.ts'
import { sessionMutations } from './session.ts'
import { startMutations, startQueries } from './starts.ts'
import { stationQueries } from './station-queries.ts'
import { stationTypes } from './stations.ts'

export const queries: RootFields = {
  ...cardQueries,
  ...chargelogQueries,
  ...classicStartQueries,
  ...contactQueries,
  ...contractQueries,
  ...documentQueries,
  ...favouriteQueries,
  ...filterQueries,
  ...legalQueries,
  ...occupancyQueries,
  ...paymentQueries,
  ...registrationQueries,
  ...startQueries,
  ...stationQueries,
}

export const mutations: RootFields = {
  ...cardMutations,
  ...classicStartMutations,
  ...contactMutations,
  ...contractMutations,
  ...favouriteMutations,
  ...legalMutations,
  ...paymentMutations,
  ...registrationMutations,
  ...sessionMutations,
  ...startMutations,
}

const types = {
  ...cardTypes,
  ...chargelogTypes,
  ...contactTypes,
  ...documentTypes,
  ...stationTypes,
}

/** The platform's own schema with our resolvers, roles enforced and mutations written down. */
export function createPlatformSchema(): GraphQLSchema {
  const schema = buildSchema(typeDefs)
  const attach = (typeName: string, fieldName: string, resolve: Resolver): void => {
    const type = schema.getType(typeName)
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined
    if (!field) throw new Error(`The schema has no ${typeName}.${fieldName}.`)
    field.resolve = resolve
  }
  for (const [name, { roles, resolve }] of Object.entries(queries)) {
    attach('Query', name, guarded(roles, resolve))
  }
  for (const [name, { roles, resolve }] of Object.entries(mutations)) {
    attach('Mutation', name, journalled(name, guarded(roles, resolve)))
  }
  for (const [typeName, fields] of Object.entries(types)) {
    for (const [name, resolve] of Object.entries(fields)) attach(typeName, name, resolve)
  }
  return schema
}

/**
 * Roles are enforced here and nowhere else. How the platform words it is not documented (traps 9):
 * HTTP 200 with `extensions.code` UNAUTHENTICATED or FORBIDDEN is our reading.
 */
function guarded(roles: RootFields[string]['roles'], resolve: Resolver): Resolver {
  return (parent, args, context) => {
    check(roles, context)
    return resolve(parent, args, context)
  }
}

function check(roles: RootFields[string]['roles'], context: Context): void {
  const { bearer } = context
  if (bearer === null) throw unauthenticated('A token is missing.')
  if (typeof bearer === 'string') throw unauthenticated(bearer)
  if (!roles.includes(bearer.role)) {
    throw forbidden(`Not allowed for role ${bearer.role}.`)
  }
  if (bearer.role === 'CRM' && !contactOf(context)) {
    throw unauthenticated('The contact does not exist any more.')
  }
}
