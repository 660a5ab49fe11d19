import type { Clock } from '#common/clock.ts'
import { timeWithoutZone } from '#common/platform-time.ts'
import type { Log } from '#main/core/log.ts'
import { failureOfStatus, looksLikeHtml, networkError, platformError } from './failures.ts'
import { PlatformError } from './platform.ts'
import { readLimited } from './read-limited.ts'
import { createBlock } from './retry-after.ts'
import { createServerClock } from './server-clock.ts'

export interface FetchInit extends RequestInit {
  /** Nothing on the way may send it a second time: it goes by a connection of its own. */
  once?: boolean
}

/** The part of `fetch` that main uses: Electron's `net.fetch` fits, and so does Node's. */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>

/** Whether a GraphQL text changes something. */
export const isMutation = (query: string): boolean => /^\s*mutation\b/.test(query)

export interface HttpRequest {
  query: string
  variables: Record<string, unknown>
  /** Sent as `Authorization: Bearer …`. */
  bearer: string
  /** BCP 47 tag for `Accept-Language`. Default: none is named. */
  language?: string | undefined
  /** Real milliseconds for the whole exchange, body included. */
  timeoutMs: number
  signal?: AbortSignal | undefined
  /** It goes although the platform has asked to be left in peace. */
  urgent?: boolean
}

export interface HttpAnswer {
  status: number
  /** The parsed JSON body. */
  body: unknown
  bytes: number
}

export interface Http {
  /** True once anything answered at the endpoint with JSON. */
  readonly reached: boolean
  /** Server time minus this clock's time, by the last `Date` header (ms). */
  readonly skewMs: number
  /** The platform's time (epoch ms); null before the first `Date` header. */
  serverNowMs(): number | null
  /**
   * Throws a PlatformError, or the signal's abort reason. While the platform asks to wait (`Retry-After`),
   * nothing leaves: `unavailable`, not carried out.
   */
  post(request: HttpRequest): Promise<HttpAnswer>
}

const MAX_BYTES = 8 * 1024 * 1024

/** One POST of a GraphQL request: time limit, size limit, no redirects, every failure mapped. */
export function createHttp(deps: {
  endpoint: string
  fetch: Fetch
  clock: Clock
  /** The endpoint is known to have worked before: a host that cannot be found is then "offline". */
  knownGood?: boolean
  log?: Pick<Log, 'warn'>
}): Http {
  const { endpoint, fetch, clock, log } = deps
  let reached = deps.knownGood ?? false
  let hasWarnedOfZone = false
  const server = createServerClock(clock)
  const block = createBlock(clock, () => clock.now() + server.skewMs)

  const heed = (response: Response): void => {
    const askedMs = block.take(response)
    if (askedMs === null) return
    const facts = { status: response.status, askedMs, pauseMs: block.leftMs() }
    log?.warn(facts, 'the platform asks to wait')
  }

  const heedTimes = (text: string): void => {
    const time = hasWarnedOfZone ? null : timeWithoutZone(text)
    if (time === null) return
    hasWarnedOfZone = true
    log?.warn({ time }, 'times without a zone are taken for UTC')
  }

  const exchange = async (request: HttpRequest): Promise<HttpAnswer> => {
    if (request.urgent !== true && block.leftMs() > 0)
      throw platformError('unavailable', 'the platform asks to wait', 'not-carried-out')
    const limit = AbortSignal.timeout(request.timeoutMs)
    const signal = request.signal ? AbortSignal.any([limit, request.signal]) : limit
    const sentMs = clock.now()
    try {
      const response = await fetch(endpoint, requestInit(request, signal))
      const longestMs = request.timeoutMs * Math.max(1, clock.speed)
      server.measure(response.headers.get('date'), sentMs, longestMs)
      heed(response)
      const text = await readText(response)
      const answer = interpret(response, text, reached)
      reached = true
      heedTimes(text)
      return answer
    } catch (error) {
      if (error instanceof PlatformError) throw error
      if (request.signal?.aborted) throw request.signal.reason
      if (limit.aborted)
        throw platformError('timed-out', 'no answer within the time limit', 'unknown')
      throw networkError(error, reached)
    }
  }

  return {
    get reached() {
      return reached
    },
    get skewMs() {
      return server.skewMs
    },
    serverNowMs: server.nowMs,
    post: exchange,
  }
}

function requestInit(request: HttpRequest, signal: AbortSignal): FetchInit {
  const operationName = /^\s*(?:query|mutation)\s+(\w+)/.exec(request.query)?.[1]
  return {
    method: 'POST',
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    once: isMutation(request.query),
    signal,
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      authorization: `Bearer ${request.bearer}`,
      ...(request.language !== undefined && { 'accept-language': request.language }),
    },
    body: JSON.stringify({ query: request.query, variables: request.variables, operationName }),
  }
}

async function readText(response: Response): Promise<string> {
  const bytes = await readLimited(response, MAX_BYTES)
  if (bytes === null) throw platformError('unexpected-answer', 'the answer is too long', 'unknown')
  return new TextDecoder().decode(bytes)
}

function interpret(response: Response, text: string, reached: boolean): HttpAnswer {
  const { status } = response
  const html = looksLikeHtml(response.headers.get('content-type'), text)
  if (html || status >= 300) {
    const parsed = html ? undefined : parseJson(text)
    // Errors in GraphQL's own form say more than the status.
    if (isGraphqlBody(parsed)) return answerOf(response, parsed, text)
    throw failureOfStatus(status, html, reached)
  }
  const body = parseJson(text)
  if (!isGraphqlBody(body))
    throw platformError('unexpected-answer', 'the answer is not a GraphQL answer', 'unknown')
  return answerOf(response, body, text)
}

function answerOf(response: Response, body: unknown, text: string): HttpAnswer {
  return { status: response.status, body, bytes: text.length }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function isGraphqlBody(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value)
}
