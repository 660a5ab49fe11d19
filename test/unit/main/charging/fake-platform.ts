import type { Clock } from '#common/clock.ts'
import { failureOf } from '#main/core/errors.ts'
import type { Answer, Operation, Outcome, Platform } from '#main/platform/platform.ts'
import { PlatformError } from '#main/platform/platform.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type {
  AttemptPartsFragment,
  AvailableCardsQuery,
  ChargelogPartsFragment,
  ChargelogsPageQuery,
  ConnectorNowQuery,
  ContactCurrencyQuery,
  RatePackagesQuery,
  RemoteStartMutation,
  RemoteStartPartsFragment,
  RemoteStartWithoutInvoicingMutation,
  RemoteStartWithPreauthMutation,
  RemoteStartWithPreauthStatusQuery,
  RemoteStopMutation,
  SettingsQuery,
} from '#platform/generated/main/graphql.ts'

/** What the fake answers to each operation; a handler may throw or take its time. */
interface Answers {
  AvailableCards: AvailableCardsQuery
  ConnectorNow: ConnectorNowQuery
  AttemptRemoteStart: { attemptRemoteStart: AttemptPartsFragment }
  RemoteStartAttemptStatus: { remoteStartAttemptStatus: AttemptPartsFragment }
  ChargelogsPage: ChargelogsPageQuery
  Chargelog: { chargelog: ChargelogPartsFragment | null }
  RemoteStop: RemoteStopMutation
  RatePackages: RatePackagesQuery
  Settings: SettingsQuery
  ContactCurrency: ContactCurrencyQuery
  RemoteStart: RemoteStartMutation
  RemoteStartWithoutInvoicing: RemoteStartWithoutInvoicingMutation
  RemoteStartWithPreauth: RemoteStartWithPreauthMutation
  RemoteStartWithPreauthStatus: RemoteStartWithPreauthStatusQuery
}
type Name = keyof Answers
type Handler<N extends Name> = (
  variables: Record<string, unknown>,
) => Answers[N] | Promise<Answers[N]>

export interface FakePlatform extends Platform {
  readonly calls: { name: string; variables: Record<string, unknown> }[]
  on<N extends Name>(name: N, handler: Handler<N>): void
  count(name: Name): number
}

export const attemptParts = (change: Partial<AttemptPartsFragment> = {}): AttemptPartsFragment => ({
  id: 'attempt-1',
  connectorId: 'c1',
  status: 'REQUESTED',
  isFailure: false,
  failureReason: null,
  chargeLogId: null,
  lastSentAt: null,
  ...change,
})

export interface CardFacts {
  id?: string
  label?: string
  preauthRequired?: boolean
  shortDescription?: string
  type?: 'default' | 'roaming' | 'virtual' | 'simple' | 'emsp'
  expiryDate?: string
  /** Amounts in EUR; null: one that the platform does not tell. */
  holds?: (number | null)[]
}

export const card = (change: CardFacts = {}) => ({
  id: change.id ?? 'card-1',
  label: change.label ?? 'Hotel card',
  number: 'HTB-1',
  tagId: `SECRET-TAG-${change.id ?? 'card-1'}`,
  type: change.type ?? 'default',
  expiryDate: change.expiryDate ?? null,
  preauthRequired: change.preauthRequired ?? false,
  rate: {
    description: 'Pay per kWh',
    shortDescription: change.shortDescription ?? '0.49 EUR/kWh',
    preauthCurrencyAmounts: (change.holds ?? []).map((amount) => ({
      amount,
      currency: { isoCode: 'EUR' },
    })),
  },
})

/** The page that a guest pays on. */
export const PAYMENT_PAGE = 'https://pay.example/checkout/preauth-1'

export const remoteStartParts = (
  change: Partial<RemoteStartPartsFragment> = {},
): RemoteStartPartsFragment => ({
  attemptId: null,
  status: 'ACCEPTED',
  message: null,
  transaction: 'TXN-1',
  ...change,
})

export const statusNow = (
  ocpp: string | null,
  calculated = ocpp,
  station: string | null = null,
): ConnectorNowQuery => ({
  connector: {
    id: 'c1',
    freeOfCharge: false,
    maintenanceWindows: [],
    status: { ocpp, calculated, simple: null },
    cp: { status: { ocpp: station, simple: null } },
  },
})

/** An error as the client throws it. */
export const platformFailure = (code: ErrorCode, outcome: Outcome): PlatformError =>
  new PlatformError(failureOf(code, 'made by a test'), outcome)

/** A platform that answers from handlers, and remembers what it was asked. */
export function createFakePlatform(clock: Clock): FakePlatform {
  const calls: FakePlatform['calls'] = []
  const handlers = new Map<string, (variables: Record<string, unknown>) => unknown>()
  const on: FakePlatform['on'] = (name, handler) => {
    handlers.set(name, handler)
  }
  on('AvailableCards', () => ({ availableCardsForChargingProcess: [card()] }))
  on('ConnectorNow', () => statusNow('Available'))
  on('AttemptRemoteStart', () => ({ attemptRemoteStart: attemptParts() }))
  on('RemoteStartAttemptStatus', () => ({ remoteStartAttemptStatus: attemptParts() }))
  on('ChargelogsPage', () => ({ chargelogsPaged: { data: [], pagination: null } }))
  on('Chargelog', () => ({ chargelog: null }))
  on('RemoteStop', () => ({
    remoteStop: { code: 200, status: 'ACCEPTED', title: null, message: null },
  }))
  on('RatePackages', () => ({ ratePackageByConnectorId: [] }))
  on('Settings', () => ({ settings: [{ key: 'crm_currency', value: 'EUR' }] }))
  on('ContactCurrency', () => ({ contact: null }))
  on('RemoteStart', () => ({ remoteStart: remoteStartParts() }))
  on('RemoteStartWithPreauth', () => ({
    remoteStartWithPreauth: { remoteStartPreauthId: 'preauth-1', redirectUrl: PAYMENT_PAGE },
  }))
  on('RemoteStartWithPreauthStatus', () => ({ remoteStartWithPreauthStatus: null }))
  return {
    calls,
    on,
    count: (name) => calls.filter((call) => call.name === name).length,
    async execute<TData, TVariables extends Record<string, unknown>>(
      operation: Operation<TData, TVariables>,
      variables: TVariables,
    ): Promise<Answer<TData>> {
      const name = /(?:query|mutation) (\w+)/.exec(operation.toString())?.[1] ?? ''
      calls.push({ name, variables })
      const handler = handlers.get(name)
      if (!handler) throw new Error(`The fake does not know ${name}.`)
      const data = (await handler(variables)) as TData
      return { data, errors: [], askedAtMs: clock.now(), atMs: clock.now(), bytes: 0 }
    },
  }
}
