import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { TryName } from '#contract/setup.ts'
import { tryEndpoint } from '#main/setup/try-endpoint.ts'

const clock = createClock({ speed: 0 })

const answer = (status: number, type: string, body: string) => (): Promise<Response> =>
  Promise.resolve(new Response(body, { status, headers: { 'content-type': type } }))
const json = (status: number, body: unknown): (() => Promise<Response>) =>
  answer(status, 'application/json', JSON.stringify(body))
const fails = (code: string) => (): Promise<Response> =>
  Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) }))
const graphqlError = (code: string): unknown => ({
  data: null,
  errors: [{ message: 'no', extensions: { code } }],
})

async function contact(
  fetch: () => Promise<Response>,
  endpoint = 'https://tenant.example/graphql/',
) {
  const where = { endpoint, key: 'psk' }
  return tryEndpoint(where, { fetch, clock })
}

describe('the first contact with a platform', () => {
  it('passes every step where the platform answers the holder of the key', async () => {
    const tries = await contact(json(200, { data: { additionalRegistrationFields: null } }))
    expect(tries.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['reachable', 'passed'],
      ['encrypted', 'passed'],
      ['open', 'passed'],
      ['graphql', 'passed'],
      ['key', 'passed'],
    ])
  })

  it.each(['http://127.0.0.1:4600/graphql/', 'http://localhost/', 'http://[::1]:1/'])(
    'calls nothing encrypted that is not: %s stays on this machine',
    async (endpoint) => {
      const tries = await contact(
        json(200, { data: { additionalRegistrationFields: null } }),
        endpoint,
      )
      expect(tries.map(({ outcome }) => outcome)).toEqual([
        ...['passed', 'local', 'passed', 'passed', 'passed'],
      ])
      const [, failed] = await contact(fails('ECONNREFUSED'), endpoint)
      expect(failed?.outcome).toBe('untold')
    },
  )

  it.each<[string, () => Promise<Response>, TryName, ErrorCode]>([
    ['nobody is there', fails('ECONNREFUSED'), 'reachable', 'offline'],
    ['the name is unknown', fails('ENOTFOUND'), 'reachable', 'wrong-endpoint'],
    ['the certificate is another’s', fails('CERT_HAS_EXPIRED'), 'encrypted', 'wrong-certificate'],
    [
      'it is signed by itself',
      fails('DEPTH_ZERO_SELF_SIGNED_CERT'),
      'encrypted',
      'wrong-certificate',
    ],
    [
      'Chromium mistrusts it',
      fails('net::ERR_CERT_AUTHORITY_INVALID'),
      'encrypted',
      'wrong-certificate',
    ],
    ['the proxy is down', fails('net::ERR_TUNNEL_CONNECTION_FAILED'), 'open', 'proxy-refused'],
    ['a proxy nobody named', fails('net::ERR_UNEXPECTED_PROXY_AUTH'), 'open', 'proxy-refused'],
    ['the proxy asks for a name', answer(407, 'text/plain', 'who?'), 'open', 'proxy-refused'],
    [
      'a web page answers',
      answer(200, 'text/html', '<html>Welcome</html>'),
      'open',
      'captive-portal',
    ],
    ['it leads elsewhere', answer(302, 'text/plain', ''), 'open', 'captive-portal'],
    ['there is nothing', answer(404, 'text/html', '<html>404</html>'), 'graphql', 'wrong-endpoint'],
    ['it is another service', json(200, { hello: 'world' }), 'graphql', 'not-graphql'],
    ['it is plain text', answer(200, 'text/plain', 'ok'), 'graphql', 'not-graphql'],
    [
      'it is another API',
      json(400, graphqlError('GRAPHQL_VALIDATION_FAILED')),
      'graphql',
      'wrong-endpoint',
    ],
    ['it is down', answer(503, 'text/plain', 'later'), 'graphql', 'unavailable'],
    ['the key is unknown', json(200, graphqlError('UNAUTHENTICATED')), 'key', 'wrong-key'],
    ['the key is no pre-shared one', json(200, graphqlError('FORBIDDEN')), 'key', 'wrong-key'],
    ['the gateway refuses the key', json(401, { message: 'no' }), 'key', 'wrong-key'],
  ])('where %s, it is told at its step', async (_, fetch, step, code) => {
    const tries = await contact(fetch)
    const failed = tries.findIndex(({ outcome }) => outcome === 'failed')
    expect([tries[failed]?.name, tries[failed]?.failure?.code]).toEqual([step, code])
    expect(tries.slice(0, failed).every(({ outcome }) => outcome === 'passed')).toBe(true)
    expect(tries.slice(failed + 1).every(({ outcome }) => outcome === 'untold')).toBe(true)
  })
})
