import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '#common/clock.ts'
import { LatestMap } from '#common/latest-map.ts'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { createYoga } from 'graphql-yoga'
import { mangle } from '../faults/mangle.ts'
import { replacementFor, wrongAnswerFor } from '../faults/replacement.ts'
import type { Context } from '../resolvers/kit.ts'
import type { World } from '../state/world.ts'
import type { RequestCounter, RequestFacts } from './requests.ts'
import { readRequest, TEXTS_KEPT } from './requests.ts'
import type { Answer } from './wire.ts'
import { readBody, send } from './wire.ts'

interface Parts {
  world: World
  schema: GraphQLSchema
  counter: RequestCounter
  /** Real time: networks are slow in it, whatever the simulator's clock does. */
  wall: Clock
  latencyMs: number
  graphiql: boolean
  /** Called with each request as it arrives, before anything becomes of it. */
  onRequest?: ((request: RequestFacts) => void) | undefined
}

const DEFAULT_DELAY_MS = 3_000

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** The GraphQL endpoint with everything that can happen to a request on its way. */
export function createGraphqlEndpoint(parts: Parts): Handler {
  const { world, schema, counter, wall, latencyMs, onRequest } = parts
  const { faults } = world
  const execute = createExecutor(parts)

  const answerTo = async (
    request: IncomingMessage,
    body: string,
    facts: RequestFacts,
  ): Promise<Answer> => {
    const replacement = replacementFor(faults, facts.rootFields)
    if (replacement) return replacement
    const answer = await execute(request, body)
    if (faults.take('duplicate', facts.rootFields)) await execute(request, body)
    return wrongAnswerFor(faults, facts.rootFields) ?? mangle(answer, { facts, schema, faults })
  }

  return async (request, response) => {
    const body = await readBody(request)
    const facts = readRequest(body)
    const { rootFields } = facts
    onRequest?.(facts)
    const delayMs = latencyMs + extraDelayMs(faults.take('delay', rootFields))
    if (delayMs > 0) await wall.sleep(delayMs)
    if (faults.take('hang', rootFields)) {
      counter.count(facts, 0)
      return
    }
    const cut = faults.take('cut', rootFields)
    const answer = cut && cut.phase !== 'after' ? null : await answerTo(request, body, facts)
    counter.count(facts, answer && !cut ? Buffer.byteLength(answer.body) : 0)
    if (answer && !cut) send(response, answer, world.clock.now() + faults.skewMs())
    else request.socket.destroy()
  }
}

type Executor = (request: IncomingMessage, body: string) => Promise<Answer>

/** Answers GraphQL requests as the platform does where nothing happens to them. */
function createExecutor({ world, schema, graphiql }: Parts): Executor {
  const yoga = createYoga<Context>({
    schema,
    graphiql,
    landingPage: false,
    cors: false,
    logging: false,
    parserAndValidationCache: {
      documentCache: new LatestMap<string, DocumentNode>(TEXTS_KEPT),
      errorCache: new LatestMap<string, unknown>(TEXTS_KEPT),
    },
  })
  return async (request, body) => {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
    const bearer = token === undefined ? null : await world.tokens.check(token)
    const isPost = request.method === 'POST'
    const response = await yoga.fetch(
      `http://127.0.0.1${(request.url ?? '/').replace('/graphql/', '/graphql')}`,
      {
        method: request.method ?? 'GET',
        headers: {
          accept: request.headers.accept ?? 'application/json',
          'content-type': request.headers['content-type'] ?? 'application/json',
        },
        ...(isPost ? { body } : {}),
      },
      { world, bearer, language: languageIn(request.headers['accept-language']) },
    )
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? 'application/json',
      body: await response.text(),
    }
  }
}

/** The first language that is asked for; `*` names none. */
const languageIn = (header = ''): string | null => /^[a-z]{2,3}\b/i.exec(header)?.[0] ?? null

const extraDelayMs = (fault: { ms?: number } | undefined): number =>
  fault ? (fault.ms ?? DEFAULT_DELAY_MS) : 0
