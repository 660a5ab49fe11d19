import type { Http } from './http.ts'

/** From so far on the machine's clock is wrong: people see it, and tokens and windows of time suffer. */
const WRONG_MS = 2 * 60_000

/** Whether the platform's `Date` header says that this machine's clock is off by two minutes or more. */
export const isClockOff = ({ skewMs }: Pick<Http, 'skewMs'>): boolean =>
  Math.abs(skewMs) >= WRONG_MS
