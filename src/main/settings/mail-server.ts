import { serverAddressOf } from './server-address.ts'

/** Where a mail server is reached: `smtps://host`, `smtp://host:587`. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else STARTTLS, which must succeed but on this machine. */
  readonly isTls: boolean
  readonly isThisMachine: boolean
}

/** Null for what names no mail server, or more than that. */
export function mailServerOf(text: string): MailServer | null {
  const address = serverAddressOf(text, { 'smtps:': 465, 'smtp:': 587 })
  if (address === null) return null
  const { protocol, hostname, port, isThisMachine } = address
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    ...{ port, isTls: protocol === 'smtps:', isThisMachine },
  }
}
