import { lookup } from 'node:dns/promises'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Net } from 'electron'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
}

async function fetchFile(url: string): Promise<Response> {
  const file = fileURLToPath(url)
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
  try {
    return new Response(await readFile(file), { headers: { 'content-type': type } })
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND')
  }
}

/** Node's fetch: it knows neither the system's proxy settings nor the system's certificates. */
export const net = {
  fetch: (input, init): Promise<Response> => {
    const url = input instanceof Request ? input.url : input
    return url.startsWith('file:') ? fetchFile(url) : globalThis.fetch(input, init)
  },
  async resolveHost(host) {
    const found = await lookup(host, { all: true })
    const endpoints = found.map(({ address, family }) => ({
      address,
      family: family === 6 ? ('ipv6' as const) : ('ipv4' as const),
    }))
    return { endpoints }
  },
  isOnline: (): boolean => true,
  online: true,
} satisfies Pick<Net, 'fetch' | 'resolveHost' | 'isOnline' | 'online'>
