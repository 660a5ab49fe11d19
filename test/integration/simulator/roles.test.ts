import { describe, expect, test } from 'vitest'
import type { Reply, TestBench } from './harness.ts'
import { SIGN_IN, START_MS, startBench } from './harness.ts'

const CONTACT = '{ contact { id email } }'
const SETTINGS = '{ settings { key } }'
const RENEW = 'mutation { renewSession { sessionToken refreshToken } }'
const ANONYMOUS = 'mutation { initAnonymousSession { sessionToken refreshToken } }'

const code = ({ errors }: Reply): string | undefined => errors[0]?.extensions?.code

async function renew(bench: TestBench, refreshToken: string) {
  const reply = await bench.send(RENEW, {}, refreshToken)
  return reply.data?.renewSession as { sessionToken: string; refreshToken: string } | undefined
}

describe('signing in', () => {
  test('the key and the right password give a session of the account', async () => {
    const { ask, simulator } = await startBench()
    expect(await ask(CONTACT)).toMatchObject({ email: simulator.account.username })
  })

  test('a wrong password is refused in the reference’s words', async () => {
    const { send, simulator } = await startBench()
    const credentials = { username: simulator.account.username, password: 'wrong' }
    const { errors } = await send(SIGN_IN, credentials, simulator.key)
    expect(errors[0]?.message).toBe('Wrong username or password.')
  })

  test('a wrong key is refused', async () => {
    const { send, simulator } = await startBench()
    expect(code(await send(SIGN_IN, simulator.account, 'not the key'))).toBe('UNAUTHENTICATED')
  })

  test('a new account must confirm its e-mail address first', async () => {
    const { send, simulator } = await startBench()
    const account = { username: 'new@guest.example', password: 'S3cret!' }
    await send(
      `mutation ($username: String!, $password: String!) {
        registerContact(
          contactProfile: { email: $username, password: $password, firstName: "Ada" }
          additionalFields: [{ name: "employee_id", required: "true", value: "E-1" }]
        ) { profile { id } error { code } }
      }`,
      account,
      simulator.key,
    )
    const refused = await send(SIGN_IN, account, simulator.key)
    expect(refused.errors[0]?.message).toBe('EMAIL_CONFIRMATION_REQUIRED')
    await simulator.control.confirmEmail(account.username)
    expect((await send(SIGN_IN, account, simulator.key)).errors).toEqual([])
  })
})

describe('roles', () => {
  test('without a token nothing personal and nothing public is told', async () => {
    const { send } = await startBench()
    expect(code(await send(CONTACT, {}, null))).toBe('UNAUTHENTICATED')
    expect(code(await send(SETTINGS, {}, null))).toBe('UNAUTHENTICATED')
  })

  test('an anonymous session sees stations and settings, no personal data', async () => {
    const { send, simulator, expectAsked } = await startBench()
    const reply = await send(ANONYMOUS, {}, simulator.key)
    const { sessionToken } = reply.data?.initAnonymousSession as { sessionToken: string }
    expect((await send(SETTINGS, {}, sessionToken)).errors).toEqual([])
    const sites = await send('{ sitesPaged { data { label } } }', {}, sessionToken)
    expect(sites.errors).toEqual([])
    expect(code(await send(CONTACT, {}, sessionToken))).toBe('FORBIDDEN')
    await expectAsked('initAnonymousSession')
  })

  test('a refusal is HTTP 200 with the error beside the data', async () => {
    const { send, simulator } = await startBench()
    const reply = await send(CONTACT, {}, simulator.key)
    expect(reply).toMatchObject({ status: 200, data: { contact: null } })
    expect(code(reply)).toBe('FORBIDDEN')
  })

  test('a refresh token opens nothing but renewal', async () => {
    const { send, signIn } = await startBench()
    const { refreshToken } = await signIn()
    expect(code(await send(SETTINGS, {}, refreshToken))).toBe('FORBIDDEN')
    expect(code(await send(CONTACT, {}, refreshToken))).toBe('FORBIDDEN')
  })
})

describe('renewal', () => {
  test('gives a new pair and uses the old refresh token up', async () => {
    const bench = await startBench()
    const { refreshToken } = await bench.signIn()
    const pair = await renew(bench, refreshToken)
    expect((await bench.send(CONTACT, {}, pair?.sessionToken)).errors).toEqual([])
    const again = await bench.send(RENEW, {}, refreshToken)
    expect(code(again)).toBe('UNAUTHENTICATED')
    expect(await renew(bench, pair?.refreshToken ?? '')).toBeDefined()
    await bench.expectAsked('renewSession')
  })

  test('a session token lasts an hour; a refresh token outlives it', async () => {
    const bench = await startBench()
    const { refreshToken } = await bench.signIn()
    await bench.simulator.control.advance(3_601_000)
    expect(code(await bench.send(CONTACT))).toBe('UNAUTHENTICATED')
    expect(await renew(bench, refreshToken)).toBeDefined()
  })

  test('signing out makes the refresh token worthless and leaves the session', async () => {
    const bench = await startBench()
    const { refreshToken } = await bench.signIn()
    await bench.ask('mutation { invalidateSession { isInvalidated } }')
    expect((await bench.send(CONTACT)).errors).toEqual([])
    expect(code(await bench.send(RENEW, {}, refreshToken))).toBe('UNAUTHENTICATED')
    await bench.expectAsked('invalidateSession')
  })

  test('tokens can be expired and revoked from outside', async () => {
    const bench = await startBench()
    const { refreshToken } = await bench.signIn()
    await bench.simulator.control.expireSessionTokens()
    expect(code(await bench.send(CONTACT))).toBe('UNAUTHENTICATED')
    await bench.simulator.control.revokeRefreshTokens()
    expect(code(await bench.send(RENEW, {}, refreshToken))).toBe('UNAUTHENTICATED')
  })
})

test('answers are dated by the simulator’s clock', async () => {
  const { send, simulator } = await startBench()
  await simulator.control.advance(90_000)
  expect((await send(SETTINGS)).dateMs).toBe(START_MS + 90_000)
})
