import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** The way to a server on loopback. */
export interface Proxy extends AsyncDisposable {
  readonly port: number
  /**
   * For so long, or until the signal, not one byte gets through, and nothing says so: what was under way stays open, as
   * with a cut cable.
   */
  cut(ms: number, signal?: AbortSignal): Promise<void>
}

/** Listens on `host`, an address of this machine. */
export async function startProxy(target: number, host: string): Promise<Proxy> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let cuts = 0
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    const pair = [near, far] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      for (const each of pair) each.destroy()
    }
    for (const each of pair) each.on('error', end).on('close', end)
    if (cuts > 0) for (const each of pair) each.pause()
    else near.pipe(far).pipe(near)
  })
  const endAll = () => {
    for (const each of [...pairs].flat()) each.destroy()
  }
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async cut(ms, signal) {
      cuts++
      for (const each of [...pairs].flat()) each.unpipe().pause()
      await sleep(ms, undefined, { signal }).catch(() => {})
      cuts--
      // Bytes that were lost on the way leave a connection that is of no use any more.
      endAll()
    },
    async [Symbol.asyncDispose]() {
      endAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
