import { createRandom } from '../random.ts'
import type { Tariff } from '../charging/tariffs.ts'
import { FAST, FREE, STAFF, STANDARD } from '../charging/tariffs.ts'
import type { AccountDocument, Chargelog, Connector, Past } from './model.ts'
import { NO_PAST } from './model.ts'

export interface Card {
  id: string
  tagId: string
  number: string
  label: string
  type: 'default' | 'virtual'
  status: 'active' | 'inactive'
  deactivationReason: string
  expiresMs: number
  tariff: Tariff
  preauthRequired: boolean
}

export interface Contact {
  id: string
  email: string
  password: string
  isEmailConfirmed: boolean
  /** In the link of the e-mail that a new account gets; null: none was sent. */
  confirmationToken: string | null
  profile: ContactProfile
  createdMs: number
  updatedMs: number
  acceptedDocuments: Set<string>
  cards: Card[]
  contracts: Contract[]
  paymentMethods: RegisteredMethod[]
  /** What was given at registration besides the usual. */
  additionalFields: AdditionalField[]
  favourites: Set<string>
  /** Sessions since the simulator started, and those that ran then, oldest first. */
  chargelogs: Chargelog[]
  /** Documents since the simulator started, oldest first. */
  documents: AccountDocument[]
  past: Past
}

/** The fields of a contact that it can change itself (ContactProfile, L3866). */
export interface ContactProfile {
  firstName: string | null
  name: string | null
  birthday: string | null
  companyId: number | null
  currency: string
  gender: string | null
  isCompany: boolean
  isDeactivated: boolean
  language: string
  mobile: string | null
  phone: string | null
  vat: string | null
  address: PostalAddress
}

export interface PostalAddress {
  street: string | null
  city: string | null
  zip: string | null
  state: string | null
  country: string | null
}

/** A field of the tenant's own (AdditionalRegistrationFieldInput, L2964). */
export interface AdditionalField {
  name: string
  required: string
  value: string
  description?: string | null
  type?: string | null
}

/** A card that the payment provider knows (MaskedAccount, L5502). */
export interface RegisteredMethod {
  code: string
  label: string
  holderName: string
  lastDigits: string
  expiryMonth: number
  expiryYear: number
}

export interface Contract {
  id: string
  kind: 'sepa' | 'postpaid'
  customerReference: string | null
  bank: { accountHolder: string; bank: string | null; bic: string | null; iban: string } | null
}

const MS_PER_DAY = 86_400_000

const DEMO_PROFILE: ContactProfile = {
  firstName: 'Front',
  name: 'Desk',
  birthday: '1985-06-15T00:00:00.000Z',
  companyId: 1042,
  currency: 'EUR',
  gender: 'company',
  isCompany: true,
  isDeactivated: false,
  language: 'de_DE',
  mobile: '+43 664 1234567',
  phone: '+43 662 1234560',
  vat: 'ATU12345675',
  address: {
    street: 'Mozartplatz 1',
    city: 'Salzburg',
    zip: '5020',
    state: 'Salzburg',
    country: 'AT',
  },
}

const DEMO_CONTRACT: Omit<Contract, 'id'> = {
  kind: 'sepa',
  customerReference: 'House account',
  bank: {
    accountHolder: 'Hotel Mozart GmbH',
    bank: 'Erste Bank',
    bic: 'GIBAATWWXXX',
    iban: 'AT61 1904 3002 3457 3201',
  },
}

const DEMO_PAYMENT_METHOD: RegisteredMethod = {
  code: 'VISA',
  label: 'Visa',
  holderName: 'Front Desk',
  lastDigits: '4242',
  expiryMonth: 12,
  expiryYear: 2029,
}

/** The account that the terminal signs in with: the hotel's own, with its house cards. */
export function createDemoContact(seed: number, nowMs: number): Contact {
  const random = createRandom(seed, 'contact')
  const expiresMs = nowMs + 800 * MS_PER_DAY
  const card = (number: string, label: string, tariff: Tariff): Card => ({
    id: random.uuid(),
    tagId: random.uuid(),
    number,
    label,
    type: 'default',
    status: 'active',
    deactivationReason: '',
    expiresMs,
    tariff,
    preauthRequired: false,
  })
  // The ids depend on the order in which they are drawn.
  return {
    ...emptyContact(random.uuid(), 'terminal@forecourt.example', nowMs - 900 * MS_PER_DAY),
    password: `demo-${random.uuid().slice(0, 8)}`,
    isEmailConfirmed: true,
    profile: structuredClone(DEMO_PROFILE),
    cards: [
      card('FCD-0001001', 'Hotel guests', STANDARD),
      card('FCD-0001002', 'Staff car', STAFF),
      {
        ...card('FCD-0001003', 'Old pool car', STANDARD),
        status: 'inactive',
        deactivationReason: 'Replaced by a new card.',
      },
    ],
    contracts: [{ id: random.uuid(), ...structuredClone(DEMO_CONTRACT) }],
    paymentMethods: [{ ...DEMO_PAYMENT_METHOD }],
  }
}

/** A card of the demo account that wants an amount held first: guests pay on their phones. */
export function createPhoneCard(seed: number, nowMs: number): Card {
  const random = createRandom(seed, 'phone card')
  return {
    id: random.uuid(),
    tagId: random.uuid(),
    number: 'FCD-0001009',
    label: 'Pay by phone',
    type: 'virtual',
    status: 'active',
    deactivationReason: '',
    expiresMs: nowMs + 800 * MS_PER_DAY,
    tariff: STANDARD,
    preauthRequired: true,
  }
}

/** A driver with another provider's card: what they charge here, our account does not see. */
export function createRoamingContact(seed: number, nowMs: number): Contact {
  const random = createRandom(seed, 'roaming contact')
  const card: Card = {
    id: random.uuid(),
    tagId: random.uuid().replaceAll('-', '').slice(0, 14).toUpperCase(),
    number: 'ROAM-0000001',
    label: 'Roaming',
    type: 'default',
    status: 'active',
    deactivationReason: '',
    expiresMs: nowMs + 800 * MS_PER_DAY,
    tariff: STANDARD,
    preauthRequired: false,
  }
  return { ...emptyContact(random.uuid(), 'driver@roaming.example', nowMs), cards: [card] }
}

/** A contact that has nothing yet, as after registration. */
export function emptyContact(id: string, email: string, createdMs: number): Contact {
  return {
    id,
    email,
    password: '',
    isEmailConfirmed: false,
    confirmationToken: null,
    profile: {
      firstName: null,
      name: null,
      birthday: null,
      companyId: null,
      currency: 'EUR',
      gender: null,
      isCompany: false,
      isDeactivated: false,
      language: 'de_DE',
      mobile: null,
      phone: null,
      vat: null,
      address: { street: null, city: null, zip: null, state: null, country: null },
    },
    createdMs,
    updatedMs: createdMs,
    acceptedDocuments: new Set(),
    cards: [],
    contracts: [],
    paymentMethods: [],
    additionalFields: [],
    favourites: new Set(),
    chargelogs: [],
    documents: [],
    past: NO_PAST,
  }
}

/** The rate that a card is charged at a connector, or null if it may not charge there. */
export function tariffFor(card: Card, connector: Connector): Tariff | null {
  return card.status === 'active' ? rateFor(card, connector) : null
}

/** The same, whether the card is active or not. */
export function rateFor(card: Card, connector: Connector): Tariff | null {
  if (connector.freeOfCharge) return FREE
  if (card.tariff === STAFF) return isForStaff(connector) ? STAFF : null
  return connector.plug.current === 'DC' && card.tariff === STANDARD ? FAST : card.tariff
}

/** Company cars charge slowly, not where guests do first. */
function isForStaff(connector: Connector): boolean {
  return connector.plug.current === 'AC' && connector.plug.maxPowerKW <= 11
}
