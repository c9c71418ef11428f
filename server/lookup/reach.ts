import ipaddr from 'ipaddr.js'

/** Whom a host belongs to: everybody, this computer, or a network that is not everybody's. */
export type Reach = 'public' | 'loopback' | 'private'

/** Endings of names that are only known inside some network (RFC 6761, RFC 6762, RFC 8375, and what routers give out). */
const INSIDE = ['local', 'internal', 'intranet', 'private', 'corp', 'home', 'lan', 'home.arpa', 'test', 'invalid']

/**
 * Whom the host of an address belongs to, as far as its name says. The name of a public host may still stand for a private
 * address, which only shows when it is resolved. `hostname` is that of a `URL`, which has settled all ways of writing an
 * IPv4 address.
 */
export function reachOf(hostname: string): Reach {
  const name = hostname.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(name)) return reachOfIp(name)
  const bare = name.endsWith('.') ? name.slice(0, -1) : name
  if (bare === 'localhost' || bare.endsWith('.localhost')) return 'loopback'
  return !bare.includes('.') || INSIDE.some((ending) => bare.endsWith(`.${ending}`)) ? 'private' : 'public'
}

/**
 * Whom an IP address belongs to. What is neither public nor this computer's counts as private: link-local and unique local
 * addresses, those for documentation and multicast, and tunnels that lead who knows where.
 */
export function reachOfIp(ip: string): Reach {
  if (!ipaddr.isValid(ip)) return 'private'
  const address = ipaddr.process(ip)
  const range: string = address.range()
  if (address instanceof ipaddr.IPv6) {
    const within = range === 'rfc6052' && translated(address)
    if (within) return reachOfIp(within)
    // Global unicast is 2000::/3 (RFC 4291); the library calls all that is nothing else unicast.
    if (range === 'unicast' && (address.parts[0] ?? 0) >> 13 !== 1) return 'private'
  }
  if (range === 'loopback') return 'loopback'
  return range === 'unicast' ? 'public' : 'private'
}

/** The IPv4 address that an IPv6 network translates to (64:ff9b::/96, RFC 6052). */
function translated({ parts }: ipaddr.IPv6): string | undefined {
  const [a, b, c, d, e, f, high = 0, low = 0] = parts
  if (a !== 0x64 || b !== 0xff9b || c || d || e || f) return undefined
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
}
