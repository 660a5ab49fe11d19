import type { Target } from '#contract/charging.ts'
import type { Chosen } from './options.ts'

/** What a guest has chosen to start. The same request id is carried out once. */
export interface StartRequest extends Chosen {
  readonly requestId: string
  readonly packageId?: string | undefined
  readonly target?: Target | undefined
  /** Desk only. */
  readonly withoutInvoice?: boolean | undefined
}
