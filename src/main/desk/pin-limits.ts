import type { Budget, Limits } from '#main/secrets/code-guard.ts'
import { LONG_PIN_DIGITS } from '#common/pin-rules.ts'

const HOUR_MS = 3_600_000

/**
 * The desk has two counts, by the length of what is typed: guessing short PINs uses up
 * nothing of the managers' long ones, and does not keep them out. In 30 days somebody who tries by machine,
 * in whatever rhythm, gets 20 + 720 h / 4 h = 200 short ones looked at and 30 + 720 h / 3 h = 270 long
 * ones, 470 in all. So one PIN of four digits falls with a chance of 2 in 100, one of five such with
 * 10 in 100; of six digits one falls with 3 in 10,000, one of five with 1 in 740. A person who comes to the
 * desk with a long PIN of their own may try 20 + 720 h / 2 h = 380 more.
 *
 * Guests who play with the screen: six short ones and eight long ones a day come back by themselves, so
 * that a typo finds room; those that a right PIN follows within two minutes are made good.
 */
export const SHORT = 'desk:short'
export const LONG = 'desk:long'

const pause = { free: 3, longestPauseMs: 30_000 }
const short: Budget = { ...pause, most: 20, backMs: 4 * HOUR_MS }
const long: Budget = { ...pause, most: 30, backMs: 3 * HOUR_MS }

export const pinLimits: Limits = {
  of: (subject) => (subject === LONG ? long : short),
  all: null,
  givenBack: { ...pause, most: 20, backMs: 2 * HOUR_MS },
}

/** What a wrong PIN is counted for. */
export const countOf = (pin: string): string => (pin.length < LONG_PIN_DIGITS ? SHORT : LONG)
