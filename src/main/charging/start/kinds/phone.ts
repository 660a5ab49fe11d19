import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import { VALID_FOR_MS } from '#main/charging/ledger/validity.ts'
import { assertNoHold } from '#main/charging/offer/holds.ts'
import type { Hold } from '#main/charging/offer/options.ts'
import { afterPaymentOpened, newPayment } from '#main/charging/start/payment.ts'
import type { StartKind } from '#main/charging/start/start-kind.ts'
import { accountRecord, type AccountKindDeps, type AccountOrder } from './account-order.ts'
import { noPackage } from './card.ts'

type PaymentPage = Awaited<ReturnType<ChargingApi['startWithPreauth']>>

/** By phone (`remoteStartWithPreauth`): an amount is held on a page before anything begins (payment.ts). */
export function phoneStart(
  order: AccountOrder,
  hold: Hold,
  deps: AccountKindDeps,
): StartKind<PaymentPage> {
  const { api, clock, startStore } = deps
  const { request, choice } = order
  return {
    record: { ...accountRecord(order, deps), payment: newPayment(hold, clock.now()) },
    validForMs: VALID_FOR_MS,
    check() {
      assertNoHold(startStore.all(), request.connectorId, clock.now())
      if (request.packageId !== undefined) throw noPackage()
    },
    send: ({ connectorId }) => api.startWithPreauth({ connectorId, tagId: choice.tagId, hold }),
    afterAnswer: afterPaymentOpened,
  }
}
