import { GraphQLError } from 'graphql'
import type { Contact } from '../state/account.ts'
import type { World } from '../state/world.ts'
import type { Bearer, Role } from '../tokens/tokens.ts'

/** What a resolver gets besides its arguments. */
export interface Context {
  readonly world: World
  /** Who asks; a reason in words where the token is worth nothing; null without one. */
  readonly bearer: Bearer | string | null
  /** In which the answer is wanted (BCP 47); null: nobody says. */
  readonly language: string | null
}

export type Resolver = (parent: unknown, args: Record<string, unknown>, context: Context) => unknown

/** A query or mutation with the roles that may use it (traps.md, table 1.a). */
export interface RootField {
  roles: readonly Role[]
  resolve: Resolver
}

export type RootFields = Record<string, RootField>
export type TypeFields = Record<string, Resolver>

const PUBLIC: readonly Role[] = ['INI', 'CRM', 'ANYM']

/** Public station and legal data. The schema vouches for the arguments' types. */
export function forAnyone(
  resolve: (args: never, context: Context) => unknown,
  roles: readonly Role[] = PUBLIC,
): RootField {
  return { roles, resolve: (_parent, args, context) => resolve(args as never, context) }
}

/** Personal data: resolved for the signed-in contact. */
export function forContact(
  resolve: (args: never, contact: Contact, context: Context) => unknown,
): RootField {
  return {
    roles: ['CRM'],
    resolve: (_parent, args, context) => {
      const contact = contactOf(context)
      if (!contact) throw new Error('unreachable: the role was checked')
      return resolve(args as never, contact, context)
    },
  }
}

/** Fields of an object type by the object of our state that they are read from. */
export type Fields<Parent> = Record<string, (parent: Parent, context: Context) => unknown>

/** Resolvers of an object type whose parent is one of our own state's objects. */
export function typeFields(fields: Fields<never>): TypeFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, resolve]) => [
      name,
      (parent: unknown, _args: unknown, context: Context) => resolve(parent as never, context),
    ]),
  )
}

/** The contact that a session token belongs to. */
export function contactOf({ bearer, world }: Context): Contact | undefined {
  if (bearer === null || typeof bearer === 'string' || bearer.role !== 'CRM') return undefined
  return world.contacts.find(({ id }) => id === bearer.subject)
}

export const unauthenticated = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED' } })

export const forbidden = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } })

export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })

export const notFound = (what: string): GraphQLError =>
  new GraphQLError(`${what} not found.`, { extensions: { code: 'NOT_FOUND' } })

/** An instant as the API writes it (L48). */
export const iso = (epochMs: number): string => new Date(epochMs).toISOString()

/** When something happened, by the platform's own clock, which may be wrong. */
export const happened = (epochMs: number, { world }: Context): string =>
  iso(epochMs + world.faults.skewMs())

/** Money as the API writes it: a Float in whole currency units. */
export const money = (cents: number): number => cents / 100

export const happenedOrNull = (epochMs: number | null, context: Context): string | null =>
  epochMs === null ? null : happened(epochMs, context)

/** An error in the payload, as contracts and contacts do (ErrorBody, L5210; traps 9). */
export const errorBody = (code: string, status: number, message: string): object => ({
  code,
  response: { status, statusText: message, body: { status: 'error', message } },
})
