import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import { delivered } from '#main/platform/answer.ts'
import { createHttp, type Fetch } from '#main/platform/http.ts'
import { PlatformError } from '#main/platform/platform.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const json = { 'content-type': 'application/json' }
const clock = createClock({ startMs: 1_700_000_000_000, speed: 0 })

function httpOver(fetch: Fetch, knownGood = false) {
  return createHttp({ endpoint: 'https://platform.example/graphql/', fetch, clock, knownGood })
}

const request = {
  query: 'query Site { site { id } }',
  variables: {},
  bearer: 'token',
  timeoutMs: 1_000,
}

/** What becomes of a fetch: `code outcome`, or the data. */
async function outcomeOf(fetch: Fetch, knownGood = false): Promise<unknown> {
  try {
    return delivered(await httpOver(fetch, knownGood).post(request)).data
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return `${error.failure.code} ${error.outcome}`
  }
}

const answering =
  (body: string, init: ResponseInit): Fetch =>
  () =>
    Promise.resolve(new Response(body, init))
const failing =
  (code: string, message = 'fetch failed'): Fetch =>
  () =>
    Promise.reject(new TypeError(message, { cause: Object.assign(new Error(code), { code }) }))
const graphql = (body: unknown, status = 200): Fetch =>
  answering(JSON.stringify(body), { status, headers: json })
const graphqlError = (message: string, code?: string, status = 200): Fetch =>
  graphql({ errors: [{ message, ...(code ? { extensions: { code } } : {}) }] }, status)

describe('a request to the platform', () => {
  it('is a POST of query, variables and operation name with the token as bearer', async () => {
    const seen: [string, RequestInit][] = []
    const fetch: Fetch = (url, init) => {
      seen.push([url, init])
      return Promise.resolve(new Response('{"data":{"site":{"id":"1"}}}', { headers: json }))
    }
    expect(await outcomeOf(fetch)).toEqual({ site: { id: '1' } })
    const [url, init] = seen[0] ?? ['', {}]
    expect(url).toBe('https://platform.example/graphql/')
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual' })
    expect(init.headers).toMatchObject({ authorization: 'Bearer token' })
    expect(init.body).toBe(
      JSON.stringify({ query: request.query, variables: {}, operationName: 'Site' }),
    )
  })

  it('names the reader’s language where there is one, and none elsewhere', async () => {
    const seen: (string | null)[] = []
    const http = httpOver((_url, { headers }) => {
      seen.push(new Headers(headers).get('accept-language'))
      return Promise.resolve(new Response('{"data":{}}', { headers: json }))
    })
    await http.post(request)
    await http.post({ ...request, language: 'pl' })
    expect(seen).toEqual([null, 'pl'])
  })

  it.each([
    ['ECONNREFUSED', 'offline not-carried-out'],
    ['EAI_AGAIN', 'offline not-carried-out'],
    ['ENETUNREACH', 'offline not-carried-out'],
    ['UND_ERR_CONNECT_TIMEOUT', 'offline not-carried-out'],
    ['ECONNRESET', 'offline unknown'],
    ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'captive-portal unknown'],
    ['UND_ERR_SOCKET', 'offline unknown'],
    ['ENOTFOUND', 'wrong-endpoint not-carried-out'],
    ['CERT_HAS_EXPIRED', 'wrong-certificate not-carried-out'],
    ['CERT_NOT_YET_VALID', 'clock-wrong not-carried-out'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'captive-portal not-carried-out'],
  ])('that fails with %s is: %s', async (code, told) => {
    expect(await outcomeOf(failing(code))).toBe(told)
  })

  it.each([
    ['net::ERR_INTERNET_DISCONNECTED', 'offline not-carried-out'],
    ['net::ERR_CONNECTION_REFUSED', 'offline not-carried-out'],
    ['net::ERR_EMPTY_RESPONSE', 'offline unknown'],
    ['net::ERR_ADDRESS_UNREACHABLE', 'offline unknown'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'captive-portal unknown'],
    ['connect EHOSTUNREACH 10.0.0.1:443', 'offline not-carried-out'],
    ['read EHOSTUNREACH', 'offline unknown'],
    ['net::ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'captive-portal unknown'],
    ['Redirect was cancelled', 'captive-portal unknown'],
    ['net::ERR_NAME_NOT_RESOLVED', 'wrong-endpoint not-carried-out'],
    ['net::ERR_CERT_DATE_INVALID', 'wrong-certificate not-carried-out'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'captive-portal not-carried-out'],
  ])("that fails in Chromium's way with %s is: %s", async (message, told) => {
    expect(await outcomeOf(() => Promise.reject(new Error(message)))).toBe(told)
  })

  it('blames the network, not the address, once the address has worked', async () => {
    expect(await outcomeOf(failing('ENOTFOUND'), true)).toBe('offline not-carried-out')
    expect(await outcomeOf(answering('', { status: 404 }), true)).toMatch(/^unavailable/)
  })

  it.each([
    [404, '', {}, 'wrong-endpoint unknown'],
    [401, '', {}, 'unauthorised unknown'],
    [403, '', {}, 'forbidden unknown'],
    [400, '', {}, 'invalid unknown'],
    [429, '', {}, 'unavailable unknown'],
    [500, '', {}, 'unavailable unknown'],
    [503, '<html></html>', { 'content-type': 'text/html' }, 'unavailable unknown'],
    [302, '', { location: 'https://portal.example/' }, 'captive-portal unknown'],
    [511, '', {}, 'captive-portal unknown'],
    [200, '<!doctype html><p>Welcome', { 'content-type': 'text/html' }, 'captive-portal unknown'],
    [200, ' <HTML>', json, 'captive-portal unknown'],
    [200, 'hello', json, 'unexpected-answer unknown'],
    [200, '{"hello":1}', json, 'unexpected-answer unknown'],
    [200, '{"data":null}', json, 'unexpected-answer unknown'],
  ])('answered with status %d and %j is: %s', async (status, body, headers, told) => {
    expect(await outcomeOf(answering(body, { status, headers }))).toBe(told)
  })

  it.each([
    ['EMAIL_CONFIRMATION_REQUIRED', undefined, 'email-unconfirmed unknown'],
    ['Please confirm', 'EMAIL_CONFIRMATION_REQUIRED', 'email-unconfirmed refused'],
    ['Wrong username or password.', undefined, 'wrong-credentials unknown'],
    ['Wrong username or password.', 'UNAUTHENTICATED', 'wrong-credentials refused'],
    ['no', 'UNAUTHENTICATED', 'unauthorised refused'],
    ['no', 'FORBIDDEN', 'forbidden refused'],
    ['no', 'BAD_USER_INPUT', 'invalid refused'],
    ['no', 'GRAPHQL_VALIDATION_FAILED', 'invalid refused'],
    ['Unexpected error.', 'INTERNAL_SERVER_ERROR', 'unavailable unknown'],
    ['something new', 'BRAND_NEW', 'unavailable unknown'],
  ])('answered with the error %j, code %j, is: %s', async (message, code, told) => {
    expect(await outcomeOf(graphqlError(message, code))).toBe(told)
  })

  it('says what an error in the body says, before the status; what became of it says the status', async () => {
    expect(await outcomeOf(graphqlError('no', 'FORBIDDEN', 500))).toBe('forbidden unknown')
    expect(await outcomeOf(graphqlError('no', 'FORBIDDEN', 403))).toBe('forbidden refused')
    expect(await outcomeOf(graphqlError('no', undefined, 401))).toBe('unauthorised refused')
    expect(await outcomeOf(graphqlError('Wrong username or password.', undefined, 401))).toMatch(
      /^wrong-credentials/,
    )
  })

  it('uses data and errors together', async () => {
    const errors = [{ message: 'partly', path: ['running'] }]
    expect(
      await outcomeOf(graphql({ data: { site: { id: '1' }, running: null }, errors })),
    ).toEqual({ site: { id: '1' }, running: null })
    expect(await outcomeOf(graphql({ data: { site: null }, errors }))).toMatch(/^unavailable/)
  })

  it('takes a refused token from beside data, too', async () => {
    const errors = [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }]
    expect(await outcomeOf(graphql({ data: { site: { id: '1' } }, errors }))).toMatch(
      /^unauthorised/,
    )
  })

  it('takes what a mutation answered, whatever was refused beside it: it was carried out', () => {
    const errors = [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }]
    const answer = (data: object) => ({
      ...{ status: 200, bytes: 0 },
      body: { data, errors },
    })
    const started = { attemptRemoteStart: { id: '1' } }
    expect(delivered(answer(started), { asked: 'mutation' }).data).toEqual(started)
    expect(delivered(answer(started), { asked: 'sign-in' }).data).toEqual(started)
    // Without a place, an error beside data tells nothing of what it belongs to.
    expect(() => delivered(answer({ attemptRemoteStart: null }), { asked: 'mutation' })).toThrow(
      'unavailable',
    )
    expect(() => delivered(answer({ initSession: null }), { asked: 'sign-in' })).toThrow(
      'unauthorised',
    )
  })

  it.each([
    ['query Site { site { id } }', false],
    ['mutation Stop { remoteStop { code } }', true],
  ])('is sent once where it changes something: %s', async (query, once) => {
    const seen: (boolean | undefined)[] = []
    const http = httpOver((_url, init) => {
      seen.push(init.once)
      return Promise.resolve(new Response('{"data":{}}', { headers: json }))
    })
    await http.post({ ...request, query })
    expect(seen).toEqual([once])
  })

  it('takes at most 8 MB', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    expect(await outcomeOf(() => Promise.resolve(new Response(endless, { headers: json })))).toBe(
      'unexpected-answer unknown',
    )
  })

  it('ends at its time limit, in the middle of a body too', async () => {
    const hanging: Fetch = (_url, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error)
        })
      })
    await expect(httpOver(hanging).post({ ...request, timeoutMs: 20 })).rejects.toMatchObject({
      failure: { code: 'timed-out' },
      outcome: 'unknown',
    })
  })

  it("rejects with the caller's own reason when the caller gives up", async () => {
    const gone = new Error('gone')
    const given = { ...request, signal: AbortSignal.abort(gone) }
    await expect(httpOver(failing('ECONNRESET')).post(given)).rejects.toBe(gone)
  })

  it("measures the clock difference by the server's Date header", async () => {
    const date = new Date(clock.now() + 3_600_000).toUTCString()
    const http = httpOver(answering('{"data":{}}', { headers: { ...json, date } }))
    await http.post(request)
    expect(http.skewMs).toBeCloseTo(3_600_000, -4)
  })

  it('measures nothing while its own clock jumps', async () => {
    const date = new Date(clock.now()).toUTCString()
    const jumping: Fetch = async (url, init) => {
      await clock.advance(3_600_000)
      return answering('{"data":{}}', { headers: { ...json, date } })(url, init)
    }
    const http = httpOver(jumping)
    await http.post(request)
    expect(http.skewMs).toBe(0)
  })
})

describe('times without a zone', () => {
  it('are told in the log once, whatever comes after', async () => {
    const log = createQuietLog()
    const times = ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00', '2026-11-23T10:00:00']
    const fetch: Fetch = (...asked) =>
      graphql({ data: { chargelog: { dateStart: times.shift() } } })(...asked)
    const endpoint = 'https://platform.example/graphql/'
    const http = createHttp({ endpoint, fetch, clock, log })
    await http.post(request)
    expect(log.lines).toEqual([])
    await http.post(request)
    await http.post(request)
    expect(log.lines).toEqual([
      'times without a zone are taken for UTC {"time":"2026-11-23T09:00:00"}',
    ])
  })
})
