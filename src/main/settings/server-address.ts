const THIS_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Where a server is reached. */
export interface ServerAddress {
  /** With its colon, as in `URL`. */
  readonly protocol: string
  /** As it is written in a URL: an IPv6 address in brackets. */
  readonly hostname: string
  readonly port: number
  readonly isThisMachine: boolean
}

/** Reads `protocol://host[:port]`; `ports`: the usual port of each protocol. Null for what names no server, or more than that. */
export function serverAddressOf(
  text: string,
  ports: Readonly<Record<string, number>>,
): ServerAddress | null {
  const url = URL.parse(text.trim())
  const usual = url === null ? undefined : ports[url.protocol]
  if (url === null || usual === undefined || url.hostname === '') return null
  const { username, password, pathname, search, hash, hostname, port, protocol } = url
  if ([username, password, pathname.replace('/', ''), search, hash].some((part) => part !== ''))
    return null
  return {
    ...{ protocol, hostname, port: port === '' ? usual : Number(port) },
    isThisMachine: THIS_MACHINE.test(hostname),
  }
}
