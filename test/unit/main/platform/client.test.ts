import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import type { ErrorCode } from '#contract/errors.ts'
import { createClient } from '#main/platform/client.ts'
import { platformError } from '#main/platform/failures.ts'
import type { Outcome, Platform } from '#main/platform/platform.ts'
import type { Tokens } from '#main/platform/auth-session.ts'
import { createFakeHttp, refusedToken } from '../support/fake-http.ts'

const query = 'query Read { site { id } }'
const mutation = 'mutation Start { attemptRemoteStart { id } }'

/** A session that hands out `t1`, `t2`, …: another one after each refusal. */
function createTokens(): Tokens {
  let issued = 1
  return {
    token: () => Promise.resolve(`t${String(issued)}`),
    accepted: () => undefined,
    refused: () => {
      issued += 1
    },
  }
}

const failing = (code: ErrorCode, outcome: Outcome) => (): never => {
  throw platformError(code, 'no', outcome)
}

/** The client over an endpoint that does `steps` one after the other, and then answers. */
function clientOver(steps: (() => unknown)[], session = createTokens()) {
  const http = createFakeHttp(() =>
    (steps.shift() ?? (() => ({ site: { id: 's1' }, attemptRemoteStart: { id: 'a1' } })))(),
  )
  // Without jitter there is nothing to wait for.
  const client = createClient({ http, session, clock: createClock(), random: () => 0 })
  return { client, sent: http.sent }
}

const ask = (client: Platform, text: string) =>
  client.execute<unknown, Record<string, unknown>>(text, {})

describe('the client', () => {
  it('asks a query again while the way fails, up to three times', async () => {
    const away = failing('offline', 'not-carried-out')
    const healed = clientOver([away, away])
    expect((await ask(healed.client, query)).data).toEqual({ site: { id: 's1' } })
    expect(healed.sent).toHaveLength(3)
    const dead = clientOver([away, away, away, away])
    await expect(ask(dead.client, query)).rejects.toMatchObject({ failure: { code: 'offline' } })
    expect(dead.sent).toHaveLength(3)
  })

  it('tells when it asked, not only when the answer came', async () => {
    const clock = createClock({ startMs: 1_000, speed: 0 })
    const http = createFakeHttp(async () => {
      await clock.advance(7_000)
      return { site: { id: 's1' } }
    })
    const client = createClient({ http, session: createTokens(), clock, random: () => 0 })
    expect(await ask(client, query)).toMatchObject({ askedAtMs: 1_000, atMs: 8_000 })
  })

  it('asks as often as the caller says', async () => {
    const { client, sent } = clientOver([failing('unavailable', 'unknown')])
    await expect(client.execute(query, {}, { tries: 1 })).rejects.toThrow('unavailable')
    expect(sent).toHaveLength(1)
  })

  it.each(['forbidden', 'invalid', 'wrong-endpoint', 'not-found'] as const)(
    'does not ask again after %s',
    async (code) => {
      const { client, sent } = clientOver([failing(code, 'refused')])
      await expect(ask(client, query)).rejects.toThrow(code)
      expect(sent).toHaveLength(1)
    },
  )

  it.each([
    ['offline', 'not-carried-out'],
    ['timed-out', 'unknown'],
    ['unavailable', 'unknown'],
  ] as const)('sends a mutation once, whatever happens (%s)', async (code, outcome) => {
    const { client, sent } = clientOver([failing(code, outcome)])
    await expect(ask(client, mutation)).rejects.toMatchObject({ outcome })
    expect(sent).toHaveLength(1)
  })

  it.each([query, mutation])(
    'goes once more with another token when one is refused: %s',
    async (text) => {
      const { client, sent } = clientOver([refusedToken])
      await ask(client, text)
      expect(sent.map((line) => line.split(' ')[1])).toEqual(['t1', 't2'])
    },
  )

  it('goes no third time', async () => {
    const { client, sent } = clientOver([refusedToken, refusedToken])
    await expect(ask(client, mutation)).rejects.toMatchObject({ failure: { code: 'unauthorised' } })
    expect(sent).toHaveLength(2)
  })

  it('waits no longer for a token than one try may take', async () => {
    const hanging: Tokens = { ...createTokens(), token: () => new Promise(() => undefined) }
    const { client, sent } = clientOver([], hanging)
    const asked = client.execute(query, {}, { tries: 1, timeoutMs: 20 })
    await expect(asked).rejects.toMatchObject({
      failure: { code: 'timed-out' },
      outcome: 'not-carried-out',
    })
    expect(sent).toHaveLength(0)
  })

  it("ends with the caller's own reason when the caller gives up", async () => {
    const gone = new Error('gone')
    const { client } = clientOver([])
    await expect(client.execute(query, {}, { signal: AbortSignal.abort(gone) })).rejects.toBe(gone)
  })
})
