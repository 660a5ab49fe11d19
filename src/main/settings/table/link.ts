import { z } from 'zod'
import { brokerUrlOf, listenAddressOf } from '../broker-address.ts'
import { textSchema } from '../option-values.ts'
import { field } from './row.ts'

const fileName = {
  json: textSchema.nullable(),
  default: null,
  expected: 'the full path of a PEM file',
}
const secret = { default: null, secret: true, onlyProvisioned: true }

/** How the terminals of a site hear of each other: section `link` of both files. */
export const linkTable = {
  url: field({
    json: z
      .string()
      .refine((text) => brokerUrlOf(text) !== null)
      .nullable(),
    default: null,
    expected: 'mqtts://host, or mqtt:// on this machine, with :port where it is another',
    meaning:
      "the MQTT broker of the site's terminals ([the link](link.md)); without it there is no link",
  }),
  site: field({
    json: z
      .string()
      .regex(/^[\w-]{1,40}$/)
      .nullable(),
    default: null,
    expected: 'a name of 1 to 40 letters, digits, - and _',
    meaning: "the site's name in the topics, `forecourt/<site>/…`; the same at all its terminals",
  }),
  key: field({
    ...secret,
    json: z.string().regex(/^[\w-]{43}$/),
    expected: 'a key of 32 bytes in Base64url, 43 characters',
    meaning: 'what is personal is sealed with it; the same at all terminals of the site',
  }),
  user: field({
    json: textSchema.nullable(),
    default: null,
    expected: 'a user name, not empty',
    meaning: 'who signs in at the broker',
  }),
  password: field({
    ...secret,
    json: textSchema,
    expected: 'a password, not empty',
    meaning: 'the password of `user`',
  }),
  ca: field({
    ...fileName,
    meaning: "the authority that the broker's certificate is checked by",
    defaultText: "the system's",
  }),
  certificate: field({
    ...fileName,
    meaning: 'the certificate that this terminal shows the broker',
  }),
  certificateKey: field({ ...fileName, meaning: 'the private key of `certificate`' }),
  broker: field({
    json: z
      .string()
      .refine((text) => listenAddressOf(text) !== null)
      .nullable(),
    default: null,
    expected: 'an IP address to listen at and a port, such as "0.0.0.0:8883"',
    meaning:
      'this terminal carries the broker itself, for a site that has none; takes `user` and `password` alone, and listens beyond this machine only with `brokerCertificate`',
  }),
  brokerCertificate: field({ ...fileName, meaning: 'the certificate that `broker` shows' }),
  brokerCertificateKey: field({
    ...fileName,
    meaning: 'the private key of `brokerCertificate`',
  }),
}
