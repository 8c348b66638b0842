import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { codeOf } from '../base/file.ts'
import { reason } from '../model/reason.ts'
import { UserError } from '../words/user-error.ts'
import { nameClient } from './addresses.ts'
import type { Limits } from './limits.ts'
import { SlotLimits } from './slots.ts'

export interface ListenAddress {
  readonly port: number
  readonly host: string
}

/** Opens the port. Throws UserError where it cannot be had. */
export async function listen(
  address: ListenAddress,
  limits: Limits,
  answer: RequestListener,
): Promise<Server> {
  const working = new WeakSet<Socket>()
  const timing = {
    headersTimeout: limits.headersMs,
    // A large file may come for as long as it comes: bodies are timed where they are read.
    requestTimeout: 0,
    connectionsCheckingInterval: Math.min(1000, limits.headersMs),
  }
  const server = createServer(timing, (incoming, outgoing) => {
    // A client that leaves must not bring down the process by an error that nobody handles.
    incoming.on('error', () => {})
    outgoing.on('error', () => {})
    const { socket } = incoming
    working.add(socket)
    outgoing.once('close', () => working.delete(socket))
    answer(incoming, outgoing)
  })
  limitConnections(server, limits)
  server.timeout = limits.idleMs
  server.on('timeout', (socket) => {
    // While we work on an answer, it is not the client that is slow.
    if (working.has(socket) && !hasBegun(socket)) socket.setTimeout(limits.idleMs)
    else socket.destroy()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, address)))
    server.listen(address.port, address.host, resolve)
  })
  return server
}

function limitConnections(server: Server, { connectionsEach, connections }: Limits) {
  const slots = new SlotLimits(connectionsEach, connections)
  server.on('connection', (socket) => {
    const slot = slots.take(nameClient(socket.remoteAddress))
    if (typeof slot === 'string') socket.destroy()
    else socket.once('close', () => slot[Symbol.dispose]())
  })
}

/** Whether an answer is under way, and waits to be read. */
const hasBegun = (socket: Socket) => socket.writableLength > 0

function explain(error: Error, { port, host }: ListenAddress): Error {
  const options = { cause: error }
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new UserError(
        reason('server.port-in-use', { port, host }),
        reason('server.name-other-port', { port: port + 1 }),
        options,
      )
    case 'EACCES':
      return new UserError(
        reason('server.port-not-allowed', { port }),
        reason('server.name-high-port'),
        options,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UserError(
        reason('server.no-own-address', { host }),
        reason('server.name-own-address'),
        options,
      )
    default:
      return error
  }
}

export const portOf = (server: Server) => (server.address() as AddressInfo).port
