import type { ErrorCode } from '#contract/errors.ts'
import { isMessage } from '../i18n/i18n.ts'
import { useSetupText, type SetupKey } from './setup-text.ts'

type FailureKey = Extract<SetupKey, `setup.failure.${string}`>

/** Set-up knows more of a failure than a guest needs; where it does not, the code's usual words serve. */
export function useFailureWords(): {
  what(code: ErrorCode): string
  next(code: ErrorCode): string
} {
  const { t } = useSetupText()
  const words = (code: ErrorCode, end: '' | '.next'): string => {
    const own = `setup.failure.${code}${end}`
    return isMessage(own) ? t(own as FailureKey) : t(`error.${code}${end}`)
  }
  return { what: (code) => words(code, ''), next: (code) => words(code, '.next') }
}
