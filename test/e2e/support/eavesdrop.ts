import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A platform whose secrets are overheard, and which can be made to repeat them. */
export interface Eavesdrop {
  readonly endpoint: string
  /** Every bearer that came, and every token that was given out. */
  readonly tokens: ReadonlySet<string>
  /** From now on answers fail, and repeat what was sent: bearer, variables, all of it. */
  repeats: boolean
  close(): void
}

const TOKENS = /"(?:sessionToken|refreshToken)"\s*:\s*"([^"]+)"/g

/** Stands between the terminal and `endpoint`. */
export async function eavesdrop(endpoint: string): Promise<Eavesdrop> {
  const tokens = new Set<string>()
  const server = createServer((request, response) => {
    void (async () => {
      const sent = await bodyOf(request)
      const { authorization = '' } = request.headers
      tokens.add(authorization.replace(/^Bearer /, ''))
      if (heard.repeats) {
        const message = `refused: ${authorization} ${sent}`
        const errors = [{ message, extensions: { code: authorization, sent } }]
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ data: null, errors }))
        return
      }
      const answer = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: sent,
      })
      const text = await answer.text()
      for (const [, token = ''] of text.matchAll(TOKENS)) tokens.add(token)
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'application/json',
      })
      response.end(text)
    })().catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const heard: Eavesdrop = {
    endpoint: `http://127.0.0.1:${String(port)}/graphql/`,
    tokens,
    repeats: false,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
  return heard
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
