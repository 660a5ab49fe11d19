import fc from 'fast-check'
import { createClock } from '#common/clock.ts'
import { failureSchema } from '#contract/errors.ts'
import type { CommandOutput } from '#contract/commands.ts'
import { createDispatch, type Handlers } from '#main/ipc/dispatch.ts'
import { createAsk } from '#main/ask/ask.ts'
import { createClient } from '#main/platform/client.ts'
import { createHttp, type Fetch } from '#main/platform/http.ts'
import type { Platform } from '#main/platform/platform.ts'
import type { Tokens } from '#main/platform/auth-session.ts'
import { trustedOperations } from '#platform/generated/trusted.ts'
import { deepBody, malformedAnswer, type FuzzedResponse } from './bodies.ts'
import { createFaults, heapInUse } from './faults.ts'
import { fuzzedOperation, type FuzzedOperation } from './operations.ts'
import { mainAsks } from './main-asks.ts'

export interface AnswerCounts {
  /** Small malformed answers to each trusted operation. */
  readonly small: number
  /** Answers of 10 MB, of 100,000 levels, and such as never end, of each kind and to each operation. */
  readonly large: number
  readonly slow: number
}

const HUGE_BYTES = 10_000_000
const DEEP_LEVELS = 100_000
const GROWTH_ALLOWED_BYTES = 64 * 1024 * 1024
/** Twenty of them stand for all that come to the same operation. */
const MOST_SAMPLES = 2_000

const tokens: Tokens = {
  token: () => Promise.resolve('token'),
  accepted: () => undefined,
  refused: () => undefined,
}
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * Answers every operation of the ask lane, and those of main itself, with what is no good answer.
 * Returns what was wrong, in words.
 */
export async function fuzzAnswers(counts: AnswerCounts, seed: number): Promise<string[]> {
  const faults = createFaults()
  const endpoint = createEndpoint()
  const ask = askOver(endpoint.platform)
  const slow: Promise<void>[] = []
  let heapBytes = 0

  const checkAsked = async (id: string, operation: FuzzedOperation): Promise<void> => {
    const answer = await ask('platform.ask', { id, variables: operation.variables })
    const fault = faultOf(answer, operation)
    if (fault !== null) faults.found(`${operation.name}: ${fault}`)
  }

  const all = Object.entries(trustedOperations)
  for (const [index, [id, { name, text }]] of all.entries()) {
    const operation = fuzzedOperation(name, text)
    endpoint.answer = () => Promise.resolve(responseOf(good(operation)))
    await checkAsked(id, operation)
    const numRuns = Math.min(counts.small, MOST_SAMPLES)
    const small = fc.sample(malformedAnswer(operation.data), { numRuns, seed: seed + index })
    for (let sent = 0; sent < counts.small; sent += 1) {
      endpoint.answer = () => Promise.resolve(responseOf(small[sent % numRuns] ?? good(operation)))
      await checkAsked(id, operation)
    }
    for (let sent = 0; sent < counts.large; sent += 1) {
      endpoint.answer = () => Promise.resolve(hugeResponse())
      await checkAsked(id, operation)
      endpoint.answer = () => Promise.resolve(responseOf(deepResponse()))
      await checkAsked(id, operation)
    }
    for (let sent = 0; sent < counts.slow; sent += 1) {
      // Another endpoint for each: they are waited for at the end, all at once.
      const hanging = createEndpoint()
      hanging.answer = slowAnswer
      const asked = askOver(hanging.platform)('platform.ask', {
        id,
        variables: operation.variables,
      })
      slow.push(
        asked.then((answer) => {
          if (!JSON.stringify(answer).includes('"timed-out"')) {
            faults.found(`${name}: a slow answer gave ${JSON.stringify(answer).slice(0, 200)}`)
          }
        }),
      )
    }
    if (index === Math.floor(all.length / 2)) heapBytes = heapInUse()
  }
  await fuzzMain(Math.ceil(counts.small / 10), seed, faults.found)
  // Time limits of requests keep no process alive.
  const awake = setInterval(() => undefined, 1_000)
  await Promise.all(slow)
  clearInterval(awake)
  const grown = heapInUse() - heapBytes
  if (grown > GROWTH_ALLOWED_BYTES) faults.found(`the heap grew by ${String(grown)} bytes`)
  if ('polluted' in {}) faults.found('the prototype of all objects was changed')
  return faults.all
}

/** What main asks for itself, and what it makes of the answers. */
async function fuzzMain(
  small: number,
  seed: number,
  found: (words: string) => void,
): Promise<void> {
  const endpoint = createEndpoint()
  for (const { name, run } of mainAsks) {
    const numRuns = Math.min(small, MOST_SAMPLES)
    const choices = fc.sample(fc.nat(1_000_000), { numRuns, seed })
    // What is asked is known when it is asked: each text has samples of its own.
    const samples = new Map<string, FuzzedResponse[]>()
    for (let sent = 0; sent < small; sent += 1) {
      endpoint.answer = (text) => {
        const known = samples.get(text) ?? samplesFor(text, Math.min(numRuns, 200), seed)
        samples.set(text, known)
        const chosen = known[(choices[sent % numRuns] ?? 0) % known.length]
        return Promise.resolve(responseOf(chosen ?? { status: 200, headers: {}, body: '' }))
      }
      const fault = await run(endpoint.platform)
      if (fault !== null) found(`main, ${name}: ${fault}`)
    }
  }
}

function samplesFor(text: string, numRuns: number, seed: number): FuzzedResponse[] {
  const operation = fuzzedOperation('', text)
  return [good(operation), ...fc.sample(malformedAnswer(operation.data), { numRuns, seed })]
}

interface Endpoint {
  platform: Platform
  /** `query`: the text that came. */
  answer: (query: string, init: RequestInit) => Promise<Response>
}

function createEndpoint(): Endpoint {
  // Without pauses: nothing is to be waited for.
  const clock = { ...createClock(), now: Date.now, sleep: () => Promise.resolve() }
  const fetch: Fetch = (_url, init) => {
    const sent = typeof init.body === 'string' ? init.body : '{}'
    const { query = '' } = JSON.parse(sent) as { query?: string }
    return endpoint.answer(query, init)
  }
  const http = createHttp({ endpoint: 'https://platform.example/', fetch, clock, knownGood: true })
  const endpoint: Endpoint = {
    platform: createClient({ http, session: tokens, clock, random: () => 0 }),
    answer: () => Promise.reject(new Error('no answer yet')),
  }
  return endpoint
}

function askOver(platform: Platform) {
  const access = { mode: () => 'setup' as const, person: () => null }
  const ask = createAsk({
    platform: () => platform,
    access,
    audit: { write: () => undefined, note: () => undefined },
  })
  const handlers = { 'platform.ask': ask } as unknown as Handlers
  return createDispatch({ handlers: () => handlers, access, log: quiet })
}

const good = ({ data }: FuzzedOperation): FuzzedResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ data }),
})

function responseOf({ status, headers, body }: FuzzedResponse): Response {
  return new Response(status === 204 ? null : body, { status, headers })
}

const deepResponse = (): FuzzedResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: deepBody(DEEP_LEVELS),
})

const CHUNK = new Uint8Array(100_000).fill(0x20)

function hugeResponse(): Response {
  let bytes = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      bytes += CHUNK.byteLength
      if (bytes > HUGE_BYTES) controller.close()
      else controller.enqueue(CHUNK)
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/json' } })
}

/** Begins, and never ends. */
const slowAnswer: Endpoint['answer'] = (_query, { signal }) => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"data":{'))
      signal?.addEventListener('abort', () => {
        controller.error(signal.reason)
      })
    },
  })
  return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }))
}

function faultOf(answer: unknown, operation: FuzzedOperation): string | null {
  const envelope = answer as { ok: boolean; value?: CommandOutput<'platform.ask'>; error?: unknown }
  JSON.stringify(answer)
  if (!envelope.ok) {
    const failure = failureSchema.safeParse(envelope.error)
    if (!failure.success) return 'no failure of the contract'
    return failure.data.code === 'internal' ? `internal: ${failure.data.message}` : null
  }
  return operation.misfit(envelope.value?.data)
}
