import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Logo } from '#main/settings/logo.ts'
import { contentPolicy } from './content-policy.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
}

const everyAnswer = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
}

/** Answers the renderer's requests from `folder`, and the logo, under `origin` and for reading alone. */
export function createFileHandler(
  origin: string,
  folder: string,
  logo: () => Logo | null = () => null,
): (request: Request) => Promise<Response> {
  const root = path.resolve(folder)
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    if (request.url.split(/[?#]/, 1)[0] === `${origin}/${LOGO_PATH}`) return answerLogo(logo())
    const file = fileOf(request.url, origin, root)
    const type = file === null ? undefined : types[path.extname(file)]
    if (file === null || type === undefined) return refusal(404)
    try {
      const content = await readFile(file)
      return new Response(new Uint8Array(content), {
        headers: { ...everyAnswer, 'content-type': type },
      })
    } catch {
      return refusal(404)
    }
  }
}

/** Where the page finds the site's logo. */
const LOGO_PATH = 'branding/logo'

function answerLogo(logo: Logo | null): Response {
  if (!logo) return refusal(404)
  const { content, type } = logo
  return new Response(new Uint8Array(content), {
    headers: { ...everyAnswer, 'content-type': type },
  })
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: everyAnswer })
}

/** The file below `root` that an address names; null for another origin and for ways out of it. */
function fileOf(address: string, origin: string, root: string): string | null {
  if (!address.startsWith(`${origin}/`)) return null
  const [wanted = ''] = address.slice(origin.length + 1).split(/[?#]/)
  try {
    const name = decodeURIComponent(wanted)
    if (name.includes('\0') || name.includes('\\')) return null
    const file = path.resolve(root, name === '' ? 'index.html' : name)
    return file.startsWith(root + path.sep) ? file : null
  } catch {
    return null
  }
}
