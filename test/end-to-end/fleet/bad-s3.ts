import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a server of S3's was made to do, how often. */
export interface S3Faults {
  /** Answered 500 and did nothing. */
  refused: number
  /** Did it, and answered 500. */
  lost: number
  /** Did it or not, said nothing for long, and hung up. */
  silent: number
}

/** The way to a real server, on which requests fail now and then. */
export interface BadS3 extends AsyncDisposable {
  readonly endpoint: string
  readonly faults: S3Faults
  readonly asked: number
  /** From now on nothing fails. */
  calm(): void
}

/** Of so many requests one each. */
const REFUSED_OF = 25
const LOST_OF = 40
const SILENT_OF = 200
const SILENT_MS = 8_000

export async function startBadS3(target: string): Promise<BadS3> {
  const faults: S3Faults = { refused: 0, lost: 0, silent: 0 }
  let asked = 0
  let isCalm = false
  const pass = (received: IncomingMessage, answer: (from: IncomingMessage) => void) => {
    const { method, url, headers } = received
    // Signed with the address that was asked: passed on as it is.
    const sent = request(`${target}${url}`, { method, headers }, answer)
    sent.on('error', () => received.destroy())
    received.pipe(sent)
  }
  const serve = async (received: IncomingMessage, response: ServerResponse) => {
    asked++
    const refuse = () => response.writeHead(500, { 'content-length': 0 }).end()
    const fault = isCalm ? undefined : pickFault()
    if (fault) faults[fault]++
    if (fault === 'refused') received.resume().on('end', refuse)
    else if (fault === 'lost') pass(received, (from) => from.resume().on('end', refuse))
    else if (fault === 'silent') {
      if (asked % 2) pass(received, (from) => from.resume())
      await sleep(SILENT_MS)
      received.destroy()
    } else
      pass(received, (from) => from.pipe(response.writeHead(from.statusCode ?? 502, from.headers)))
  }
  const server = createServer((received, response) => void serve(received, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    get asked() {
      return asked
    },
    calm() {
      isCalm = true
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const oneOf = (count: number) => Math.random() * count < 1

function pickFault(): keyof S3Faults | undefined {
  if (oneOf(REFUSED_OF)) return 'refused'
  if (oneOf(LOST_OF)) return 'lost'
  return oneOf(SILENT_OF) ? 'silent' : undefined
}
