import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { codeOf } from '../base/file.ts'
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
  { port, host }: ListenAddress,
  limits: Limits,
  answer: RequestListener,
): Promise<Server> {
  const { headersMs, idleMs, connectionsEach, connections } = limits
  const slots = new SlotLimits(connectionsEach, connections)
  const working = new WeakSet<Socket>()
  const server = createServer(
    {
      headersTimeout: headersMs,
      // A large file may come for as long as it comes: bodies are timed where they are read.
      requestTimeout: 0,
      connectionsCheckingInterval: Math.min(1000, headersMs),
    },
    (incoming, outgoing) => {
      // A client that leaves must not bring down the process by an error that nobody looks at.
      incoming.on('error', () => {})
      outgoing.on('error', () => {})
      const { socket } = incoming
      working.add(socket)
      outgoing.once('close', () => working.delete(socket))
      answer(incoming, outgoing)
    },
  )
  server.on('connection', (socket) => {
    const slot = slots.take(nameClient(socket.remoteAddress))
    if (typeof slot === 'string') socket.destroy()
    else socket.once('close', () => slot[Symbol.dispose]())
  })
  server.timeout = idleMs
  server.on('timeout', (socket) => {
    // While we work on an answer, it is not the client that is slow.
    if (working.has(socket) && !hasBegun(socket)) socket.setTimeout(idleMs)
    else socket.destroy()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, { port, host })))
    server.listen(port, host, resolve)
  })
  return server
}

/** Whether an answer is under way, and waits to be read. */
const hasBegun = (socket: Socket) => socket.writableLength > 0

function explain(error: Error, { port, host }: ListenAddress): Error {
  const options = { cause: error }
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new UserError(
        `Port ${port} of ${host} is in use: by another Songkeep, or by another program.`,
        `Name another port: songkeep serve --port ${port + 1}`,
        options,
      )
    case 'EACCES':
      return new UserError(
        `Port ${port} may not be opened by this user.`,
        'Name a port above 1023: songkeep serve --port 4747',
        options,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UserError(
        `${host} is no address of this machine.`,
        'Name one that is, or 127.0.0.1 for this machine alone.',
        options,
      )
    default:
      return error
  }
}

export const portOf = (server: Server) => (server.address() as AddressInfo).port
