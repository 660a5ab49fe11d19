import type { deskLiveCommands } from '#contract/commands/desk-live.ts'
import type { Charging } from '#main/charging/charging.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import type { SessionStarters } from '#main/desk/sessions/session-starters.ts'
import { mayStartWithoutInvoice } from '#main/desk/without-invoice.ts'
import type { DeskSettings } from '#main/settings/desk-settings.ts'
import type { Handlers } from './dispatch.ts'

export interface DeskLiveParts {
  desk: Desk
  charging: Charging
  deskSettings: () => DeskSettings
  sessions: { records: Pick<SessionStarters, 'startedAtDesk'> }
  /** Which connector it is, for the audit trail: its number, and the station where it has namesakes. */
  numberOf: (connectorId: string) => string
}

/** What staff do for guests: each action is in the audit trail before it is carried out. */
export function deskLiveHandlers(
  parts: DeskLiveParts,
): Pick<Handlers, keyof typeof deskLiveCommands> {
  const { desk, charging, numberOf, deskSettings, sessions } = parts
  const { access, audit } = desk
  const approvalAt = (approvalId: string): string | null => {
    const approval = charging.state().approvals.find(({ id }) => id === approvalId)
    return approval ? numberOf(approval.connectorId) : null
  }
  return {
    'desk.start': async ({ withoutInvoice, ...request }) => {
      if (withoutInvoice) mayStartWithoutInvoice(access.person(), deskSettings())
      const person = access.person()?.name
      // The reference itself is kept with the session, for as long as the operator says.
      const details = {
        ...(request.bookingReference === undefined ? {} : { booking: 'yes' }),
        ...(withoutInvoice ? { withoutInvoice: 'yes' } : {}),
      }
      const event = { action: 'start', subject: numberOf(request.connectorId), details }
      const started = await carryOut(audit, event, () =>
        charging.desk.start({ ...request, withoutInvoice }),
      )
      if (person !== undefined) sessions.records.startedAtDesk(started.startId, person)
      return started
    },
    'desk.stop': async ({ reason, ...request }) => {
      const event = { action: 'stop', subject: request.sessionId, details: { reason } }
      await carryOut(audit, event, () => charging.stop(request))
      return null
    },
    'desk.cancel': ({ startId }) => {
      const start = charging.state().starts.find(({ id }) => id === startId)
      const subject = start ? numberOf(start.connectorId) : startId
      return carryOut(audit, { action: 'cancel', subject }, () => charging.cancel(startId))
    },
    'desk.close': async ({ what, id, reason }) => {
      const { connectorId, close } = charging.desk.closing(what, id)
      const details = { reason, what, id }
      await carryOut(audit, { action: 'close', subject: numberOf(connectorId), details }, () => {
        close(access.person()?.name ?? '')
      })
      return null
    },
    'desk.approve': ({ approvalId }) =>
      carryOut(audit, { action: 'approve', subject: approvalAt(approvalId) }, () =>
        charging.desk.approve(approvalId),
      ),
    'desk.decline': async ({ approvalId }) => {
      await carryOut(audit, { action: 'decline', subject: approvalAt(approvalId) }, () => {
        charging.desk.decline(approvalId)
      })
      return null
    },
    'desk.stopCode': ({ sessionId }) =>
      carryOut(audit, { action: 'read-stop-code', subject: sessionId }, async () => ({
        stopCode: await charging.desk.stopCode(sessionId),
      })),
  }
}
