/** What the platform said to a change, in its own words. */
export interface PlatformAnswer {
  readonly isGood: boolean
  readonly status: string | null
  readonly message: string | null
  readonly code: string | null
}

interface DeliveredError {
  readonly code: string | null
  readonly response: {
    readonly statusText: string | null
    readonly body: { readonly message: string | null; readonly status: string | null } | null
  } | null
}

interface Delivered {
  readonly status?: string | null
  readonly message?: string | null
  readonly error?: DeliveredError | null
}

const REFUSING = /^(error|fail|refus|reject|denied|invalid)/i

/** `status` is a free text (traps 38): an error beside it counts, or a word that can only mean no. */
export function answerOf(delivered: Delivered | null): PlatformAnswer {
  const error = delivered?.error ?? null
  const body = error?.response?.body ?? null
  const status = delivered?.status ?? body?.status ?? null
  return {
    isGood: delivered !== null && error === null && !REFUSING.test(status ?? ''),
    status,
    message: delivered?.message ?? body?.message ?? error?.response?.statusText ?? null,
    code: error?.code ?? null,
  }
}
