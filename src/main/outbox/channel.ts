import type { Message } from './messages.ts'

/** Why a message did not arrive: a word for the log, never an address, an answer or a secret. */
export class DeliveryError extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(`The message did not arrive: ${reason}.`)
    this.name = 'DeliveryError'
    this.reason = reason
  }
}

/** What a message says, once it is known. `wait`: not yet, by nobody's fault; `drop`: it is not wanted any more. */
export type Written = { body: string } | 'wait' | 'drop'

/** One way out. */
export interface Channel {
  /** For messages that are put without a body. Throws where it should have been known. */
  write?: (message: Message, signal: AbortSignal) => Promise<Written>
  /** Resolves once the other side has it. Throws a DeliveryError. */
  send: (message: Message & { body: string }, signal: AbortSignal) => Promise<void>
}

/** The word for an error of network or mail, by the codes of Node and SMTP. */
export function reasonOf(error: unknown): string {
  if (error instanceof DeliveryError) return error.reason
  for (let each = error; each instanceof Error; each = each.cause) {
    const code: unknown = 'code' in each ? each.code : null
    if (typeof code === 'string' && /^[A-Z_]{2,30}$/.test(code)) return code
    if (each.name === 'TimeoutError') return 'timed-out'
  }
  return 'unknown'
}
