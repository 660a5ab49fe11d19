import type { Person } from '#contract/desk.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { DeskSettings } from '#main/settings/desk-settings.ts'

/** Throws a CommandError `needs-manager` unless the operator lets this person start without an invoice. */
export function mayStartWithoutInvoice(
  person: Person | null,
  { withoutInvoice }: DeskSettings,
): void {
  const isAllowed =
    person !== null &&
    (withoutInvoice === 'staff' || (withoutInvoice === 'manager' && person.role === 'manager'))
  if (!isAllowed) {
    throw new CommandError(failureOf('needs-manager', 'A start without invoice is not allowed.'))
  }
}
