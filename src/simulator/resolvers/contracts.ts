import { TARIFFS } from '../charging/tariffs.ts'
import type { Contact, Contract } from '../state/account.ts'
import { CONTRACT_PAYMENT_METHODS } from '../state/tenant.ts'
import type { World } from '../state/world.ts'
import type { RootFields } from './kit.ts'
import { badInput, errorBody, forContact } from './kit.ts'

interface NewContract {
  id: string
  rateId: string
  customerReference?: string | null
}

interface BankDetails {
  accountHolder?: string | null
  bank?: string | null
  bic?: string | null
  iban?: string | null
}

interface ChangedContract extends BankDetails {
  id: string
  customerReference?: string | null
}

const success = (message: string): object => ({ error: null, message, status: 'success' })

const failure = (code: string, status: number, message: string): object => ({
  error: errorBody(code, status, message),
  message,
  status: 'error',
})

const bankContractOf = (contact: Contact): Contract | undefined =>
  contact.contracts.findLast(({ bank }) => bank !== null)

export const contractQueries: RootFields = {
  bankAccount: forContact((_args, contact) => bankContractOf(contact)?.bank),
  contractPaymentMethods: forContact((_args, _contact, { world }) =>
    CONTRACT_PAYMENT_METHODS.map((method) => ({
      ...method,
      applicationId: 'beenergised',
      cardCreateMode: 'OPTIONAL',
      createdAt: '2022-01-01T00:00:00.000Z',
      updatedAt: '2024-01-01T00:00:00.000Z',
      emp: 'FCD',
      termsOfServiceUrl: termsUrl(world),
      termsOfUseUrl: termsUrl(world),
    })),
  ),
}

export const contractMutations: RootFields = {
  createPostpaidContract: forContact(
    (
      { postpaidContract: input }: { postpaidContract?: NewContract | null },
      contact,
      { world },
    ) => {
      const problem = problemOf(input)
      if (!input || problem) return problem
      const { customerReference = null } = input
      const id = world.random.uuid()
      contact.contracts.push({ id, kind: 'postpaid', customerReference, bank: null })
      return success('Contract created successfully.')
    },
  ),
  createSepaContract: forContact(
    (
      {
        sepaContract: input,
      }: {
        sepaContract?: (NewContract & BankDetails & { accountHolder: string; iban: string }) | null
      },
      contact,
      { world },
    ) => {
      const problem = problemOf(input)
      if (!input || problem) return problem
      if (!input.accountHolder.trim() || !input.iban.trim()) {
        return failure('BANK_DETAILS_MISSING', 422, 'Account holder and IBAN are needed.')
      }
      const { accountHolder, bank = null, bic = null, iban, customerReference = null } = input
      const id = world.random.uuid()
      const details = { accountHolder, bank, bic, iban }
      contact.contracts.push({ id, kind: 'sepa', customerReference, bank: details })
      return success('SEPA contract created successfully.')
    },
  ),
  // The answers of both updates say "created": so does the reference (traps 87).
  updatePostpaidContract: forContact(
    ({ postpaidContract }: { postpaidContract?: ChangedContract | null }, contact) => {
      const contract = contractFor(contact, 'postpaid', postpaidContract)
      if (!contract) return failure('CONTRACT_NOT_FOUND', 404, 'There is no such contract.')
      contract.customerReference = postpaidContract?.customerReference ?? contract.customerReference
      return success('Contract created successfully.')
    },
  ),
  updateSepaContract: forContact(
    ({ updateSepaContract: input }: { updateSepaContract?: ChangedContract | null }, contact) => {
      const contract = contractFor(contact, 'sepa', input)
      if (!input || !contract?.bank) {
        return failure('CONTRACT_NOT_FOUND', 404, 'There is no such contract.')
      }
      const { bank } = contract
      contract.customerReference = input.customerReference ?? contract.customerReference
      contract.bank = {
        accountHolder: input.accountHolder ?? bank.accountHolder,
        bank: input.bank ?? bank.bank,
        bic: input.bic ?? bank.bic,
        iban: input.iban ?? bank.iban,
      }
      return success('SEPA contract created successfully.')
    },
  ),
}

const termsUrl = ({ origin, legal }: World): string =>
  `${origin}/legal/${legal.ofType('TERMS_AND_CONDITIONS').id}.pdf`

function problemOf(input: NewContract | null | undefined): object | null {
  if (!input) throw badInput('The contract is missing.')
  if (!CONTRACT_PAYMENT_METHODS.some(({ uuid }) => uuid === input.id)) {
    return failure('PAYMENT_METHOD_NOT_FOUND', 404, 'There is no such way to pay.')
  }
  return TARIFFS.some(({ id }) => id === input.rateId)
    ? null
    : failure('RATE_NOT_FOUND', 404, 'There is no such rate.')
}

/** No operation tells a contract's id (traps 88); the control does. */
function contractFor(
  contact: Contact,
  kind: Contract['kind'],
  input: ChangedContract | null | undefined,
): Contract | undefined {
  return contact.contracts.find((contract) => contract.kind === kind && contract.id === input?.id)
}
