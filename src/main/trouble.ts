import type { ErrorCode, Failure } from '#contract/errors.ts'

const troubles: ReadonlySet<ErrorCode> = new Set([
  'wrong-endpoint',
  'wrong-key',
  'wrong-credentials',
  'email-unconfirmed',
  'unauthorised',
  'forbidden',
  'clock-wrong',
  'not-found',
  'invalid',
])

/** Whether somebody must change something before the terminal can work; waiting does not help. */
export function isTrouble({ code }: Failure): boolean {
  return troubles.has(code)
}
