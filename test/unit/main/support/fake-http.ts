import { platformError } from '#main/platform/failures.ts'
import type { Http, HttpRequest } from '#main/platform/http.ts'

export interface FakeHttp extends Http {
  skewMs: number
  /** What its `Date` header says; null: there is none. */
  nowMs: number | null
  /** `operation bearer` of every request, in order. */
  readonly sent: string[]
}

/** An endpoint without a network: `answer` gets each request and returns the `data` or throws. */
export function createFakeHttp(
  answer: (operation: string, request: HttpRequest) => unknown,
): FakeHttp {
  const sent: string[] = []
  return {
    reached: true,
    skewMs: 0,
    nowMs: null,
    serverNowMs() {
      return this.nowMs
    },
    sent,
    async post(request) {
      const operation = /(?:query|mutation) (\w+)/.exec(request.query)?.[1] ?? ''
      sent.push(`${operation} ${request.bearer}`)
      // As over a network: nothing is answered in the same moment.
      await Promise.resolve()
      const data = await answer(operation, request)
      return { status: 200, body: { data }, bytes: 0 }
    },
  }
}

export const refusedToken = (): never => {
  throw platformError('unauthorised', 'refused', 'not-carried-out')
}

/** An unsigned JWT that lives from `issuedMs` for `lifeMs`; `name` makes it unique. */
export function fakeToken(name: string, issuedMs: number, lifeMs = 3_600_000): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { sub: name, iat: issuedMs / 1000, exp: (issuedMs + lifeMs) / 1000 }
  return `${part({ alg: 'none' })}.${part(claims)}.${name}`
}
