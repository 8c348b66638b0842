import { Agent, buildConnector } from 'undici'
import { isPublicAddress } from './address.ts'
import { Refused } from './errors.ts'
import type { Network } from './network.ts'

/** ccMixter sends the whole answer a second time in a header. */
const MAX_HEADER_BYTES = 256 * 1024
const CONNECT_MS = 15_000

/**
 * Opens connections to public addresses alone. A name is resolved once and the address that was
 * checked is the one dialled, so that a name cannot change its meaning in between (DNS rebinding).
 */
export function openDialler(network: Network): Agent {
  const dial = buildConnector({ timeout: CONNECT_MS, allowH2: false })
  return new Agent({
    maxHeaderSize: MAX_HEADER_BYTES,
    connections: 16,
    allowH2: false,
    connect(options, callback) {
      const host = options.hostname
      pickAddress(host, network).then(
        (address) => {
          if (network.connect) {
            const socket = network.connect(address, host)
            socket.once('connect', () => callback(null, socket))
            socket.once('error', (error) => callback(error, null))
          } else dial({ ...options, hostname: address, servername: host }, callback)
        },
        (error: Error) => callback(error, null),
      )
    },
  })
}

async function pickAddress(host: string, network: Network): Promise<string> {
  const addresses = await network.resolve(host)
  const bad = addresses.find((address) => !isPublicAddress(address))
  // One bad address among good ones is an attack, not an accident.
  if (bad !== undefined)
    throw new Refused(`${host} leads to ${bad}, which is not on the public internet.`)
  const [first] = addresses
  if (first === undefined) throw new Error(`${host} has no address.`)
  return first
}
