import { z } from 'zod'
import { linkOf } from '#platform/link.ts'
import { mailServerOf } from '../mail-server.ts'
import { isEachOnce, textSchema } from '../option-values.ts'
import { webhookKey } from '../webhook-secret.ts'
import { field } from './row.ts'

const MOST_RECIPIENTS = 20

const addressSchema = z.string().refine((text) => linkOf(text) !== null)
const webhookSecretSchema = z.string().refine((text) => webhookKey(text) !== null)

/** An address that messages are posted to. It may hold a password of its own: it is not shown. */
const address = {
  json: addressSchema.nullable(),
  default: null,
  secret: true,
  expected: 'an https:// address (http:// only on this machine), without a user name in it',
}
const webhookSecret = {
  json: webhookSecretSchema,
  default: null,
  ...{ secret: true, onlyProvisioned: true },
  expected: '"whsec_" and 24 to 64 bytes in Base64',
}

/** Who is told of trouble: section `alerts` of both files. */
export const alertsTable = {
  webhook: field({ ...address, meaning: 'where alerts are posted to ([alerts](alerts.md))' }),
  webhookSecret: field({
    ...webhookSecret,
    meaning: 'signs what is posted to `webhook`, which is off without it',
  }),
  mailServer: field({
    json: z
      .string()
      .refine((text) => mailServerOf(text) !== null)
      .nullable(),
    default: null,
    expected: 'smtps://host or smtp://host, with :port where it is another than 465 or 587',
    meaning: 'sends alerts by e-mail; by `smtp://` the connection is encrypted by STARTTLS',
  }),
  mailUser: field({
    json: textSchema.nullable(),
    default: null,
    expected: 'a user name, not empty',
    meaning: 'who signs in at `mailServer`',
  }),
  mailPassword: field({
    json: textSchema,
    default: null,
    ...{ secret: true, onlyProvisioned: true },
    expected: 'a password, not empty',
    meaning: 'the password of `mailUser`',
  }),
  mailFrom: field({
    json: z.email().nullable(),
    default: null,
    expected: 'an e-mail address',
    meaning: 'who writes',
  }),
  mailTo: field({
    json: z.array(z.email()).min(1).max(MOST_RECIPIENTS).refine(isEachOnce),
    default: null,
    expected: `e-mail addresses, at most ${String(MOST_RECIPIENTS)}, each once`,
    defaultText: 'nobody',
    meaning: 'who is written to',
  }),
  afterMinutes: field({
    json: z.number().min(1).max(1440),
    default: 10,
    expected: 'a number from 1 to 1440',
    meaning:
      'a plug that is out of order, and a platform that does not answer, are told after this time',
  }),
  failedStarts: field({
    json: z.number().int().min(1).max(100),
    default: 3,
    expected: 'a whole number from 1 to 100',
    meaning: 'so many starts that fail one after the other, by no doing of their guests, are told',
  }),
}

/** Where what happens here goes on: section `integrations` of both files. */
export const integrationsTable = {
  sessionEnd: field({
    ...address,
    meaning:
      'where the end of each charge for a booking is posted to ([integrations](integrations.md))',
  }),
  sessionEndSecret: field({
    ...webhookSecret,
    meaning: 'signs what is posted to `sessionEnd`, which is off without it',
  }),
}
