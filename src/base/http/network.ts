import { lookup } from 'node:dns/promises'

/** How names become addresses, and addresses connections. The system's own, but in tests. */
export interface Network {
  /** Every address of a host. */
  resolve(host: string): Promise<readonly string[]>
  /** Dials an address that was found fit; without it undici does, with TLS. */
  connect?(address: string, host: string): DialledSocket
}

/**
 * A `Socket` of Node that dials. Only what is needed here is said of it, so that the library's types
 * compile without Node's.
 */
export interface DialledSocket {
  once(event: 'connect' | 'error', listener: (error: Error) => void): unknown
}

export const systemNetwork: Network = {
  async resolve(host) {
    const found = await lookup(host, { all: true })
    return found.map(({ address }) => address)
  },
}
