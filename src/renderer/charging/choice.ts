import type { StartOption, Target } from '#contract/charging.ts'
import type { CommandInput } from '#contract/commands.ts'

/** What a guest has chosen at a connector so far. */
export interface Choice {
  readonly option: StartOption | null
  /** The place of the amount among the option's `holds`. */
  readonly hold: number | null
  readonly packageId: string | null
  readonly target: Target | null
  readonly bookingReference: string
}

/** What stands between the choice and the start. `held` is in no guest's hands. */
export type Missing = 'option' | 'held' | 'hold' | 'booking'

export function missingOf(choice: Choice, nowMs: number): Missing | null {
  const { option } = choice
  if (!option || option.notSold !== null) return 'option'
  if ((option.holdBlockedUntilMs ?? 0) > nowMs) return 'held'
  if (option.holds.length > 0 && choice.hold === null) return 'hold'
  if (option.needs === 'booking' && choice.bookingReference.trim() === '') return 'booking'
  return null
}

/** A payment by phone knows neither packages nor a time (`remoteStartWithPreauth`, L2477). */
export function takesPackage(option: StartOption | null): boolean {
  return option?.kind !== 'phone'
}

/** The chosen part of the command that starts; nothing is sent that the option does not take. */
export function startInput(
  choice: Choice,
): Omit<CommandInput<'charging.start'>, 'connectorId' | 'optionId' | 'requestId'> {
  const { option, hold, packageId, target } = choice
  const reference = choice.bookingReference.trim()
  return {
    ...(option && option.holds.length > 0 && hold !== null && { hold }),
    ...(packageId !== null && takesPackage(option) && { packageId }),
    ...(target && { target }),
    ...(option?.needs === 'booking' && reference !== '' && { bookingReference: reference }),
  }
}
