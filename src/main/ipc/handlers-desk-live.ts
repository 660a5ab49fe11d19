import type { deskLiveCommands } from '#contract/commands/desk-live.ts'
import type { Charging } from '#main/charging/charging.ts'
import type { Desk } from '#main/desk/desk.ts'
import { mayStartWithoutInvoice } from '#main/desk/without-invoice.ts'
import type { DeskSettings } from '#main/settings/desk-settings.ts'
import type { Handlers } from './dispatch.ts'

export interface DeskLiveParts {
  desk: Desk
  charging: Charging
  deskSettings: () => DeskSettings
  /** The number on a connector's sticker, for the audit trail. */
  numberOf: (connectorId: string) => string
}

/** What staff do for guests: each deed is in the audit trail before it is done. */
export function deskLiveHandlers(
  parts: DeskLiveParts,
): Pick<Handlers, keyof typeof deskLiveCommands> {
  const { desk, charging, numberOf, deskSettings } = parts
  const { access, audit } = desk
  const approvalAt = (approvalId: string): string | null => {
    const approval = charging.state().approvals.find(({ id }) => id === approvalId)
    return approval ? numberOf(approval.connectorId) : null
  }
  return {
    'desk.start': async ({ withoutInvoice, ...request }) => {
      if (withoutInvoice) mayStartWithoutInvoice(access.person(), deskSettings())
      // The reference itself is kept with the session, for as long as the operator says.
      const details = {
        ...(request.bookingReference === undefined ? {} : { booking: 'yes' }),
        ...(withoutInvoice ? { withoutInvoice: 'yes' } : {}),
      }
      audit.write({ action: 'start', subject: numberOf(request.connectorId), details })
      return charging.desk.start({ ...request, withoutInvoice })
    },
    'desk.stop': async ({ reason, ...request }) => {
      audit.write({ action: 'stop', subject: request.sessionId, details: { reason } })
      await charging.stop(request)
      return null
    },
    'desk.cancel': ({ startId }) => {
      const start = charging.state().starts.find(({ id }) => id === startId)
      audit.write({ action: 'cancel', subject: start ? numberOf(start.connectorId) : startId })
      return charging.cancel(startId)
    },
    'desk.close': ({ what, id, reason }) => {
      const { connectorId, close } = charging.desk.closing(what, id)
      const details = { reason, what, id }
      audit.write({ action: 'close', subject: numberOf(connectorId), details })
      close(access.person()?.name ?? '')
      return null
    },
    'desk.approve': ({ approvalId }) => {
      audit.write({ action: 'approve', subject: approvalAt(approvalId) })
      return charging.desk.approve(approvalId)
    },
    'desk.decline': ({ approvalId }) => {
      audit.write({ action: 'decline', subject: approvalAt(approvalId) })
      charging.desk.decline(approvalId)
      return null
    },
    'desk.stopCode': async ({ sessionId }) => {
      audit.write({ action: 'read-stop-code', subject: sessionId })
      return { stopCode: await charging.desk.stopCode(sessionId) }
    },
  }
}
