import type { DeskRules, Person } from '#contract/desk.ts'
import type { CommandInput } from '#contract/commands.ts'
import { startInput, takesPackage, type Choice } from '../../charging/choice.ts'

type Chosen = Omit<CommandInput<'desk.start'>, 'connectorId' | 'optionId' | 'requestId'>

/** Whether the operator lets this person start without an invoice (main checks it, too). */
export function mayStartFree(person: Person | null, { withoutInvoice }: DeskRules): boolean {
  if (person === null || withoutInvoice === 'nobody') return false
  return withoutInvoice === 'staff' || person.role === 'manager'
}

/** What was chosen, as far as the way to start takes it. Staff may note a booking with every card. */
export function deskInput(choice: Choice, withoutInvoice: boolean): Chosen {
  const reference = choice.bookingReference.trim()
  const isFree = withoutInvoice && takesInvoice(choice)
  const fits = isFree
    ? { ...choice, packageId: null, target: choice.target?.kind === 'time' ? null : choice.target }
    : choice
  return {
    ...startInput(fits),
    ...(reference !== '' && { bookingReference: reference }),
    withoutInvoice: isFree,
  }
}

/** A payment by phone comes first, and what is free has no invoice anyway. */
export const takesInvoice = ({ option }: Choice): boolean =>
  option?.kind === 'card' && takesPackage(option)
