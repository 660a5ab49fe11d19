import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import { createHttp } from '#main/platform/http.ts'
import { PlatformError } from '#main/platform/platform.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const START_MS = Date.parse('2026-11-30T10:00:00.000Z')
const MINUTE_MS = 60_000
const query = 'query Site { site { id } }'
const httpDate = (ms: number): string => new Date(ms).toUTCString()

/** An address that answers the next request so, and `200` after it. */
function address(status: number, headers: Record<string, string>, body = '') {
  const clock = createClock({ startMs: START_MS, speed: 0 })
  let setBackMs = 0
  const now = (): number => clock.now() - setBackMs
  const log = createQuietLog()
  const answers = [() => new Response(body, { status, headers })]
  let sent = 0
  const fetch = () => {
    sent += 1
    return Promise.resolve((answers.shift() ?? (() => new Response('{"data":{}}')))())
  }
  const http = createHttp({
    endpoint: 'https://p.example/graphql/',
    fetch,
    clock: { ...clock, now },
    log,
  })
  const post = async (options: { urgent?: boolean } = {}): Promise<string> => {
    try {
      await http.post({ query, variables: {}, bearer: 'token', timeoutMs: 1_000, ...options })
      return 'answered'
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      return `${error.failure.code} ${error.outcome}`
    }
  }
  const setBack = (ms: number): void => void (setBackMs = ms)
  return { clock, log, post, setBack, sent: () => sent }
}

const REFUSED_HERE = 'unavailable not-carried-out'

describe('a platform that asks to wait', () => {
  it.each([
    ['seconds', 429, { 'retry-after': '120' }, ''],
    [
      'seconds, in a GraphQL answer',
      429,
      { 'retry-after': '120' },
      '{"errors":[{"message":"no"}]}',
    ],
    ['seconds, while it is away', 503, { 'retry-after': ' 120 ' }, ''],
    [
      'a time of its own clock, which differs',
      429,
      {
        'retry-after': httpDate(START_MS + 3_720_000),
        date: httpDate(START_MS + 3_600_000),
      },
      '',
    ],
    ['a time, and tells no other', 429, { 'retry-after': httpDate(START_MS + 120_000) }, ''],
  ] as const)('by %s (%d, %j %j) is asked nothing until then', async (_, status, headers, body) => {
    const { clock, post, sent } = address(status, headers, body)
    await post()
    expect(await post()).toBe(REFUSED_HERE)
    await clock.advance(119_000)
    expect(await post()).toBe(REFUSED_HERE)
    expect(sent()).toBe(1)
    await clock.advance(1_000)
    expect(await post()).toBe('answered')
  })

  it('is still asked what cannot wait: a stop', async () => {
    const { post, sent } = address(429, { 'retry-after': '120' })
    await post()
    expect(await post({ urgent: true })).toBe('answered')
    expect(sent()).toBe(2)
    expect(await post()).toBe(REFUSED_HERE)
  })

  it.each(['31536000', '999999999999999', httpDate(START_MS + 365 * 24 * 60 * MINUTE_MS)])(
    'for ever (%s) is believed for a quarter of an hour, and that is in the log',
    async (text) => {
      const { clock, log, post } = address(429, { 'retry-after': text })
      await post()
      await clock.advance(15 * MINUTE_MS - 1)
      expect(await post()).toBe(REFUSED_HERE)
      await clock.advance(1)
      expect(await post()).toBe('answered')
      expect(log.lines.join()).toContain('the platform asks to wait')
    },
  )

  it.each([
    ['at another status', 500, { 'retry-after': '120' }],
    ['without a time', 429, {}],
    ['by a text that says nothing', 429, { 'retry-after': 'soon' }],
    ['by less than nothing', 429, { 'retry-after': '-5' }],
    ['by a time that is over', 429, { 'retry-after': httpDate(START_MS - MINUTE_MS) }],
    ['by a time without a zone', 429, { 'retry-after': 'Mon Nov 30 12:00:00 2026' }],
  ] as const)('%s (%d %j) is asked on', async (_, status, headers) => {
    const { post } = address(status, headers)
    await post()
    expect(await post()).toBe('answered')
  })

  it('is not kept waiting longer by a clock that is set back', async () => {
    const { post, setBack } = address(429, { 'retry-after': '120' })
    await post()
    setBack(60 * MINUTE_MS)
    expect(await post()).toBe('answered')
  })
})
