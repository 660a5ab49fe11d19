import type { Clock } from '#common/clock.ts'
import { delivered, type Delivered, type Fit } from './answer.ts'
import type { Fitted } from './answer-shape.ts'
import { platformError } from './failures.ts'
import { isMutation, type Http, type HttpAnswer } from './http.ts'
import type { LeftOutValue, LeftOutValues } from './left-out.ts'
import { PlatformError, type ExecuteOptions, type Platform } from './platform.ts'
import type { Tokens } from './auth-session.ts'

const TIMEOUT_MS = 10_000
/** A start or a stop passes through the station, which takes its time. */
const MUTATION_TIMEOUT_MS = 30_000
const QUERY_TRIES = 3
const FIRST_PAUSE_MS = 400
const LONGEST_PAUSE_MS = 5_000

/** The way to the platform: adds the token, retries queries, and sends a mutation exactly once. */
export function createClient(deps: {
  http: Http
  session: Tokens
  clock: Clock
  random?: () => number
  leftOut?: Pick<LeftOutValues, 'take'>
}): Platform {
  const { http, session, clock } = deps
  const random = deps.random ?? Math.random

  const once = async (
    query: string,
    variables: Record<string, unknown>,
    leftMs: () => number,
    { signal, urgent = false, language }: ExecuteOptions,
  ): Promise<{ answer: HttpAnswer } & FittedParts> => {
    const token = await within(session.token(), leftMs(), signal).catch(neverSent)
    const shapes = import('./answer-shape.ts')
    try {
      const timeoutMs = leftMs()
      const limits = { timeoutMs, signal, urgent }
      const answer = await http.post({ query, variables, bearer: token, language, ...limits })
      // The first picture of the board needs no GraphQL in main: it is loaded while the first answer comes.
      const { fitAnswer } = await shapes
      const parts = fittedParts(answer, query, (data) => fitAnswer(query, data, http.serverNowMs()))
      deps.leftOut?.take(parts.leftOut)
      session.accepted(token)
      return { answer, ...parts }
    } catch (error) {
      if (isUnauthorised(error)) session.refused(token)
      throw error
    }
  }

  return {
    async execute(operation, variables, options: ExecuteOptions = {}) {
      const query = operation.toString()
      const isSentOnce = isMutation(query)
      const tries = isSentOnce ? 1 : (options.tries ?? QUERY_TRIES)
      const timeoutMs = options.timeoutMs ?? (isSentOnce ? MUTATION_TIMEOUT_MS : TIMEOUT_MS)
      const pause = (attempt: number): Promise<void> =>
        clock.sleep(pauseMs(attempt, random()), options.signal)
      return retried(tries, pause, async () => {
        options.signal?.throwIfAborted()
        const askedAtMs = clock.now()
        const leftMs = limit(timeoutMs)
        const parts = await withAnotherToken(query, () => once(query, variables, leftMs, options))
        return {
          // The platform's schema is what the operation's type was generated from.
          data: parts.data as ReturnType<NonNullable<typeof operation.__apiType>>,
          errors: parts.errors,
          leftOut: parts.leftOut,
          askedAtMs,
          atMs: clock.now(),
          bytes: parts.answer.bytes,
        }
      })
    },
  }
}

type FittedParts = Delivered & { leftOut: readonly LeftOutValue[] }

/** What an answer delivers, fitted to what was asked. Throws a PlatformError. */
function fittedParts(
  answer: HttpAnswer,
  query: string,
  fitAnswer: (data: unknown) => Fitted,
): FittedParts {
  let leftOut: readonly LeftOutValue[] = []
  const fit: Fit = (data) => {
    const fitted = fitAnswer(data)
    leftOut = fitted.leftOut
    return fitted
  }
  const parts = delivered(answer, { fit, asked: isMutation(query) ? 'mutation' : 'query' })
  return { ...parts, leftOut }
}

/** What was refused for its token goes once more; a mutation only where nothing was carried out. */
async function withAnotherToken<T>(query: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!isUnauthorised(error) || (isMutation(query) && error.outcome === 'unknown')) throw error
    return run()
  }
}

function isUnauthorised(error: unknown): error is PlatformError {
  return error instanceof PlatformError && error.failure.code === 'unauthorised'
}

/** Tries again, after a pause, what failed in a way that may pass. */
async function retried<T>(
  tries: number,
  pause: (attempt: number) => Promise<void>,
  run: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof PlatformError) || !error.failure.retryable || attempt >= tries)
        throw error
      await pause(attempt)
    }
  }
}

/** The real ms that are left of one try, whatever it consists of. */
function limit(timeoutMs: number): () => number {
  const startedMs = performance.now()
  return () => Math.max(1, Math.round(timeoutMs - (performance.now() - startedMs)))
}

/** Waits for a token no longer than the try may take: a renewal may hang like anything else. */
async function within(
  token: Promise<string>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<string> {
  const expiry = AbortSignal.timeout(timeoutMs)
  const stop = signal ? AbortSignal.any([expiry, signal]) : expiry
  const { promise: stopped, reject } = Promise.withResolvers<never>()
  const onStop = (): void => {
    reject(
      signal?.aborted
        ? (signal.reason as Error)
        : platformError('timed-out', 'no token within the time limit', 'not-carried-out'),
    )
  }
  stop.addEventListener('abort', onStop, { once: true })
  try {
    return await Promise.race([token, stopped])
  } finally {
    stop.removeEventListener('abort', onStop)
  }
}

/** Without a token nothing leaves, whatever became of the sign-in. */
function neverSent(error: unknown): never {
  throw error instanceof PlatformError ? new PlatformError(error.failure, 'not-carried-out') : error
}

/** Exponential back-off with full jitter (ms). */
function pauseMs(attempt: number, random: number): number {
  return random * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt)
}
