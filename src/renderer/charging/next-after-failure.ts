import type { Start } from '#contract/charging.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { Connector } from '#contract/site.ts'

/** What helps most after a start that did not work: the same again, another plug, or somebody of the house. */
export type NextStep = 'again' | 'other' | 'help'

/** By what went wrong: what passes is tried again; what is broken or taken is not; what is closed to guests is told. */
const byCode: Partial<Record<ErrorCode, NextStep>> = {
  'connector-busy': 'other',
  'connector-late': 'other',
  'connector-not-startable': 'other',
  'start-open': 'other',
  'too-many-starts': 'help',
  forbidden: 'help',
  unauthorised: 'help',
  'signed-out': 'help',
  'needs-desk': 'help',
  'needs-booking': 'help',
  'not-found': 'other',
}

/** The lock that holds the cable, in a station's own words. */
const LOCK = /\block|verriegel|verrou|jam/i
/** What no second try mends. */
const BROKEN = /\block|jam|fault|defect|broken|error|hardware|ground|verriegel|verrou|defekt/i

const reasonOf = (start: Start | undefined): string => start?.failure?.details?.['reason'] ?? ''

/** The station's reason is the one that guests can be told plainly: its cable lock. */
export const isLockStuck = (start: Start | undefined): boolean => LOCK.test(reasonOf(start))

/** The one action that is filled. */
export function nextAfterFailure(start: Start | undefined): NextStep {
  const code = start?.failure?.code
  if (code === 'rejected' && BROKEN.test(reasonOf(start))) return 'other'
  return (code && byCode[code]) ?? 'again'
}

/** A free plug that fits the same car: the same kind of plug, the fastest first. */
export function freeInstead(
  connectors: Iterable<Connector>,
  instead: Connector | undefined,
): Connector | null {
  const fitting = [...connectors].filter(
    ({ id, state, startBlock, freshness, plug }) =>
      id !== instead?.id &&
      state === 'free' &&
      startBlock === null &&
      freshness === 'live' &&
      plug === instead?.plug,
  )
  const [first] = fitting.toSorted((a, b) => (b.maxPowerKW ?? 0) - (a.maxPowerKW ?? 0))
  return first ?? null
}
