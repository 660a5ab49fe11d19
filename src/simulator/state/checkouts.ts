import type { Random } from '../random.ts'
import type { Contact } from './account.ts'

/** A means of payment that is being registered on a hosted page (registerPaymentMethod, L2360). */
export interface Checkout {
  /** OptileTransaction.id. */
  id: string
  contact: Contact
  state: 'open' | 'approved' | 'declined'
}

export interface Checkouts {
  open(contact: Contact): Checkout
  /** The page that `paymentMethods` names; one a contact, and open again after each answer. */
  hosted(contact: Contact): Checkout
  find(id: string): Checkout | undefined
  /** The answer on the page. Once approved or declined, a checkout stays so. */
  answer(id: string, answer: 'approve' | 'decline'): void
}

/** A card lasts so many years. */
const CARD_YEARS = 3

export function createCheckouts(random: Random, now: () => number): Checkouts {
  const checkouts = new Map<string, Checkout>()
  const create = (id: string, contact: Contact): Checkout => {
    const checkout: Checkout = { id, contact, state: 'open' }
    checkouts.set(id, checkout)
    return checkout
  }
  const register = ({ paymentMethods, profile }: Contact): void => {
    const expires = new Date(now())
    paymentMethods.push({
      code: 'MASTERCARD',
      label: 'Mastercard',
      holderName: [profile.firstName, profile.name].filter((part) => part !== null).join(' '),
      lastDigits: String(random.whole(1_000, 9_999)),
      expiryMonth: expires.getUTCMonth() + 1,
      expiryYear: expires.getUTCFullYear() + CARD_YEARS,
    })
  }

  return {
    open: (contact) =>
      create(`txn-optile-${String(random.whole(10_000_000, 99_999_999))}`, contact),
    hosted(contact) {
      const id = `session-${contact.id.slice(0, 8)}`
      const known = checkouts.get(id)
      return known?.state === 'open' ? known : create(id, contact)
    },
    find: (id) => checkouts.get(id),
    answer(id, answer) {
      const checkout = checkouts.get(id)
      if (checkout?.state !== 'open') return
      checkout.state = answer === 'approve' ? 'approved' : 'declined'
      if (answer === 'approve') register(checkout.contact)
    },
  }
}
