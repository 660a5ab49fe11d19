import type { ErrorCode } from '#contract/errors.ts'
import type { DeskTranslate } from '../desk-text.ts'

/** Guests' words speak of plugs where the account is meant. */
const own = new Set<string>(['not-found', 'invalid', 'rejected', 'wrong-credentials', 'forbidden'])
type OwnCode = 'not-found' | 'invalid' | 'rejected' | 'wrong-credentials' | 'forbidden'
const isOwn = (code: ErrorCode): code is OwnCode => own.has(code)

/** What went wrong with the account, and what to do next. */
export function accountFailure(code: ErrorCode, t: DeskTranslate): { what: string; next: string } {
  return isOwn(code)
    ? { what: t(`account.error.${code}`), next: t(`account.error.${code}.next`) }
    : { what: t(`error.${code}`), next: t(`error.${code}.next`) }
}
