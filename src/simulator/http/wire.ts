import type { IncomingMessage, ServerResponse } from 'node:http'

/** What is sent back; the rest of a response is the server's business. */
export interface Answer {
  status: number
  type: string
  body: string | Buffer
  /** Where a redirect leads. */
  location?: string
}

/** Larger requests than this are not GraphQL of ours. In bytes. */
const MAX_BODY_BYTES = 1_000_000

/** Reads a request's body as UTF-8. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MAX_BODY_BYTES) throw new RangeError('The request is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Sends an answer, dated by the platform's clock: clients measure their difference by it. */
export function send(response: ServerResponse, answer: Answer, nowMs: number): void {
  response.sendDate = false
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': Buffer.byteLength(answer.body),
    date: new Date(nowMs).toUTCString(),
    'cache-control': 'no-store',
    ...(answer.location === undefined ? {} : { location: answer.location }),
  })
  response.end(answer.body)
}

export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})

export const html = (body: string, status = 200): Answer => ({
  status,
  type: 'text/html; charset=utf-8',
  body,
})
