import ipaddr from 'ipaddr.js'

/**
 * Whether an address belongs to the public internet: not to this machine, its network, a carrier's or a
 * test's, nor to a tunnel that leads back to such (IANA's special-purpose registries, RFC 6890).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  // An IPv4 address in IPv6's clothes is judged as what it is.
  return ipaddr.process(text).range() === 'unicast'
}

/** `127.0.0.1`, `[::1]`, and what browsers take for one too: `0x7f.1`, `2130706433`. */
export function isAddress(host: string): boolean {
  return ipaddr.isValid(host.replaceAll(/^\[|\]$/g, ''))
}
