import { isIP } from 'node:net'

const THIS_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
const PORTS: Readonly<Record<string, string>> = { 'mqtts:': '8883', 'mqtt:': '1883' }

/** A broker's address with its port: by TLS, or on this machine; null for another text. */
export function brokerUrlOf(text: string): string | null {
  const url = URL.parse(text.trim())
  const usual = url === null ? undefined : PORTS[url.protocol]
  if (url === null || usual === undefined || url.hostname === '') return null
  const { username, password, pathname, search, hash, hostname, port, protocol } = url
  if ([username, password, pathname.replace('/', ''), search, hash].some((part) => part !== ''))
    return null
  if (protocol === 'mqtt:' && !THIS_MACHINE.test(hostname)) return null
  return `${protocol}//${hostname}:${port === '' ? usual : port}`
}

/** Where this terminal's own broker listens. */
export interface ListenAddress {
  readonly host: string
  readonly port: number
  readonly isThisMachine: boolean
}

/** `0.0.0.0:8883`, `[::1]:1883`; null for another text. */
export function listenAddressOf(text: string): ListenAddress | null {
  const [, address = '', digits = ''] = /^(.+):(\d{1,5})$/.exec(text.trim()) ?? []
  const host = address.replace(/^\[|\]$/g, '')
  const port = Number(digits)
  if (isIP(host) === 0 || port < 1 || port > 65_535) return null
  return { host, port, isThisMachine: host === '::1' || host.startsWith('127.') }
}
