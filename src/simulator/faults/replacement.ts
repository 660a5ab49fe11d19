import type { Answer } from '../http/wire.ts'
import { html, json } from '../http/wire.ts'
import type { Faults } from './faults.ts'

const PORTAL_PAGE = `<!doctype html><html><head><title>Guest Wi-Fi</title></head>
<body><h1>Welcome to the guest Wi-Fi</h1><p>Please accept the terms of use.</p></body></html>`

const errorPage = (status: number): Answer =>
  html(`<html><body><h1>${String(status)}</h1></body></html>`, status)

/** No `data`: in GraphQL that says that nothing was executed. */
const errorAnswer = (message: string, code: string): Answer =>
  json({ errors: [{ message, extensions: { code } }] })

/** The answer that a fault gives though the request was carried out; null without one. */
export function wrongAnswerFor(faults: Faults, operations: readonly string[]): Answer | null {
  const wrong = faults.take('answeredWrongly', operations)
  if (!wrong) return null
  const { as = 'page', code = 'UNAUTHENTICATED' } = wrong
  const status = wrong.status ?? (as === 'body' ? 503 : 502)
  const [field = ''] = operations
  const error = { message: 'Something went wrong.', extensions: { code } }
  const body = (path: string[]): object => ({ data: null, errors: [{ ...error, path }] })
  if (as === 'page') return html(PORTAL_PAGE)
  if (as === 'redirect') return { ...html(PORTAL_PAGE, 302), location: '/portal' }
  if (as === 'nested') return json(body([field, 'id']))
  return as === 'body' ? json(body([field]), status) : errorPage(status)
}

/** The answer that a fault gives instead of the platform's: the request is not carried out. */
export function replacementFor(faults: Faults, operations: readonly string[]): Answer | null {
  const status = faults.take('status', operations)
  if (status) {
    return errorPage(status.code ?? 503)
  }
  if (faults.take('html', operations)) return html(PORTAL_PAGE)
  if (faults.take('notJson', operations)) {
    return { ...json(null), body: '{"data": {"site": {"cps": [{"id": "62' }
  }
  const errors = faults.take('graphqlErrors', operations)
  if (errors) {
    return errorAnswer(
      errors.message ?? 'Something went wrong.',
      errors.code ?? 'INTERNAL_SERVER_ERROR',
    )
  }
  return faults.take('forbidden', operations) ? errorAnswer('Not allowed.', 'FORBIDDEN') : null
}
