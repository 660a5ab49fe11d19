import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import { createClient } from '#main/platform/client.ts'
import { createHttp, type Fetch } from '#main/platform/http.ts'
import { outcomeOf, placeOf, type ErrorPlace } from '#main/platform/outcome.ts'
import { PlatformError } from '#main/platform/platform.ts'

const refusals = [
  'EMAIL_CONFIRMATION_REQUIRED',
  ...['WRONG_CREDENTIALS', 'INVALID_CREDENTIALS'],
  ...['UNAUTHENTICATED', 'UNAUTHORIZED', 'UNAUTHORISED', 'TOKEN_EXPIRED', 'INVALID_TOKEN'],
  ...['FORBIDDEN', 'ACCESS_DENIED', 'PERMISSION_DENIED'],
  ...['BAD_USER_INPUT', 'BAD_REQUEST', 'VALIDATION_FAILED'],
  ...['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'],
  ...['NOT_FOUND', 'REJECTED', 'forbidden'],
]
const error = (code: string | null, place: ErrorPlace = 'field') => ({ code, place })

describe('what became of a request', () => {
  describe('of which nothing can have left: not carried out', () => {
    it.each([
      [null, null],
      [200, 'graphql' as const],
      [502, 'other' as const],
    ])('whatever else is known (status %j, body %j)', (status, body) => {
      expect(outcomeOf({ left: 'nothing', status, body, errors: [] })).toBe('not-carried-out')
    })
  })

  describe('that was refused by a code, in a GraphQL answer of the platform', () => {
    it.each(refusals)('%s, at the field itself', (code) => {
      expect(graphql(200, error(code))).toBe('refused')
    })
    it.each([200, 400, 401, 403, 404, 429, 499])('with status %d', (status) => {
      expect(graphql(status, error('FORBIDDEN'))).toBe('refused')
    })
    it('before anything was executed', () => {
      expect(graphql(400, error('GRAPHQL_VALIDATION_FAILED', 'request'))).toBe('refused')
    })
    it('by the status 401 itself, where the error has no code', () => {
      expect(graphql(401, error(null))).toBe('refused')
      expect(graphql(401, error(null, 'request'))).toBe('refused')
    })
    it('by each of several errors', () => {
      expect(graphql(200, error('FORBIDDEN'), error('NOT_FOUND'))).toBe('refused')
    })
  })

  describe('that nobody knows', () => {
    it.each([100, 204, 301, 302, 399, 500, 502, 503, 504, 511])(
      'a GraphQL answer with status %d, whatever it says',
      (status) => {
        expect(graphql(status, error('FORBIDDEN'))).toBe('unknown')
        expect(graphql(status, error('UNAUTHENTICATED', 'request'))).toBe('unknown')
      },
    )
    it.each([200, 302, 400, 401, 403, 404, 429, 500, 502])(
      'an answer with status %d that is no GraphQL answer',
      (status) => {
        expect(told(status, 'other', error('FORBIDDEN'))).toBe('unknown')
      },
    )
    it('no answer', () => {
      expect(told(null, null)).toBe('unknown')
      expect(told(null, 'graphql', error('FORBIDDEN'))).toBe('unknown')
    })
    it.each(refusals)('%s below the field: the field was carried out', (code) => {
      expect(graphql(200, error(code, 'elsewhere'))).toBe('unknown')
      expect(graphql(401, error(code, 'elsewhere'))).toBe('unknown')
    })
    it.each(['INTERNAL_SERVER_ERROR', 'UPSTREAM_REJECTED', 'CARD_NOT_FOUND', 'BRAND_NEW', ''])(
      'a code that is not on the list: %j',
      (code) => {
        expect(graphql(200, error(code))).toBe('unknown')
        expect(graphql(401, error(code))).toBe('unknown')
      },
    )
    it('an error without a code', () => {
      expect(graphql(200, error(null))).toBe('unknown')
      expect(graphql(401, error(null, 'elsewhere'))).toBe('unknown')
    })
    it('a refusal beside anything else', () => {
      expect(graphql(200, error('FORBIDDEN'), error('FORBIDDEN', 'elsewhere'))).toBe('unknown')
      expect(graphql(200, error('FORBIDDEN'), error('INTERNAL_SERVER_ERROR'))).toBe('unknown')
    })
    it('an answer without errors', () => {
      expect(graphql(200)).toBe('unknown')
      expect(graphql(401)).toBe('unknown')
    })
  })
})

describe('where an error stands', () => {
  const fields = ['attemptRemoteStart']
  it.each([
    ['before the execution', [], undefined, 'request'],
    ['somewhere in the execution', [], null, 'elsewhere'],
    ['at the field', ['attemptRemoteStart'], null, 'field'],
    ['at the field, its data left out', ['attemptRemoteStart'], undefined, 'field'],
    ['below the field', ['attemptRemoteStart', 'status'], null, 'elsewhere'],
    ['at a field that was not asked for', ['remoteStop'], null, 'elsewhere'],
    ['at a place in a list', [0], null, 'elsewhere'],
  ] as const)('%s', (_, path, data, place) => {
    expect(placeOf(path, fields, data)).toBe(place)
  })

  it('at one of several fields', () => {
    expect(placeOf(['b'], ['a', 'b'], null)).toBe('field')
    expect(placeOf(['c'], ['a', 'b'], null)).toBe('elsewhere')
  })
})

describe('a start whose answer was spoilt on the way', () => {
  it.each(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'REJECTED'])(
    'by %s below its field is unknown, and goes once',
    async (code) => {
      const answer = json({ data: null, errors: [nested(code)] })
      expect(await start(answer)).toEqual({ outcome: 'unknown', code: 'unavailable', sent: 1 })
    },
  )

  it.each([
    [502, 'upstream rejected the connection', undefined],
    [504, 'permission service timed out after dispatch', undefined],
    [500, 'attempt NOT_FOUND in read replica', undefined],
    [503, 'no', 'UNAUTHENTICATED'],
    [200, 'UNAUTHENTICATED: token expired', undefined],
    [200, 'Wrong username or password', undefined],
  ])(
    'by status %d, message %j, code %j is unknown, and goes once',
    async (status, message, code) => {
      const body = { errors: [{ message, ...(code && { extensions: { code } }) }] }
      expect(await start(json(body, status))).toMatchObject({ outcome: 'unknown', sent: 1 })
    },
  )

  it.each([
    [200, 'text/html', '<!doctype html><title>Gateway timeout</title>', 'captive-portal'],
    [302, 'text/plain', '', 'captive-portal'],
    [400, 'text/plain', 'bad gateway header', 'invalid'],
    [401, 'text/html', '<html>sign in', 'captive-portal'],
    [401, 'application/json', '{"message":"Unauthorized"}', 'unauthorised'],
    [403, 'text/html', '<html>blocked', 'captive-portal'],
    [404, 'text/plain', '', 'unavailable'],
    [429, 'text/plain', 'slow down', 'unavailable'],
    [502, 'text/html', '<html>bad gateway', 'unavailable'],
    [511, 'text/html', '<html>sign in', 'captive-portal'],
    [200, 'application/json', '{"hello":1}', 'unexpected-answer'],
    [200, 'application/json', '{"data":{"attemptRemoteStart":', 'unexpected-answer'],
  ])(
    'by a page with status %d (%s, %j) is unknown, and goes once',
    async (status, type, body, code) => {
      const answer = () => new Response(body, { status, headers: { 'content-type': type } })
      expect(await start(answer)).toEqual({ outcome: 'unknown', code, sent: 1 })
    },
  )

  it('by a path that cannot be read is unknown', async () => {
    const extensions = { code: 'FORBIDDEN' }
    for (const path of [['attemptRemoteStart', {}], 'attemptRemoteStart', {}, [null]]) {
      const answer = json({ data: null, errors: [{ message: 'no', path, extensions }] })
      expect(await start(answer)).toMatchObject({ outcome: 'unknown', sent: 1 })
    }
  })

  it('by parts that nobody can read is unknown', async () => {
    const answer = json({ data: { attemptRemoteStart: { id: {}, status: 'ACCEPTED' } } })
    expect(await start(answer)).toEqual({ outcome: 'unknown', code: 'unexpected-answer', sent: 1 })
  })
})

describe('a start that was refused', () => {
  const refused = { message: 'no', path: ['attemptRemoteStart'], extensions: { code: 'FORBIDDEN' } }

  it('at its field, or before it was executed, is refused', async () => {
    const told = { outcome: 'refused', code: 'forbidden', sent: 1 }
    expect(await start(json({ data: null, errors: [refused] }))).toEqual(told)
    const { path: _, ...unplaced } = refused
    expect(await start(json({ errors: [unplaced] }, 403))).toEqual(told)
  })

  it('for its token goes once more with another one, and no third time', async () => {
    const stale = { ...refused, extensions: { code: 'UNAUTHENTICATED' } }
    const told = { outcome: 'refused', code: 'unauthorised', sent: 2 }
    expect(await start(json({ data: null, errors: [stale] }))).toEqual(told)
    expect(await start(json({ errors: [{ message: 'expired' }] }, 401))).toEqual(told)
  })

  it('for its token before a page is unknown then: the second one had left', async () => {
    const stale = { ...refused, extensions: { code: 'UNAUTHENTICATED' } }
    const answers = [json({ data: null, errors: [stale] }), () => new Response('', { status: 404 })]
    expect(await start(() => (answers.shift() ?? Response.error)())).toMatchObject({
      outcome: 'unknown',
      sent: 2,
    })
  })
})

describe('a start for which nobody could sign in', () => {
  it.each(['unknown', 'refused'] as const)('was not carried out (sign-in: %s)', async (outcome) => {
    const failure = { code: 'timed-out', message: 'no', retryable: true } as const
    const token = () => Promise.reject(new PlatformError(failure, outcome))
    expect(await start(json({}), token)).toEqual({
      outcome: 'not-carried-out',
      code: 'timed-out',
      sent: 0,
    })
  })
})

const told = (
  status: number | null,
  body: 'graphql' | 'other' | null,
  ...errors: ReturnType<typeof error>[]
) => outcomeOf({ left: 'perhaps', status, body, errors })
const graphql = (status: number, ...errors: ReturnType<typeof error>[]) =>
  told(status, 'graphql', ...errors)

const json =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const nested = (code: string) => ({
  message: 'no',
  path: ['attemptRemoteStart', 'status'],
  extensions: { code },
})

const MUTATION = `mutation Start($input: AttemptRemoteStartInput!) {
  attemptRemoteStart(input: $input) { id status }
}`

/** Sends a start to what answers so: what is known of it, and how often it left. */
async function start(
  answer: () => Response,
  token = () => Promise.resolve('token'),
): Promise<{ outcome: string; code: string; sent: number }> {
  let sent = 0
  const fetch: Fetch = () => {
    sent += 1
    return Promise.resolve(answer())
  }
  const clock = createClock({ startMs: 0, speed: 0 })
  const http = createHttp({ endpoint: 'https://p.example/graphql/', fetch, clock, knownGood: true })
  const session = { token, accepted: () => undefined, refused: () => undefined }
  const client = createClient({ http, clock, session })
  try {
    await client.execute(MUTATION, {})
    return { outcome: 'delivered', code: '', sent }
  } catch (thrown) {
    if (!(thrown instanceof PlatformError)) throw thrown
    return { outcome: thrown.outcome, code: thrown.failure.code, sent }
  }
}
