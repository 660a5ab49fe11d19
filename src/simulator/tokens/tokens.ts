import { SignJWT, generateKeyPair, jwtVerify } from 'jose'
import type { Clock } from '#common/clock.ts'
import { LatestMap } from '#common/latest-map.ts'
import type { Faults } from '../faults/faults.ts'

/** Roles of the API (traps 1.a): key holder, contact, anonymous, holder of a refresh token. */
export type Role = 'INI' | 'CRM' | 'ANYM' | 'RFT'

export interface TokenPair {
  sessionToken: string
  refreshToken: string
}

export interface Bearer {
  role: Role
  /** The contact (or anonymous visitor) that the token was issued to; null for the key. */
  subject: string | null
  token: string
}

/** Issues and checks JWTs as the reference's samples show them (L2240): RS512, sub, role, iat, exp. */
export interface Tokens {
  issue(subject: string, role: 'CRM' | 'ANYM'): Promise<TokenPair>
  /** What a bearer token stands for; a reason in words if it is worth nothing. */
  check(token: string): Promise<Bearer | string>
  /** Uses a refresh token up. Undefined if it has been used, revoked or was never issued. */
  redeem(refreshToken: string): { subject: string; role: 'CRM' | 'ANYM' } | undefined
  /** Makes the refresh token worthless that was issued together with this session token. */
  invalidatePairOf(sessionToken: string): void
  expireSessionTokens(): void
  revokeRefreshTokens(): void
}

const SESSION_LIFE_S = 3_600
const REFRESH_LIFE_S = 30 * 86_400
/** Enough for a fleet of terminals on one simulator. */
const TOKENS_KEPT = 10_000
/** How long ago tokens were issued that are expired on arrival: longer than either lives. */
const LONG_AGO_S = 40 * 86_400

interface Claims {
  subject: string
  role: Role
  expiresS: number
}

const isRole = (role: unknown): role is Role => role === 'CRM' || role === 'ANYM' || role === 'RFT'

let keyPair: ReturnType<typeof generateKeyPair> | undefined
/** One for all simulators of a process: making it costs more than all else that starts one. */
const keys = () => (keyPair ??= generateKeyPair('RS512'))

const sign = async (subject: string, role: Role, issuedS: number, expiresS: number) =>
  new SignJWT({ sub: subject, role, iat: issuedS, exp: expiresS })
    .setProtectedHeader({ alg: 'RS512', typ: 'JWT' })
    .sign((await keys()).privateKey)

/** What a token claims that one of these simulators has signed, whether it has expired or not. */
async function verify(token: string): Promise<Claims | undefined> {
  try {
    const { payload } = await jwtVerify(token, (await keys()).publicKey, {
      algorithms: ['RS512'],
      currentDate: new Date(0),
    })
    const { sub, role, exp } = payload
    if (sub === undefined || exp === undefined || !isRole(role)) return undefined
    return { subject: sub, role, expiresS: exp }
  } catch {
    return undefined
  }
}

interface Refresh {
  subject: string
  role: 'CRM' | 'ANYM'
}

export function createTokens(clock: Clock, faults: Faults, presharedKey: string): Tokens {
  const refreshTokens = new LatestMap<string, Refresh>(TOKENS_KEPT)
  const refreshOfSession = new LatestMap<string, string>(TOKENS_KEPT)
  const expired = new Set<string>()
  const verified = new LatestMap<string, Claims>(TOKENS_KEPT)
  let lastIssuedS = 0
  let serial = 0

  const nowS = (): number => Math.floor((clock.now() + faults.skewMs()) / 1000)

  /** Checks a signature once; whether the token has expired is asked each time. */
  const claimsOf = async (token: string): Promise<Claims | undefined> => {
    const known = verified.get(token)
    if (known) return known
    const claims = await verify(token)
    if (claims) verified.set(token, claims)
    return claims
  }

  return {
    async issue(subject, role) {
      const isStale = faults.take('tokensExpiredOnArrival') !== undefined
      const issuedS = nowS() - (isStale ? LONG_AGO_S : 0)
      // The samples carry no jti: pairs of the same second would be identical, and single use moot.
      serial = issuedS === lastIssuedS ? serial + 1 : 0
      lastIssuedS = issuedS
      const [sessionToken, refreshToken] = await Promise.all([
        sign(subject, role, issuedS, issuedS + SESSION_LIFE_S + serial),
        sign(subject, 'RFT', issuedS, issuedS + REFRESH_LIFE_S + serial),
      ])
      refreshTokens.set(refreshToken, { subject, role })
      refreshOfSession.set(sessionToken, refreshToken)
      return { sessionToken, refreshToken }
    },
    async check(token) {
      if (token === presharedKey) return { role: 'INI', subject: null, token }
      const claims = await claimsOf(token)
      if (!claims) return 'The token is not valid.'
      if (expired.has(token) || nowS() >= claims.expiresS) return 'The token has expired.'
      return { role: claims.role, subject: claims.subject, token }
    },
    redeem(refreshToken) {
      const found = refreshTokens.get(refreshToken)
      refreshTokens.delete(refreshToken)
      return found
    },
    invalidatePairOf(sessionToken) {
      const refreshToken = refreshOfSession.get(sessionToken)
      if (refreshToken !== undefined) refreshTokens.delete(refreshToken)
    },
    expireSessionTokens() {
      for (const token of refreshOfSession.keys()) expired.add(token)
    },
    revokeRefreshTokens() {
      refreshTokens.clear()
    },
  }
}
