import type { Choice } from '#main/charging/offer/options.ts'
import type { StartRequest } from '#main/charging/offer/start-request.ts'
import { cardStart } from './kinds/card.ts'
import { phoneStart } from './kinds/phone.ts'
import { startWithoutInvoice } from './kinds/without-invoice.ts'
import type { AccountKindDeps, AccountOrder } from './kinds/account-order.ts'
import type { StartAt } from './start.ts'
import type { StartKind } from './start-kind.ts'

/**
 * Starts with a card of the account, as `choose` finds it among the options. Throws a CommandError, and
 * then nothing was sent.
 */
export type StartByAccount = (
  request: StartRequest,
  choose: (request: StartRequest) => Choice,
  startedBy: AccountOrder['startedBy'],
) => Promise<{ startId: string }>

export function createStartByAccount(deps: AccountKindDeps & { startAt: StartAt }): StartByAccount {
  return (request, choose, startedBy) =>
    deps.startAt(request, () => kindOf({ request, choice: choose(request), startedBy }, deps))
}

function kindOf(order: AccountOrder, deps: AccountKindDeps): StartKind {
  const { request, choice } = order
  if (request.withoutInvoice) return startWithoutInvoice(order, deps)
  return choice.hold ? phoneStart(order, choice.hold, deps) : cardStart(order, deps)
}
