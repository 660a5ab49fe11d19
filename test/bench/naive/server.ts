import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { createClock } from '#common/clock.ts'
import { createHttp } from '#main/platform/http.ts'
import { signIn } from '#main/platform/sign-in.ts'
import type { Simulator } from '#simulator/index.ts'
import { probe } from '../app/probe.ts'
import { PRICE_PENDING } from './constants.ts'

const TYPES: Partial<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Builds the page into `folder`, with the bench's probe before its first line. */
export async function buildNaive(folder: string): Promise<void> {
  await build({
    ...{ root: import.meta.dirname, configFile: false, logLevel: 'error', plugins: [vue()] },
    define: { __VUE_OPTIONS_API__: 'false' },
    build: { outDir: folder, emptyOutDir: true },
  })
}

export interface NaiveServer {
  /** The page, for the site of this id. */
  url(siteId: string): string
  close(): Promise<void>
}

/** Serves the page, and hands its questions on to the platform with the account's token. */
export async function serveNaive(folder: string, sim: Simulator): Promise<NaiveServer> {
  const { endpoint, key, account } = sim
  const http = createHttp({ endpoint, fetch, clock: createClock() })
  const { session: token } = await signIn(http, { endpoint, key, ...account })
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8').replace(
    '<head>',
    `<head><script>(${probe.toString()})(${JSON.stringify(PRICE_PENDING)})</script>`,
  )

  const ask = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const answer = await fetch(endpoint, { method: 'POST', headers, body: Buffer.concat(chunks) })
    response.setHeader('content-type', 'application/json').end(await answer.text())
  }
  const serve = (name: string, response: ServerResponse): void => {
    response.setHeader('content-type', TYPES[path.extname(name)] ?? 'text/plain')
    response.end(name === 'index.html' ? page : readFileSync(path.join(folder, name)))
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (pathname === '/graphql/') void ask(request, response).catch(() => response.destroy())
    else serve(pathname === '/' ? 'index.html' : pathname.slice(1), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: (siteId) => `http://127.0.0.1:${port}/?site=${siteId}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
