import { z } from 'zod'
import type { MailSettings } from '#main/settings/outgoing-settings.ts'
import { DeliveryError, type Channel } from './channel.ts'

const LIMIT_MS = 10_000

const letterSchema = z.strictObject({ subject: z.string(), text: z.string() })
/** What a message by mail says: plain text. */
export type Letter = z.infer<typeof letterSchema>

/** The id of the message is the mail's `Message-ID`: mail programs show the same one once. */
export function mailSender(mail: MailSettings): Channel['send'] {
  const { host, port, isTls, isThisMachine, user, password, from, to } = mail
  return async ({ id, body }, signal) => {
    // Few terminals send mail: its library is loaded by the first one.
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({
      ...{ host, port, secure: isTls, requireTLS: !isTls && !isThisMachine },
      ...(user !== null && { auth: { user, pass: password ?? '' } }),
      ...{ connectionTimeout: LIMIT_MS, greetingTimeout: LIMIT_MS, socketTimeout: LIMIT_MS },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    })
    const stop = (): void => {
      transport.close()
    }
    signal.addEventListener('abort', stop, { once: true })
    try {
      const letter = letterSchema.parse(JSON.parse(body))
      const messageId = `<${id}@forecourt.invalid>`
      const headers = { 'Auto-Submitted': 'auto-generated' }
      const { rejected } = await transport.sendMail({
        ...letter,
        from,
        to: [...to],
        messageId,
        headers,
      })
      if (rejected.length === to.length) throw new DeliveryError('no recipient was taken')
    } finally {
      signal.removeEventListener('abort', stop)
      transport.close()
    }
  }
}
