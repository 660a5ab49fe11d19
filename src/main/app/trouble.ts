import type { ErrorCode, Failure } from '#contract/errors.ts'

const troubles: ReadonlySet<ErrorCode> = new Set([
  'wrong-endpoint',
  'wrong-key',
  'wrong-credentials',
  'email-unconfirmed',
  'signed-out',
  'unauthorised',
  'forbidden',
  'clock-wrong',
  'sign-in-expired',
  'not-found',
  'invalid',
])

export interface Trouble {
  /** What keeps the terminal from working until somebody changes something; else null. */
  current: () => Failure | null
  /** Why the connection is lost; null when it is not. Waiting may help, or not. */
  take(failure: Failure | null): void
  /** From now on `listener` hears of a change; there is one. */
  listen(listener: () => void): void
}

/** Tells lost connections that waiting heals from those that somebody must see to. */
export function createTrouble(): Trouble {
  let onChange = (): void => undefined
  let current: Failure | null = null
  return {
    current: () => current,
    take(failure) {
      const next = failure && troubles.has(failure.code) ? failure : null
      if (next?.code === current?.code) return
      current = next
      onChange()
    },
    listen(listener) {
      onChange = listener
    },
  }
}
