import type { Answer } from '../http/wire.ts'
import { html, json } from '../http/wire.ts'
import type { Faults } from './faults.ts'

const PORTAL_PAGE = `<!doctype html><html><head><title>Guest Wi-Fi</title></head>
<body><h1>Welcome to the guest Wi-Fi</h1><p>Please accept the terms of use.</p></body></html>`

const errorAnswer = (message: string, code: string): Answer =>
  json({ data: null, errors: [{ message, extensions: { code } }] })

/** The answer that a fault gives instead of the platform's: the request is not carried out. */
export function replacementFor(faults: Faults, operations: readonly string[]): Answer | null {
  const status = faults.take('status', operations)
  if (status) {
    const code = status.code ?? 503
    return html(`<html><body><h1>${String(code)}</h1></body></html>`, code)
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
