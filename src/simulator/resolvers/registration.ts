import { emptyContact } from '../state/account.ts'
import type { AdditionalField } from '../state/account.ts'
import { ADDITIONAL_FIELDS, SHORTEST_PASSWORD } from '../state/registration.ts'
import type { RootFields } from './kit.ts'
import { forAnyone } from './kit.ts'
import type { ProfileInput } from './profile.ts'
import { applyProfile, failure, problemOf } from './profile.ts'

interface Registration {
  contactProfile?: (ProfileInput & { email: string; password: string }) | null
  additionalFields?: (AdditionalField | null)[] | null
}

export const registrationQueries: RootFields = {
  additionalRegistrationFields: forAnyone(() => ADDITIONAL_FIELDS, ['INI']),
}

/** A new account has nothing, and cannot sign in before its e-mail address is confirmed (L2247). */
export const registrationMutations: RootFields = {
  registerContact: forAnyone(
    ({ contactProfile, additionalFields }: Registration, context) => {
      const { world } = context
      if (!contactProfile) return failure('PROFILE_MISSING', 400, 'The profile is missing.')
      const { email, password } = contactProfile
      if (!email) return failure('EMAIL_INVALID', 422, 'An e-mail address is missing.')
      const problem = problemOf(contactProfile, undefined, context)
      if (problem) return problem
      if (password.length < SHORTEST_PASSWORD) {
        return failure('PASSWORD_TOO_SHORT', 422, 'The password is too short.')
      }
      const given = (additionalFields ?? []).filter((field) => field !== null)
      if (!isComplete(given)) {
        return failure('ADDITIONAL_FIELD_MISSING', 422, 'A required field is missing.')
      }
      const contact = emptyContact(world.random.uuid(), email, world.clock.now())
      contact.password = password
      contact.confirmationToken = world.random.uuid()
      contact.additionalFields = given
      applyProfile(contact, contactProfile)
      world.contacts.push(contact)
      return { additionalFields: given, error: null, profile: contact }
    },
    ['INI'],
  ),
}

/** Whether every required field has a value. */
function isComplete(given: readonly AdditionalField[]): boolean {
  return ADDITIONAL_FIELDS.every(
    ({ name, required }) =>
      required !== 'true' ||
      given.some((field) => field.name === name && field.value.trim() !== ''),
  )
}
