import type { AccountCurrency } from './offer/account-currency.ts'
import type { Approvals } from './offer/approvals.ts'
import type { Closings } from './stop/closings.ts'
import type { Guests } from './sessions/guests.ts'
import type { OptionRegistry } from './offer/options.ts'
import type { StartRequest } from './offer/start-request.ts'
import type { StartByAccount } from './start/account-start.ts'

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
  options: OptionRegistry
  startByAccount: StartByAccount
}): DeskCharging {
  const { approvals, closings, currency, guests, startByAccount } = deps
  const { chooseAtDesk } = deps.options
  return {
    start: (request) => startByAccount(request, chooseAtDesk, 'desk'),
    approve: (id) =>
      approvals.approve(id, (request) => startByAccount(request, chooseAtDesk, 'guest')),
    decline: approvals.decline,
    stopCode: (sessionId) => guests.codeFor(sessionId),
    closing: closings.closing,
    currency: currency.ask,
  }
}
