import type { FaultName } from '#simulator/faults/faults.ts'
import type { ActiveFault } from '#simulator/control.ts'

/** Faults through which a terminal must see, stop and count all the same, in the usual time. */
const harmless: ReadonlySet<FaultName> = new Set([
  'clockSkew',
  'duplicate',
  'lateSum',
  'meterClock',
  'picture',
  'registerReset',
  'rejectStart',
  'secondAttempt',
  'slowStart',
  'smallPages',
  'startAfterTimeout',
  'wrongReading',
])

/** Where lists alone are silent, the answer to the id is not. */
export const isHarmless = ({ name, options }: ActiveFault): boolean =>
  harmless.has(name) || (name === 'noSessionIds' && !isEverywhere(options))

const isEverywhere = (options: { where?: string }): boolean => options.where === 'everywhere'
