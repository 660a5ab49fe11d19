import type { ErrorCode } from '#contract/errors.ts'
import type { DeskTranslate } from './desk-text.ts'

/** Guests' words speak of plugs, and send people to the desk. */
const ownCodes = [
  'not-found',
  'invalid',
  'rejected',
  'wrong-credentials',
  'forbidden',
  'card-unknown',
  'no-printer',
  'unexpected-answer',
  'internal',
] as const
type OwnCode = (typeof ownCodes)[number]
const isOwn = (code: ErrorCode): code is OwnCode => ownCodes.some((one) => one === code)

/** What went wrong at the desk, and what to do next. */
export function deskFailure(code: ErrorCode, t: DeskTranslate): { what: string; next: string } {
  return isOwn(code)
    ? { what: t(`desk.error.${code}`), next: t(`desk.error.${code}.next`) }
    : { what: t(`error.${code}`), next: t(`error.${code}.next`) }
}
