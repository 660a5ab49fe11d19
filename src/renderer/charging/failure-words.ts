import type { Failure } from '#contract/errors.ts'
import type { Translate } from '../i18n/text.ts'

/** What happened and what to do next, in the guest's language. */
export interface FailureWords {
  readonly what: string
  readonly next: string
  /** The station's own reason as delivered, but for the full stop: the sentence around it has one. */
  readonly reason: string | null
}

export function failureWords(failure: Failure, t: Translate): FailureWords {
  return {
    what: t(`error.${failure.code}`),
    next: t(`error.${failure.code}.next`),
    reason: failure.details?.['reason']?.replace(/[\s.]+$/, '') ?? null,
  }
}
