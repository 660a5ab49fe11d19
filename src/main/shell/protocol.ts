import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Picture } from '#main/core/picture.ts'
import { PICTURES_PATH } from '#main/site/pictures.ts'
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

/** The site's picture with this id; null when there is none. */
export type ReadPicture = (id: string) => Promise<Picture | null>

/**
 * Answers the renderer's requests under `origin`, for reading alone: the files of `folder`, and the
 * site's pictures below `/pictures/`.
 */
export function createPageHandler(deps: {
  origin: string
  folder: string
  readPicture: ReadPicture
}): (request: Request) => Promise<Response> {
  const { origin, readPicture } = deps
  const root = path.resolve(deps.folder)
  const pictures = origin + PICTURES_PATH
  return async ({ url, method }) => {
    if (method !== 'GET' && method !== 'HEAD') return refusal(405)
    const found = url.startsWith(pictures)
      ? await readPicture(url.slice(pictures.length))
      : await readPageFile(url, origin, root)
    if (found === null) return refusal(404)
    return new Response(found.bytes, { headers: { ...everyAnswer, 'content-type': found.type } })
  }
}

async function readPageFile(
  address: string,
  origin: string,
  root: string,
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const file = fileOf(address, origin, root)
  const type = file === null ? undefined : types[path.extname(file)]
  if (file === null || type === undefined) return null
  try {
    return { type, bytes: new Uint8Array(await readFile(file)) }
  } catch {
    return null
  }
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
