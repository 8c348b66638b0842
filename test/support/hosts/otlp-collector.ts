import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CollectedSpan {
  readonly name: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly attributes: readonly { readonly key: string; readonly value: object }[]
}

export interface OtlpCollector extends AsyncDisposable {
  readonly address: string
  readonly spans: CollectedSpan[]
  /** All that was sent, word for word. */
  readonly bodies: string[]
}

/** Takes traces as a collector does by OTLP over HTTP in JSON, and answers as its specification says. */
export async function startOtlpCollector(): Promise<OtlpCollector> {
  const [spans, bodies]: [CollectedSpan[], string[]] = [[], []]
  const server = createServer(async (incoming, outgoing) => {
    const body = Buffer.concat(await incoming.toArray()).toString()
    const isTrace = incoming.method === 'POST' && incoming.url === '/v1/traces'
    if (!isTrace || incoming.headers['content-type'] !== 'application/json')
      return void outgoing.writeHead(404).end()
    bodies.push(body)
    for (const { scopeSpans } of JSON.parse(body).resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans)
    outgoing.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    bodies,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}
