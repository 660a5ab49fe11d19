import type { AccountControl } from './control.ts'
import { confirmationPath } from './http/mail-pages.ts'
import { promised } from './promised.ts'
import type { Contact } from './state/account.ts'
import type { World } from './state/world.ts'

/** The part of the control that concerns accounts and the tenant's papers. */
export function createAccountControl(world: World): AccountControl {
  const contactOf = (email: string = world.demoContact.email): Contact => {
    const contact = world.contacts.find((one) => one.email === email)
    if (!contact) throw new RangeError('There is no account with this address.')
    return contact
  }

  return {
    confirmEmail: (email) =>
      promised(() => {
        contactOf(email).isEmailConfirmed = true
      }),
    confirmationLink: (email) =>
      promised(() => {
        const { confirmationToken } = contactOf(email)
        if (confirmationToken === null) throw new RangeError('This account got no e-mail.')
        return `${world.origin}${confirmationPath(confirmationToken)}`
      }),
    contracts: (email) =>
      promised(() =>
        contactOf(email).contracts.map(({ id, kind, customerReference, bank }) => ({
          id,
          kind,
          customerReference,
          iban: bank?.iban ?? null,
        })),
      ),
    dropPaymentMedia: (email) =>
      promised(() => {
        Object.assign(contactOf(email), { contracts: [], paymentMethods: [] })
      }),
    answerCheckout: (id, answer) =>
      promised(() => {
        if (!world.checkouts.find(id)) throw new RangeError('There is no such registration.')
        world.checkouts.answer(id, answer)
      }),
    publishLegalDocument: (type, version) => promised(() => world.legal.publish(type, version).id),
    hideSite: (siteId, isHidden) =>
      promised(() => {
        if (!world.network.site(siteId)) throw new RangeError(`There is no site ${siteId}.`)
        if (isHidden) world.hiddenSites.add(siteId)
        else world.hiddenSites.delete(siteId)
      }),
  }
}
