import { createHmac } from 'node:crypto'
import { webhookKey } from '#main/settings/webhook-secret.ts'

/** The headers of Standard Webhooks 1.0 for a body that leaves now. `nowMs`: epoch ms. */
export function signatureHeaders(
  message: { readonly id: string; readonly body: string },
  secret: string,
  nowMs: number,
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const key = webhookKey(secret)
  if (key === null) throw new TypeError('This is no secret of Standard Webhooks.')
  const timestamp = String(Math.floor(nowMs / 1000))
  const signed = `${message.id}.${timestamp}.${message.body}`
  const signature = createHmac('sha256', key).update(signed).digest('base64')
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
}
