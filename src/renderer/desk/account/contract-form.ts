import type {
  CreatingPostpaidContract,
  CreatingSepaContract,
  UpdatePostpaidContract,
  UpdatingSepaContract,
} from '#platform/generated/ask/graphql.ts'
import { typed, type Problems } from '../../account/profile.ts'

/** A contract is made or changed, paid by direct debit or by invoice. */
export type ContractTask = 'create-sepa' | 'create-postpaid' | 'update-sepa' | 'update-postpaid'

/** What is typed for any of them. */
export interface ContractDraft {
  /** Of a contract that is changed: no operation delivers it (traps 88). */
  contractId: string
  /** `ContractPaymentMethod.uuid`, for a new one (traps 89). */
  paymentMethodId: string
  rateId: string
  customerReference: string
  accountHolder: string
  iban: string
  bic: string
  bank: string
  debitType: string
  useParent: boolean
}

type Field = keyof ContractDraft

export const isNew = (task: ContractTask): boolean => task.startsWith('create')
export const isSepa = (task: ContractTask): boolean => task.endsWith('sepa')

/** Schemes of SEPA direct debit; the reference prints CORE (L6417). */
export const debitTypes = ['CORE', 'B2B'] as const

export function emptyContract(paymentMethodId: string, rateId: string): ContractDraft {
  return {
    ...{ contractId: '', paymentMethodId, rateId, customerReference: '' },
    ...{ accountHolder: '', iban: '', bic: '', bank: '' },
    ...{ debitType: 'CORE', useParent: false },
  }
}

const required: Readonly<Record<ContractTask, readonly Field[]>> = {
  'create-sepa': ['paymentMethodId', 'rateId', 'accountHolder', 'iban', 'debitType'],
  'create-postpaid': ['paymentMethodId', 'rateId'],
  'update-sepa': ['contractId'],
  'update-postpaid': ['contractId', 'customerReference'],
}
const bankFields = ['accountHolder', 'iban', 'bic', 'bank', 'customerReference'] as const

/** What is missing. An IBAN is never a problem: `ibanDoubt` warns. */
export function contractProblems(draft: ContractDraft, task: ContractTask): Problems<Field> {
  const missing = required[task].filter((name) => String(draft[name]).trim() === '')
  const problems: Problems<Field> = Object.fromEntries(
    missing.map((name) => [name, 'desk.required'] as const),
  )
  const changesNothing = bankFields.every((name) => draft[name].trim() === '')
  if (task === 'update-sepa' && changesNothing) problems.accountHolder = 'contract.nothingToChange'
  return problems
}

export function newSepaOf(draft: ContractDraft): CreatingSepaContract {
  const { accountHolder, iban, bic, bank, customerReference, debitType, useParent } = draft
  return {
    ...typed({ bic, bank, customerReference }),
    ...{ id: draft.paymentMethodId, rateId: draft.rateId, debitType, useParent },
    accountHolder: accountHolder.trim(),
    iban: iban.trim(),
  }
}

export function newPostpaidOf(draft: ContractDraft): CreatingPostpaidContract {
  const { paymentMethodId: id, rateId, customerReference } = draft
  return { ...typed({ customerReference }), id, rateId }
}

/** Only what was typed changes. */
export function changedSepaOf(draft: ContractDraft): UpdatingSepaContract {
  const { accountHolder, iban, bic, bank, customerReference } = draft
  return {
    ...typed({ accountHolder, iban, bic, bank, customerReference }),
    id: draft.contractId.trim(),
  }
}

export function changedPostpaidOf(draft: ContractDraft): UpdatePostpaidContract {
  const { contractId, customerReference } = draft
  return { ...typed({ customerReference }), id: contractId.trim() }
}
