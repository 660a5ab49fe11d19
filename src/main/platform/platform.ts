import type { Failure } from '#contract/errors.ts'
import type { LeftOutValue } from './left-out.ts'

/** A typed operation text, as `platform/generated/main` makes them. */
export interface Operation<TData, TVariables> {
  toString(): string
  __apiType?: (variables: TVariables) => TData
}

export interface Answer<TData> {
  /** What the platform delivered; with `errors` beside it, parts may be null. */
  data: TData
  errors: readonly { message: string; code: string | null; path: readonly (string | number)[] }[]
  /** Impossible values of the answer: they are null in it. */
  leftOut?: readonly LeftOutValue[]
  /** The clock's time at which the try that was answered began: what it tells is no older (epoch ms). */
  askedAtMs: number
  /** The clock's time at which the answer arrived (epoch ms). */
  atMs: number
  bytes: number
}

export interface ExecuteOptions {
  /** Real milliseconds for one try. */
  timeoutMs?: number
  /** Tries of a query; a mutation is always sent once. Default: main's own rule. */
  tries?: number
  signal?: AbortSignal
  /** BCP 47 tag, sent as `Accept-Language`: for texts that come in their reader's language. */
  language?: string | undefined
  /** It is sent although the platform has asked to wait: what costs somebody money while it waits. */
  urgent?: boolean
}

/** The way to the platform that everything in main uses: it adds the token and knows the limits. */
export interface Platform {
  /** Throws a PlatformError, never anything else (but the signal's abort reason). */
  execute<TData, TVariables extends Record<string, unknown>>(
    operation: Operation<TData, TVariables>,
    variables: TVariables,
    options?: ExecuteOptions,
  ): Promise<Answer<TData>>
}

/** What is known about a request that failed: the ledger decides by it whether anything may be sent again. */
export type Outcome =
  /** Never left this machine, or was refused before it was looked at. */
  | 'not-carried-out'
  /** Sent, and the answer is lost: nobody knows. */
  | 'unknown'
  /** The platform answered, and the answer is no. */
  | 'refused'

export class PlatformError extends Error {
  readonly failure: Failure
  readonly outcome: Outcome
  constructor(failure: Failure, outcome: Outcome) {
    super(`${failure.code}: ${failure.message}`)
    this.name = 'PlatformError'
    this.failure = failure
    this.outcome = outcome
  }
}
