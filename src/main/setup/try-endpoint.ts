import type { Clock } from '#common/clock.ts'
import type { ErrorCode, Failure } from '#contract/errors.ts'
import { tryNames, type Try, type TryName } from '#contract/setup.ts'
import { SetUpTryDocument } from '#platform/generated/main/graphql.ts'
import { failureOf } from '#main/core/errors.ts'
import { delivered } from '#main/platform/answer.ts'
import { isProxyFault, isWrongCertificate } from '#main/platform/failures.ts'
import { createHttp, type Fetch } from '#main/platform/http.ts'
import { PlatformError } from '#main/platform/platform.ts'

const TIMEOUT_MS = 10_000
const PROXY_AUTHENTICATION_REQUIRED = 407

/** What of the exchange is not in the failure that the running terminal makes of it. */
interface Seen {
  thrown: unknown
  status: number | null
}

/**
 * The first contact with a platform: one question that the pre-shared key alone may ask
 * (`additionalRegistrationFields`, role INI, L110). What comes back, or does not, settles every step.
 */
export async function tryEndpoint(
  { endpoint, key }: { endpoint: string; key: string },
  { fetch, clock }: { fetch: Fetch; clock: Clock },
): Promise<Try[]> {
  const seen: Seen = { thrown: null, status: null }
  const watched: Fetch = async (url, init) => {
    try {
      const response = await fetch(url, init)
      seen.status = response.status
      return response
    } catch (error) {
      seen.thrown = error
      throw error
    }
  }
  const http = createHttp({ endpoint, fetch: watched, clock })
  const query = SetUpTryDocument.toString()
  try {
    delivered(await http.post({ query, variables: {}, bearer: key, timeoutMs: TIMEOUT_MS }))
    return triesUpTo(null, endpoint)
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return triesUpTo(verdictOf(error.failure, seen, http.reached), endpoint)
  }
}

interface Verdict {
  readonly name: TryName
  readonly failure: Failure
}

const byCode: Partial<Record<ErrorCode, TryName>> = {
  offline: 'reachable',
  'timed-out': 'reachable',
  'captive-portal': 'open',
  unauthorised: 'key',
  forbidden: 'key',
}

/** Which step a failure belongs to, and its name there. `spokeGraphql`: the answer had GraphQL's form. */
function verdictOf(failure: Failure, { thrown, status }: Seen, spokeGraphql: boolean): Verdict {
  if (thrown !== null && isWrongCertificate(thrown)) {
    return verdict('encrypted', 'wrong-certificate', 'the certificate is not good for this address')
  }
  if (status === PROXY_AUTHENTICATION_REQUIRED || (thrown !== null && isProxyFault(thrown))) {
    return verdict('open', 'proxy-refused', 'a proxy does not let the terminal through')
  }
  if (status === null && failure.code === 'wrong-endpoint') return { name: 'reachable', failure }
  const name = byCode[failure.code] ?? 'graphql'
  if (name === 'key') return verdict('key', 'wrong-key', 'the platform refused the pre-shared key')
  if (name !== 'graphql' || failure.code === 'unavailable') return { name, failure }
  return spokeGraphql || failure.code === 'wrong-endpoint'
    ? verdict('graphql', 'wrong-endpoint', 'this is not the platform')
    : verdict('graphql', 'not-graphql', 'the answer is no GraphQL')
}

const verdict = (name: TryName, code: ErrorCode, message: string): Verdict => ({
  name,
  failure: failureOf(code, message),
})

function triesUpTo(failed: Verdict | null, endpoint: string): Try[] {
  const failedAt = failed ? tryNames.indexOf(failed.name) : tryNames.length
  // http leads to this machine alone (`endpointSchema`).
  const isEncrypted = URL.parse(endpoint)?.protocol === 'https:'
  const settled = (name: TryName): Try['outcome'] =>
    name === 'encrypted' && !isEncrypted ? 'local' : 'passed'
  return tryNames.map((name, index) => ({
    name,
    outcome: index < failedAt ? settled(name) : index === failedAt ? 'failed' : 'untold',
    failure: index === failedAt ? (failed?.failure ?? null) : null,
  }))
}
