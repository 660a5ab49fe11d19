import type { Clock } from '#common/clock.ts'
import type { FingerprintOf } from '#main/charging/api/card-fingerprint.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import type { Offers } from '#main/charging/offer/offers.ts'
import type { Choice } from '#main/charging/offer/options.ts'
import type { StartRequest } from '#main/charging/offer/start-request.ts'
import type { StartKind } from '#main/charging/start/start-kind.ts'

/** A start with a card of the account, as it was chosen. */
export interface AccountOrder {
  readonly request: StartRequest
  readonly choice: Choice
  readonly startedBy: StartRecord['startedBy']
}

export interface AccountKindDeps {
  readonly api: ChargingApi
  readonly clock: Clock
  readonly startStore: Pick<StartStore, 'all'>
  readonly offers: Pick<Offers, 'assertSold'>
  readonly fingerprintOf: FingerprintOf
  /** The platform's clock less ours, in ms. */
  skewMs(): number
}

/** What the ledger keeps of every start with a card of the account: of its tag only the fingerprint. */
export const accountRecord = (
  { request, choice, startedBy }: AccountOrder,
  { fingerprintOf }: Pick<AccountKindDeps, 'fingerprintOf'>,
): StartKind['record'] => ({
  kind: choice.kind,
  cardId: choice.cardId,
  tagFingerprint: fingerprintOf(choice.tagId),
  optionLabel: choice.label,
  packageId: request.packageId ?? null,
  target: request.target ?? null,
  // A package has its own price, and whoever pays nothing has none.
  rate: request.packageId === undefined && !request.withoutInvoice ? choice.rate : null,
  bookingReference: request.bookingReference ?? null,
  startedBy,
})
