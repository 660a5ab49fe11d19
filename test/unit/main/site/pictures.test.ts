import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import { MOST_KEPT_BYTES } from '#main/site/picture-cache.ts'
import { MOST_PICTURE_BYTES } from '#main/site/picture-file.ts'
import { createPictures, PICTURES_PATH, type Pictures } from '#main/site/pictures.ts'

const MB = 1024 * 1024
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff, 0xe0]
const WEBP = [...Buffer.from('RIFF'), 1, 2, 3, 4, ...Buffer.from('WEBPVP8 ')]
const text = (content: string): number[] => [...Buffer.from(content)]

const file = (beginning: readonly number[], bytes = 64): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(Math.max(bytes, beginning.length))
  whole.set(beginning)
  return whole
}

type Answer = (init: RequestInit) => Response | Promise<Response>

/** A site with one charging point, `s1`, whose pictures a made-up web answers. */
function rig(
  answers: Record<string, Answer>,
  named: readonly string[] = Object.keys(answers),
  { endpoint = 'https://platform.test/graphql/', addresses = ['93.184.215.14'] } = {},
) {
  const clock = createClock({ startMs: 0, speed: 0 })
  const asked: { url: string; init: RequestInit }[] = []
  const pictures = createPictures({
    clock,
    endpoint,
    resolveHost: () => Promise.resolve(addresses),
    fetch: async (url, init) => {
      asked.push({ url, init })
      const answer = answers[url]
      if (!answer) throw new TypeError('fetch failed')
      return answer(init)
    },
  })
  const name = (urls: readonly string[]): void => {
    const site = { id: 'site', label: '', company: null }
    pictures.takeStatic({ site, connectors: [], pictureUrls: new Map([['s1', urls]]) })
  }
  name(named)
  return { clock, asked, pictures, name }
}

const idsOf = (pictures: Pictures): string[] =>
  pictures.pathsOf('s1').map((path) => path.slice(PICTURES_PATH.length))
const read = async (pictures: Pictures, place = 0) =>
  pictures.read(idsOf(pictures)[place] ?? 'there is none')
const of =
  (beginning: readonly number[], bytes?: number, headers = {}): Answer =>
  () =>
    new Response(file(beginning, bytes), { headers })
/** Chunk after chunk, with no length told; `taken` counts them. */
const endless = (taken: { mb: number }): Answer => {
  const body = new ReadableStream({
    pull(stream) {
      taken.mb += 1
      stream.enqueue(taken.mb === 1 ? file(PNG, MB) : new Uint8Array(MB))
    },
  })
  return () => new Response(body)
}

describe('the pictures of a charging point', () => {
  it('have paths that tell nothing of where they come from, in the platform’s order', async () => {
    const { pictures } = rig({ 'https://a.test/1.png': of(PNG), 'https://a.test/2.jpg': of(JPEG) })
    const paths = pictures.pathsOf('s1')
    expect(paths).toHaveLength(2)
    for (const path of paths) expect(path).toMatch(/^\/pictures\/[\w-]{22}$/)
    expect((await read(pictures, 1))?.type).toBe('image/jpeg')
  })

  it('have other ids after each launch', () => {
    const answers = { 'https://a.test/1.png': of(PNG) }
    expect(idsOf(rig(answers).pictures)).not.toEqual(idsOf(rig(answers).pictures))
  })

  it('are four at most, none of them twice', () => {
    const urls = [1, 1, 2, 3, 4, 5].map((place) => `https://a.test/${place}.png`)
    expect(rig({}, urls).pictures.pathsOf('s1')).toHaveLength(4)
  })

  it('are none for a charging point that is not of this site', () => {
    expect(rig({ 'https://a.test/1.png': of(PNG) }).pictures.pathsOf('s2')).toEqual([])
  })

  it.each(['file:///etc/passwd', 'data:image/png;base64,AA', 'app://terminal/x.png', 'x.png', ''])(
    'never come from %s',
    (url) => {
      expect(rig({ [url]: of(PNG) }).pictures.pathsOf('s1')).toEqual([])
    },
  )

  it.each([
    'http://a.test/1.png',
    'https://127.0.0.1/metrics',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.0.0.1/1.png',
    'https://100.64.0.1/1.png',
    'https://169.254.169.254/latest',
    'https://172.31.255.255/1.png',
    'https://192.168.1.1/reboot?x=1',
    'https://198.18.0.1/1.png',
    'https://224.0.0.1/1.png',
    'https://255.255.255.255/1.png',
    'https://[::1]/1.png',
    'https://[::ffff:10.0.0.1]/1.png',
    'https://[64:ff9b::a00:1]/1.png',
    'https://[2002:a00:1::]/1.png',
    'https://[fd00::1]/1.png',
    'https://[fe80::1]/1.png',
    'https://[ff02::1]/1.png',
    'https://localhost/1.png',
    'https://cam.localhost/1.png',
    'https://printer.local/1.png',
    'https://router.local./1.png',
    'https://db.internal/1.png',
    'https://nas/1.png',
    'http://127.0.0.1:9464/metrics',
  ])('never come from the site’s own network, nor in the clear: %s', (url) => {
    expect(rig({ [url]: of(PNG) }).pictures.pathsOf('s1')).toEqual([])
  })

  it.each(['https://a.test/1.png', 'https://1.1.1.1/1.png', 'https://[2606:4700::1111]/1.png'])(
    'come from %s',
    async (url) => {
      expect(await read(rig({ [url]: of(PNG) }).pictures)).not.toBeNull()
    },
  )

  it('come not from a public name that stands for an address of the site’s own network', async () => {
    const answers = { 'https://a.test/1.png': of(PNG) }
    const addresses = ['93.184.215.14', '192.168.1.1']
    const { pictures, asked } = rig(answers, undefined, { addresses })
    expect(await read(pictures)).toBeNull()
    expect(asked).toEqual([])
  })

  it('come from a platform on this machine, as the demo’s, and from nothing else there', async () => {
    const own = 'http://127.0.0.1:8123/pictures/1.png'
    const other = 'http://127.0.0.1:9464/metrics'
    const answers = { [own]: of(PNG), [other]: of(PNG) }
    const endpoint = 'http://127.0.0.1:8123/graphql/'
    const { pictures } = rig(answers, undefined, { endpoint })
    expect(pictures.pathsOf('s1')).toHaveLength(1)
    expect(await read(pictures)).not.toBeNull()
  })

  it('never carry a name and password into the web', () => {
    expect(rig({}, ['https://me:secret@a.test/1.png']).pictures.pathsOf('s1')).toEqual([])
  })

  it('can be had by their ids alone, and no longer than the platform names them', async () => {
    const { pictures, name, asked } = rig({ 'https://a.test/1.png': of(PNG) })
    const [id = ''] = idsOf(pictures)
    expect(await pictures.read('https://a.test/1.png')).toBeNull()
    expect(await pictures.read('')).toBeNull()
    expect(asked).toEqual([])
    expect(await pictures.read(id)).not.toBeNull()
    name([])
    expect(await pictures.read(id)).toBeNull()
  })
})

describe('a picture', () => {
  it.each([
    ['image/png', PNG],
    ['image/jpeg', JPEG],
    ['image/webp', WEBP],
  ])('is %s by its first bytes, whatever its server says', async (type, beginning) => {
    const url = 'https://a.test/1'
    const { pictures } = rig({ [url]: of(beginning, 64, { 'content-type': 'text/html' }) })
    const picture = await read(pictures)
    expect(picture).toEqual({ type, bytes: file(beginning) })
  })

  it.each([
    ['a page', text('<!doctype html><h1>Please sign in</h1>')],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['GIF', text('GIF89a')],
    ['sound in the same envelope as WebP', text('RIFF1234WAVEfmt ')],
    ['nothing', []],
  ])('is not %s, though it be called a PNG', async (_name, beginning) => {
    const { pictures } = rig({
      'https://a.test/1.png': () =>
        new Response(new Uint8Array(beginning), { headers: { 'content-type': 'image/png' } }),
    })
    expect(await read(pictures)).toBeNull()
  })

  it('may have 5 MB, and not a byte more', async () => {
    const { pictures } = rig({
      'https://a.test/1.png': of(PNG, MOST_PICTURE_BYTES),
      'https://a.test/2.png': of(PNG, MOST_PICTURE_BYTES + 1),
    })
    expect((await read(pictures, 0))?.bytes).toHaveLength(MOST_PICTURE_BYTES)
    expect(await read(pictures, 1)).toBeNull()
  })

  it('is not read to its end when it is too long', async () => {
    const taken = { mb: 0 }
    const { pictures } = rig({ 'https://a.test/1.png': endless(taken) })
    expect(await read(pictures)).toBeNull()
    expect(taken.mb).toBeLessThan(8)
  })

  it('is not read at all when it says that it is too long', async () => {
    const taken = { mb: 0 }
    const answer: Answer = async (init) => {
      const { body } = await endless(taken)(init)
      return new Response(body, { headers: { 'content-length': String(MOST_PICTURE_BYTES + 1) } })
    }
    const { pictures } = rig({ 'https://a.test/1.png': answer })
    expect(await read(pictures)).toBeNull()
    expect(taken.mb).toBeLessThan(2)
  })

  it.each([204, 301, 404, 500])('is not what comes with HTTP status %i', async (status) => {
    const body = status === 204 ? null : file(PNG)
    const { pictures } = rig({ 'https://a.test/1.png': () => new Response(body, { status }) })
    expect(await read(pictures)).toBeNull()
  })

  it('is asked for without our token, and follows no redirect', async () => {
    const { pictures, asked } = rig({ 'https://a.test/1.png': of(PNG) })
    await read(pictures)
    const init = asked[0]?.init
    expect(init).toMatchObject({ redirect: 'error', credentials: 'omit' })
    expect(new Headers(init?.headers).has('authorization')).toBe(false)
  })

  it('that has not come after 8 s is given up', async () => {
    const limit = new AbortController()
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(limit.signal)
    onTestFinished(() => timeout.mockRestore())
    const { pictures, asked } = rig({
      'https://a.test/1.png': ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(new Error('aborted'))
          })
        }),
    })
    const picture = read(pictures)
    await vi.waitFor(() => {
      expect(asked).toHaveLength(1)
    })
    limit.abort()
    expect(await picture).toBeNull()
    expect(timeout).toHaveBeenCalledWith(8_000)
  })
})

describe('what is kept', () => {
  it('one picture is fetched once, however many ask for it', async () => {
    const { pictures, asked, clock } = rig({ 'https://a.test/1.png': of(PNG) })
    await Promise.all([read(pictures), read(pictures)])
    await clock.advance(30 * 60_000)
    await read(pictures)
    expect(asked).toHaveLength(1)
    await clock.advance(31 * 60_000)
    await read(pictures)
    expect(asked).toHaveLength(2)
  })

  it('what could not be had is tried again after a minute', async () => {
    const { pictures, asked, clock } = rig({}, ['https://a.test/1.png'])
    await read(pictures)
    await read(pictures)
    expect(asked).toHaveLength(1)
    await clock.advance(60_000)
    await read(pictures)
    expect(asked).toHaveLength(2)
  })

  it('is never more than 24 MB: what was looked at longest ago goes first', async () => {
    const urls = [1, 2, 3, 4, 5, 6, 7].map((place) => `https://a.test/${place}.png`)
    const each = of(PNG, 4 * MB)
    const { pictures, name, asked } = rig(Object.fromEntries(urls.map((url) => [url, each])), [])
    const look = async (url: string): Promise<void> => {
      name([url])
      expect(await read(pictures)).not.toBeNull()
    }
    expect(MOST_KEPT_BYTES).toBe(24 * MB)
    for (const url of urls.slice(0, 6)) await look(url)
    await look(urls[0] ?? '')
    expect(asked).toHaveLength(6)
    await look(urls[6] ?? '')
    await look(urls[0] ?? '')
    expect(asked).toHaveLength(7)
    await look(urls[1] ?? '')
    expect(asked).toHaveLength(8)
  })
})
