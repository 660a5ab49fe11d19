import { BlockList, isIP } from 'node:net'

/** What is no public unicast address (IANA's registries of special-purpose addresses). */
const SPECIAL_IPV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
  ...['172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
]
/** Of the global unicast space: tunnels, which carry an IPv4 address, and examples. */
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']
const GLOBAL_UNICAST = '2000::/3'

const listOf = (subnets: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [net = '', prefix = ''] = subnet.split('/')
    list.addSubnet(net, Number(prefix), family)
  }
  return list
}
const specialIpv4 = listOf(SPECIAL_IPV4, 'ipv4')
const specialIpv6 = listOf(SPECIAL_IPV6, 'ipv6')
const globalUnicast = listOf([GLOBAL_UNICAST], 'ipv6')

/** Whether an IPv4 or IPv6 address (no brackets) is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !specialIpv4.check(address, 'ipv4')
  // IPv4 in another form, as `::ffff:10.0.0.1`, is outside the global unicast space.
  return family === 6 && globalUnicast.check(address, 'ipv6') && !specialIpv6.check(address, 'ipv6')
}

/** Names that are looked up on the site's own network (RFC 6761, 6762, 8375, ICANN's .internal). */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa)\.?$/

/**
 * Whether a host, as in a URL, can be one of the public internet: a public address, or a name
 * with a dot that is not kept for a network of one's own. What the name stands for is not looked up.
 */
export function isPublicHost(hostname: string): boolean {
  const literal = /^\[(.*)\]$/.exec(hostname)?.[1] ?? hostname
  if (isIP(literal) !== 0) return isPublicAddress(literal)
  return hostname.replace(/\.$/, '').includes('.') && !LOCAL_NAME.test(hostname)
}

/** The addresses that a host name stands for (no brackets); rejects where nobody knows it. */
export type ResolveHost = (host: string) => Promise<readonly string[]>

/**
 * Whether a host stands for public addresses alone, as far as this machine can tell: where its name
 * is known to a proxy alone, it is the proxy that goes there. The name is looked up once more when it
 * is connected to; by HTTPS the answering host needs a certificate for that name.
 */
export async function standsForPublic(hostname: string, resolve: ResolveHost): Promise<boolean> {
  if (!isPublicHost(hostname)) return false
  const addresses = await resolve(hostname).catch(() => [])
  return addresses.every(isPublicAddress)
}
