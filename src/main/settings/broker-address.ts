import { isIP } from 'node:net'
import { serverAddressOf } from './server-address.ts'

/** A broker's address with its port: by TLS, or on this machine; null for another text. */
export function brokerUrlOf(text: string): string | null {
  const address = serverAddressOf(text, { 'mqtts:': 8883, 'mqtt:': 1883 })
  if (address === null) return null
  const { protocol, hostname, port, isThisMachine } = address
  return protocol === 'mqtt:' && !isThisMachine ? null : `${protocol}//${hostname}:${String(port)}`
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
