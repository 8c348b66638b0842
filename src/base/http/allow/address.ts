import ipaddr from 'ipaddr.js'

/** All of IPv6 that is given out to the public internet (IANA's IPv6 address space registry). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * How a network without IPv4 writes the address of a host that has nothing else: its last 32 bits are that
 * address (RFC 6052, 2.1). The prefix for a network's own use, `64:ff9b:1::/48` (RFC 8215), is not this one: what
 * it leads to is for the network to say, and so unknown here.
 */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/**
 * Whether an address belongs to the public internet: not to this machine, its network, a carrier's or a
 * test's, nor to a tunnel that leads back to such (IANA's special-purpose registries, RFC 6890).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = undress(text)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(globalUnicast)
}

/**
 * Whether a server of the user's own may lie there: on the public internet, this machine, a home's network or a
 * private one over the internet. Never a link's own addresses, where clouds tell their machines' secrets.
 */
export function isHomeAddress(text: string): boolean {
  return isPublicAddress(text) || (ipaddr.isValid(text) && home.has(undress(text).range()))
}

const home: ReadonlySet<string> = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat'])

/** An IPv4 address in IPv6's clothes is judged as what it is. */
function undress(text: string): ipaddr.IPv4 | ipaddr.IPv6 {
  const address = ipaddr.process(text)
  if (address.kind() === 'ipv4') return address
  const six = address as ipaddr.IPv6
  return six.match(nat64) ? new ipaddr.IPv4(six.toByteArray().slice(12)) : six
}

/** `127.0.0.1`, `[::1]`, and what browsers take for one too: `0x7f.1`, `2130706433`. */
export function isAddress(host: string): boolean {
  return ipaddr.isValid(host.replaceAll(/^\[|\]$/g, ''))
}
