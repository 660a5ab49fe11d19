/** Where a mail server is reached: `smtps://host`, `smtp://host:587`. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else STARTTLS, which must succeed but on this machine. */
  readonly isTls: boolean
  readonly isThisMachine: boolean
}

const PORTS: Readonly<Record<string, number>> = { 'smtps:': 465, 'smtp:': 587 }
const THIS_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Null for what names no mail server, or more than that. */
export function mailServerOf(text: string): MailServer | null {
  const url = URL.parse(text.trim())
  const usual = url === null ? undefined : PORTS[url.protocol]
  if (url === null || usual === undefined || url.hostname === '') return null
  const { username, password, pathname, search, hash, hostname, port, protocol } = url
  if ([username, password, pathname.replace('/', ''), search, hash].some((part) => part !== ''))
    return null
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? usual : Number(port),
    isTls: protocol === 'smtps:',
    isThisMachine: THIS_MACHINE.test(hostname),
  }
}
