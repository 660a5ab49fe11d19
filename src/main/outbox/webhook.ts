import type { Clock } from '#common/clock.ts'
import type { Fetch } from '#main/platform/http.ts'
import type { Webhook } from '#main/settings/outgoing-settings.ts'
import { DeliveryError, type Channel } from './channel.ts'
import { signatureHeaders } from './signature.ts'

/** Posts a CloudEvent (1.0, structured JSON) with the signature of Standard Webhooks; any 2xx is taken for "arrived". */
export function webhookSender(
  { url, secret }: Webhook,
  { fetch, clock }: { fetch: Fetch; clock: Pick<Clock, 'now'> },
): Channel['send'] {
  return async ({ id, body }, signal) => {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal,
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        ...signatureHeaders({ id, body }, secret, clock.now()),
      },
      body,
    })
    await response.body?.cancel()
    if (!response.ok) throw new DeliveryError(`status ${String(response.status)}`)
  }
}

/** An event in the JSON format of CloudEvents 1.0. `source`: this terminal; the id is the message's. */
export function cloudEvent(event: {
  id: string
  source: string
  type: string
  subject?: string
  atMs: number
  data: unknown
}): string {
  const { id, source, type, subject, atMs, data } = event
  return JSON.stringify({
    ...{ specversion: '1.0', id, source, type },
    ...(subject !== undefined && { subject }),
    time: new Date(atMs).toISOString(),
    datacontenttype: 'application/json',
    data,
  })
}

/** Where an event comes from, as a URI reference. */
export const sourceOf = (terminalId: string): string =>
  `/forecourt/terminals/${encodeURIComponent(terminalId)}`
