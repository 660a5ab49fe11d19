import { GraphQLError } from 'graphql'
import type { RootFields } from './kit.ts'
import { forAnyone, unauthenticated } from './kit.ts'
import { isAddressOf } from './profile.ts'

interface Credentials {
  username: string
  password: string
}

/** Signing in, renewing and signing out (L2216 to L2306, L2620). */
export const sessionMutations: RootFields = {
  initAnonymousSession: forAnyone(
    (_args, { world }) => world.tokens.issue(world.random.uuid(), 'ANYM'),
    ['INI'],
  ),
  initSession: forAnyone(
    ({ username, password }: Credentials, { world }) => {
      const contact = world.contacts.find((one) => isAddressOf(one, username))
      const isKnown = contact?.password === password && !contact.profile.isDeactivated
      if (!isKnown) throw new GraphQLError('Wrong username or password.')
      if (!contact.isEmailConfirmed) {
        throw new GraphQLError('EMAIL_CONFIRMATION_REQUIRED', {
          extensions: { code: 'EMAIL_CONFIRMATION_REQUIRED' },
        })
      }
      return world.tokens.issue(contact.id, 'CRM')
    },
    ['INI'],
  ),
  renewSession: forAnyone(
    (_args, { world, bearer }) => {
      const token = bearer === null || typeof bearer === 'string' ? '' : bearer.token
      const grant = world.tokens.redeem(token)
      const isGone = grant?.role === 'CRM' && !world.contacts.some(({ id }) => id === grant.subject)
      if (!grant || isGone) throw unauthenticated('The refresh token is not valid any more.')
      return world.tokens.issue(grant.subject, grant.role)
    },
    ['RFT'],
  ),
  invalidateSession: forAnyone(
    (_args, { world, bearer }) => {
      if (bearer !== null && typeof bearer !== 'string') {
        world.tokens.invalidatePairOf(bearer.token)
      }
      return { isInvalidated: true, status: 'success' }
    },
    ['CRM'],
  ),
}
