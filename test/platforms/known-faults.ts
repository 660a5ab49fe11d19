import type { PlatformName } from './walked.ts'

/** What was seen on a screen and must not be there. */
export interface Fault {
  readonly screen: string
  readonly words: string
}

/** Who said what the screen shows: a platform, or main, whatever its contract allows. */
type Teller = PlatformName | 'contract'

/** A fault that is known and not mended yet. */
interface KnownFault {
  readonly by: Teller
  readonly screen: RegExp
  readonly words: RegExp
  /** What becomes of it. */
  readonly why: string
}

/** To be emptied: what is mended is taken out, and nothing is put in without its reason. */
const KNOWN_FAULTS: readonly KnownFault[] = []

const fits = ({ screen, words }: KnownFault, fault: Fault): boolean =>
  screen.test(fault.screen) && words.test(fault.words)

/** Those that nobody knew of. */
export function newFaults(by: Teller, faults: readonly Fault[]): Fault[] {
  const known = KNOWN_FAULTS.filter((each) => each.by === by)
  return faults.filter((fault) => !known.some((each) => fits(each, fault)))
}

/** Why those were known that are not seen any more. */
export function mendedFaults(by: Teller, faults: readonly Fault[]): string[] {
  const known = KNOWN_FAULTS.filter((each) => each.by === by)
  return known.filter((each) => !faults.some((fault) => fits(each, fault))).map(({ why }) => why)
}
