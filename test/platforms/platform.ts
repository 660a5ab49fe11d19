import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Kind, parse, type DocumentNode } from 'graphql'
import { answer, type Answers } from './answer.ts'

/** A question that has come: the first field that it asks for. */
export interface Question {
  readonly field: string
}

/** A platform whose every word is kept. */
export interface Platform {
  readonly endpoint: string
  readonly key: string
  readonly account: { readonly username: string; readonly password: string }
  /** The id of its only site. */
  readonly site: string
  readonly questions: readonly Question[]
  /** The data of its answers, each once: what a screen may show. */
  delivered(): readonly unknown[]
  /** From now on this is answered for fields (`Chargelog.status`), whatever else would be; undefined ends that. */
  settle(values: Readonly<Record<string, unknown>>): void
  close(): Promise<void>
}

const HOUR_S = 3600

/** A server on this machine (`port`: 0 for any that is free); nothing of it knows the simulator. */
export async function startPlatform(site: string, answers: Answers, port = 0): Promise<Platform> {
  const questions: Question[] = []
  const delivered = new Map<string, unknown>()
  const settled = new Map<string, unknown>()
  const settledFirst: Answers = (asked) => {
    if (asked.name.startsWith('SessionAuthenticationResponse.')) return token()
    return settled.has(asked.name) ? settled.get(asked.name) : answers(asked)
  }

  const server = createServer((request, response) => {
    void (async () => {
      const { query, variables = {} } = JSON.parse(await bodyOf(request)) as Sent
      const document = parse(query)
      questions.push({ field: firstField(document) })
      const result = answer(settledFirst, document, variables)
      const body = JSON.stringify(result)
      delivered.set(body, result.data)
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(body)
    })().catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const { port: heardAt } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${String(heardAt)}/graphql/`,
    key: 'a-key',
    account: { username: 'somebody@example.com', password: 'a-password' },
    site,
    questions,
    delivered: () => [...delivered.values()],
    settle(values) {
      for (const [name, value] of Object.entries(values)) {
        if (value === undefined) settled.delete(name)
        else settled.set(name, value)
      }
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed()
        })
        server.closeAllConnections()
      }),
  }
}

interface Sent {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

function firstField({ definitions }: DocumentNode): string {
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    const [first] = definition.selectionSet.selections
    if (first?.kind === Kind.FIELD) return first.name.value
  }
  return ''
}

/** Nobody checks it here: it only has to say that it lives for another hour. */
function token(): string {
  const nowS = Math.floor(Date.now() / 1000)
  const parts = [{ alg: 'none' }, { iat: nowS, exp: nowS + HOUR_S }]
  const [head = '', claims = ''] = parts.map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  return `${head}.${claims}.`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
