import ipaddr from 'ipaddr.js'

/** All of IPv6 that is given out to the public internet (IANA's IPv6 address space registry). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address belongs to the public internet: not to this machine, its network, a carrier's or a
 * test's, nor to a tunnel that leads back to such (IANA's special-purpose registries, RFC 6890).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  // An IPv4 address in IPv6's clothes is judged as what it is.
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(globalUnicast)
}

/** `127.0.0.1`, `[::1]`, and what browsers take for one too: `0x7f.1`, `2130706433`. */
export function isAddress(host: string): boolean {
  return ipaddr.isValid(host.replaceAll(/^\[|\]$/g, ''))
}
