import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createPageHandler } from '#main/shell/protocol.ts'

const picture = { type: 'image/png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) } as const
const home = mkdtempSync(path.join(tmpdir(), 'files-'))
const root = path.join(home, 'renderer')
mkdirSync(path.join(root, 'assets'), { recursive: true })
writeFileSync(path.join(root, 'index.html'), '<!doctype html>')
writeFileSync(path.join(root, 'assets', 'index.js'), 'run()')
writeFileSync(path.join(root, 'assets', 'type.woff2'), 'font')
writeFileSync(path.join(root, 'notes.txt'), 'notes')
mkdirSync(path.join(home, 'renderer-other'))
writeFileSync(path.join(home, 'renderer-other', 'index.html'), 'secret')
writeFileSync(path.join(home, 'secret.json'), '{}')
afterAll(() => {
  rmSync(home, { recursive: true })
})

describe.each(['app://terminal', 'https://terminal.invalid'])('the files at %s', (origin) => {
  const handle = createPageHandler({
    origin,
    folder: root,
    readPicture: (id) => Promise.resolve(id === 'known' ? picture : null),
  })
  const get = (address: string, method = 'GET'): Promise<Response> =>
    handle({ url: address, method } as Request)

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html?a=1#b', 'text/html; charset=utf-8'],
    ['/assets/index.js', 'text/javascript; charset=utf-8'],
    ['/assets/type.woff2', 'font/woff2'],
  ])('%s comes as %s', async (name, type) => {
    const response = await get(origin + name)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%2f..%2fsecret.json',
    '/..%5csecret.json',
    '/../renderer-other/index.html',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/index.html%00.js',
    '/%zz',
    '/notes.txt',
    '/missing.html',
    '/assets',
  ])('%s is not there', async (name) => {
    expect((await get(origin + name)).status).toBe(404)
  })

  it('a picture of the site comes as what it is, whole', async () => {
    const response = await get(`${origin}/pictures/known`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(picture.bytes)
  })

  it.each(['/pictures/', '/pictures/other', '/pictures/../index.html', '/pictures/known?a=1'])(
    '%s is no picture',
    async (name) => {
      expect((await get(origin + name)).status).toBe(404)
    },
  )

  it('answers no other origin and no other method', async () => {
    expect((await get('https://elsewhere.example/index.html')).status).toBe(404)
    expect((await get(`${origin}.evil/index.html`)).status).toBe(404)
    expect((await get(`${origin}/index.html`, 'POST')).status).toBe(405)
  })

  it('forbids the page everything but its own files, on every answer', async () => {
    for (const name of ['/', '/missing.html', '/pictures/known', '/pictures/other']) {
      const policy = (await get(origin + name)).headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("connect-src 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/)
    }
  })
})
