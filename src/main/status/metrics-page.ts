import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Log } from '#main/core/log.ts'

const ADDRESS = '127.0.0.1'
const MOST_CONNECTIONS = 8
const LIMIT_MS = 5_000

/**
 * Serves `/metrics` to this machine alone, for reading alone. A page in some browser that names a host of
 * its own for this address (DNS rebinding) is refused. A port in use is logged, and there is no page.
 * Returns the end of it.
 */
export function openMetricsPage(deps: {
  /** 0: any that is free; the log says which. */
  port: number
  log: Log
  metrics: () => Promise<string>
}): () => void {
  const { port, log, metrics } = deps
  const server = createServer((request, response) => {
    const { port: own } = server.address() as AddressInfo
    const status = refusalOf(request, own)
    if (status !== null) answer(response, status, '')
    else
      metrics().then(
        (text) => {
          answer(response, 200, text)
        },
        (error: unknown) => {
          log.error({ error: String(error) }, 'the metrics could not be made')
          answer(response, 500, '')
        },
      )
  })
  server.maxConnections = MOST_CONNECTIONS
  server.requestTimeout = LIMIT_MS
  server.headersTimeout = LIMIT_MS
  server.on('error', (error) => {
    log.error({ port, error: error.message }, 'there is no metrics page')
  })
  server.listen({ host: ADDRESS, port }, () => {
    const { port: own } = server.address() as AddressInfo
    log.info({ address: `http://${ADDRESS}:${String(own)}/metrics` }, 'the metrics page is open')
  })
  server.unref()
  return () => {
    server.close()
    server.closeAllConnections()
  }
}

/** The status of a refusal; null: it is answered. */
function refusalOf({ headers, method, url }: IncomingMessage, port: number): number | null {
  const hosts = [ADDRESS, 'localhost', '[::1]'].map((host) => `${host}:${String(port)}`)
  if (headers.host === undefined || !hosts.includes(headers.host.toLowerCase())) return 403
  // Prometheus sends no origin; a page in a browser does.
  if (headers.origin !== undefined) return 403
  if (url !== '/metrics') return 404
  return method === 'GET' ? null : 405
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(text)
}
