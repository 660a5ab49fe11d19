import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import type { AdjustableClock } from '#common/clock.ts'
import { createClock } from '#common/clock.ts'
import type { Faults } from '#simulator/faults/faults.ts'
import { createFaults } from '#simulator/faults/faults.ts'
import type { Tokens } from '#simulator/tokens/tokens.ts'
import { createTokens } from '#simulator/tokens/tokens.ts'

const NOW_S = 1_795_424_400
const KEY = 'a-pre-shared-key'

function setUp(): { clock: AdjustableClock; faults: Faults; tokens: Tokens } {
  const clock = createClock({ startMs: NOW_S * 1000, speed: 0 })
  const faults = createFaults()
  return { clock, faults, tokens: createTokens(clock, faults, KEY) }
}

test('tokens have the form of the reference’s samples', async () => {
  const { tokens } = setUp()
  const { sessionToken, refreshToken } = await tokens.issue('contact-1', 'CRM')
  expect(decodeProtectedHeader(sessionToken)).toEqual({ alg: 'RS512', typ: 'JWT' })
  expect(decodeJwt(sessionToken)).toEqual({
    sub: 'contact-1',
    role: 'CRM',
    iat: NOW_S,
    exp: NOW_S + 3_600,
  })
  expect(decodeJwt(refreshToken)).toEqual({
    sub: 'contact-1',
    role: 'RFT',
    iat: NOW_S,
    exp: NOW_S + 2_592_000,
  })
})

test('the pre-shared key stands for role INI', async () => {
  expect(await setUp().tokens.check(KEY)).toMatchObject({ role: 'INI', subject: null })
})

test('a session token is good for an hour of the clock', async () => {
  const { clock, tokens } = setUp()
  const { sessionToken } = await tokens.issue('contact-1', 'CRM')
  await clock.advance(3_599_000)
  expect(await tokens.check(sessionToken)).toMatchObject({ role: 'CRM', subject: 'contact-1' })
  await clock.advance(1_000)
  expect(await tokens.check(sessionToken)).toBe('The token has expired.')
})

test('a token that somebody else signed is worth nothing', async () => {
  const { tokens } = setUp()
  const claims = decodeJwt((await tokens.issue('contact-1', 'CRM')).sessionToken)
  const { privateKey } = await generateKeyPair('RS512')
  const forged = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS512', typ: 'JWT' })
    .sign(privateKey)
  expect(await tokens.check(forged)).toBe('The token is not valid.')
})

test('a refresh token is used up by its first use and remembers the role', async () => {
  const { tokens } = setUp()
  const { refreshToken } = await tokens.issue('visitor', 'ANYM')
  expect(tokens.redeem(refreshToken)).toEqual({ subject: 'visitor', role: 'ANYM' })
  expect(tokens.redeem(refreshToken)).toBeUndefined()
})

test('pairs issued within one second differ', async () => {
  const { tokens } = setUp()
  const first = await tokens.issue('contact-1', 'CRM')
  const second = await tokens.issue('contact-1', 'CRM')
  expect(second.refreshToken).not.toBe(first.refreshToken)
})

test('tokens that expire on arrival are long expired, both of them', async () => {
  const { faults, tokens } = setUp()
  faults.set('tokensExpiredOnArrival')
  const { sessionToken, refreshToken } = await tokens.issue('contact-1', 'CRM')
  expect(await tokens.check(sessionToken)).toBe('The token has expired.')
  expect(await tokens.check(refreshToken)).toBe('The token has expired.')
})

test('a platform whose clock is ahead issues tokens by its own clock and accepts them', async () => {
  const { faults, tokens } = setUp()
  faults.set('clockSkew', { ms: 300_000 })
  const { sessionToken } = await tokens.issue('contact-1', 'CRM')
  expect(decodeJwt(sessionToken).iat).toBe(NOW_S + 300)
  expect(await tokens.check(sessionToken)).toMatchObject({ role: 'CRM' })
})
