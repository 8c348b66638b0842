import type { LookupFunction, Socket } from 'node:net'
import { isIPv6 } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { reason } from '../../../model/reason.ts'
import { isAddress, isHomeAddress, isPublicAddress } from '../allow/address.ts'
import { RequestRefusedError } from '../errors.ts'
import type { HostRule } from '../http.ts'
import type { Network } from '../network.ts'

/** ccMixter sends the whole answer a second time in a header. */
const MAX_HEADER_BYTES = 256 * 1024
const CONNECT_MS = 15_000
/** Until the headers come, and between two pieces of a body. */
const SILENCE_MS = 60_000

/**
 * Opens connections to public addresses alone, and to `own`, the one server that the user has named. A name is
 * resolved once for a connection, and only the addresses that were checked are dialled, so that a name cannot change
 * its meaning in between (DNS rebinding). `onDial` is told whose address is about to be dialled.
 */
export function openDialler(
  network: Network,
  onDial: (host: string) => void,
  own?: HostRule,
): Agent {
  const findPublic = async (host: string) => {
    const addresses = await resolveChecked(host, network)
    onDial(host)
    return addresses
  }
  const findHome = async (host: string) => {
    const addresses = await resolveHome(host, network)
    onDial(host)
    return addresses
  }
  const options = { timeout: CONNECT_MS, allowH2: false }
  const dialPublic = buildConnector({ ...options, lookup: lookUpBy(findPublic) })
  const dialHome = buildConnector({ ...options, lookup: lookUpBy(findHome) })
  return new Agent({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: SILENCE_MS,
    bodyTimeout: SILENCE_MS,
    connections: 16,
    allowH2: false,
    connect(options, callback) {
      const { hostname, protocol, port } = options
      const isOwn =
        own?.own?.protocol === protocol &&
        own.own.port === port &&
        own.host.replaceAll(BRACKETS, '') === hostname.replaceAll(BRACKETS, '')
      const findAddresses = isOwn ? findHome : findPublic
      // A number is not looked up, and so would go unchecked.
      if (isAddress(hostname) && !isOwn)
        callback(
          new RequestRefusedError(reason('network.names-number', { address: hostname })),
          null,
        )
      else if (network.connect) connectBy(network, findAddresses, hostname, callback)
      else if (!isOwn) dialPublic(options, callback)
      else if (isAddress(hostname))
        findHome(hostname).then(
          () => dialHome(options, callback),
          (error: Error) => callback(error, null),
        )
      else dialHome(options, callback)
    },
  })
}

type FindAddresses = (host: string) => Promise<readonly string[]>

/** Dials both families, the faster one wins (RFC 8305). */
const lookUpBy =
  (findAddresses: FindAddresses): LookupFunction =>
  (host, { all }, callback) => {
    findAddresses(host).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
        const [first] = found
        if (all || !first) callback(null, found)
        else callback(null, first.address, first.family)
      },
      (error: Error) => callback(error, []),
    )
  }

/** By the network's own way to dial, which tests bring. */
function connectBy(
  network: Network,
  findAddresses: FindAddresses,
  hostname: string,
  callback: buildConnector.Callback,
): void {
  findAddresses(hostname).then(
    ([address = '']) => {
      const socket = network.connect?.(address, hostname) as Socket | undefined
      socket?.once('connect', () => callback(null, socket))
      socket?.once('error', (error) => callback(error, null))
    },
    (error: Error) => callback(error, null),
  )
}

const BRACKETS = /^\[|\]$/g

/** Of a server of the user's own. Names at home often have a link's own address beside the one that is meant. */
async function resolveHome(host: string, network: Network): Promise<readonly string[]> {
  const bare = host.replaceAll(BRACKETS, '')
  const addresses = isAddress(bare) ? [bare] : await network.resolve(host)
  const fit = addresses.filter(isHomeAddress)
  const [bad] = addresses
  if (fit.length > 0) return fit
  if (bad === undefined) throw new Error(`${host} has no address`)
  throw new RequestRefusedError(reason('network.no-home-address', { host, address: bad }))
}

async function resolveChecked(host: string, network: Network): Promise<readonly string[]> {
  const addresses = await network.resolve(host)
  const bad = addresses.find((address) => !isPublicAddress(address))
  // One bad address among good ones is an attack, not an accident.
  if (bad !== undefined)
    throw new RequestRefusedError(reason('network.private-address', { host, address: bad }))
  if (addresses.length === 0) throw new Error(`${host} has no address`)
  return addresses
}
