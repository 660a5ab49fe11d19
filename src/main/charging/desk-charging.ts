import type { AccountCurrency } from './account-currency.ts'
import type { Approvals } from './approvals.ts'
import type { Closings } from './closings.ts'
import type { Guests } from './guests.ts'
import type { OptionBook } from './options.ts'
import type { StartRequest } from './start-requests.ts'
import type { StartWith } from './start-with.ts'

/** What only staff may ask for. The caller has seen to it that they are at the desk. */
export interface DeskCharging {
  /** Past the operator's rules for guests. */
  start(request: StartRequest): Promise<{ startId: string }>
  /** As that guest's start. */
  approve(approvalId: string): Promise<{ startId: string }>
  decline(approvalId: string): void
  stopCode(sessionId: string): Promise<string>
  /**
   * What closes a start or a session in the ledger, in a person's name. Throws a CommandError:
   * `invalid` while it can still be cancelled or stopped, `not-found` or `session-gone`.
   */
  readonly closing: Closings['closing']
  /** Of amounts that name none, for a receipt. */
  readonly currency: AccountCurrency['ask']
}

export function createDeskCharging(deps: {
  approvals: Approvals
  closings: Closings
  currency: AccountCurrency
  guests: Guests
  options: OptionBook
  startWith: StartWith
}): DeskCharging {
  const { approvals, closings, currency, guests, startWith } = deps
  const { chooseAtDesk } = deps.options
  return {
    start: (request) => startWith(request, chooseAtDesk, 'desk'),
    approve: (id) => approvals.approve(id, (request) => startWith(request, chooseAtDesk, 'guest')),
    decline: approvals.decline,
    stopCode: (sessionId) => guests.codeFor(sessionId),
    closing: closings.closing,
    currency: currency.ask,
  }
}
