import { BlockList, isIP, isIPv6 } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** Whether only this machine can reach what listens there. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true
  return isIP(host) !== 0 && loopback.check(host, isIPv6(host) ? 'ipv6' : 'ipv4')
}

/** As it stands in an address: IPv6 in brackets. */
export const writeHost = (host: string) => (isIPv6(host) ? `[${host}]` : host)

/** Where this machine reaches what listens there: `http://127.0.0.1:4747`. */
export const addressOf = (host: string, port: number) =>
  `http://${writeHost(isAnyAddress(host) ? '127.0.0.1' : host)}:${port}`

const isAnyAddress = (host: string) => host === '0.0.0.0' || host === '::'

/** An IPv4 address that a socket for both kinds tells as IPv6, as itself. */
export const plainAddress = (address = '') => address.replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * What stands for one client: an IPv4 address, or the first half of an IPv6 one, as whoever has one address
 * there has all 2^64 beside it.
 */
export function nameClient(address: string | undefined): string {
  const plain = plainAddress(address)
  if (!isIPv6(plain) || isLoopback(plain)) return plain
  const [left = '', right] = plain.split('%')[0]?.split('::') ?? []
  const head = left === '' ? [] : left.split(':')
  const tail = right ? right.split(':') : []
  const gap = right === undefined ? 0 : 8 - head.length - tail.length
  return [...head, ...Array<string>(Math.max(0, gap)).fill('0'), ...tail].slice(0, 4).join(':')
}
