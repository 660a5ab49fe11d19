import type { ErrorCode } from '#contract/errors.ts'
import { i18n } from '../i18n/i18n.ts'
import { useSetupText } from './setup-text.ts'
import type { SetupKey } from './words-en.ts'

/** Set-up knows more of a failure than a guest needs; where it does not, the code's usual words serve. */
export function useFailureWords(): {
  what(code: ErrorCode): string
  next(code: ErrorCode): string
} {
  const { t } = useSetupText()
  const words = (code: ErrorCode, end: '' | '.next'): string => {
    const own = `setup.failure.${code}${end}`
    return i18n.global.te(own) ? t(own as SetupKey) : t(`error.${code}${end}`)
  }
  return { what: (code) => words(code, ''), next: (code) => words(code, '.next') }
}
