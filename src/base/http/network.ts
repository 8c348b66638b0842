import { lookup } from 'node:dns/promises'
import type { Socket } from 'node:net'

/** How names become addresses, and addresses connections. The system's own, but in tests. */
export interface Network {
  /** Every address of a host. */
  resolve(host: string): Promise<readonly string[]>
  /** Dials an address that was found fit; without it undici does, with TLS. */
  connect?(address: string, host: string): Socket
}

export const systemNetwork: Network = {
  async resolve(host) {
    const found = await lookup(host, { all: true })
    return found.map(({ address }) => address)
  },
}
