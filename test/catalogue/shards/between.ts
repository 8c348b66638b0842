import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { ask } from '../../support/servers/page-server.ts'

/** What stands between; `undefined` where it goes on as it is. */
export type Change = (sent: Sent) => Sent | 'hang' | 'cut' | 'half' | undefined
export interface Sent {
  readonly path: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Goes to a server and answers what it answers, changed; `change` may be another one later. */
export async function between(address: string, change: Change) {
  const state = { change, requests: 0 }
  const sockets = new Set<Socket>()
  const server = createServer(async (incoming, outgoing) => {
    state.requests++
    const body = Buffer.concat(await incoming.toArray())
    const { method, headers } = incoming
    const host = new URL(address).host
    const path = incoming.url ?? ''
    const answer = await ask(address, path, {
      method,
      headers: { 'content-type': 'application/json', ...tokenOf(headers), host },
      body,
    })
    const sent = { path, status: answer.status, headers: {}, body: answer.text }
    const changed = state.change(sent) ?? sent
    if (changed === 'hang') return
    if (changed === 'cut') return void outgoing.socket?.resetAndDestroy()
    if (changed === 'half') {
      outgoing.writeHead(200, { 'content-length': sent.body.length })
      outgoing.write(sent.body.slice(0, sent.body.length / 2))
      return void setTimeout(() => outgoing.socket?.destroy(), 10)
    }
    outgoing.writeHead(changed.status, changed.headers)
    outgoing.end(changed.body)
  })
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return { state, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

function tokenOf({ authorization }: IncomingHttpHeaders): Readonly<Record<string, string>> {
  return authorization === undefined ? {} : { authorization }
}
