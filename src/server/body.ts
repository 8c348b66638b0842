import type { IncomingMessage } from 'node:http'
import { reason } from '../model/reason.ts'
import type { Middleware } from './auth/principal.ts'
import { HttpError } from './http-error.ts'
import type { Limits } from './limits.ts'

/**
 * What a client sends, piece by piece. Leaves the connection open when the loop over it is left early, so that an
 * answer can still be given. Throws HttpError (408) where no piece comes for as many milliseconds as `patienceMs`
 * gives then.
 */
export async function* takePieces(
  incoming: IncomingMessage,
  patienceMs: () => number,
): AsyncGenerator<Uint8Array> {
  // Asked by hand: leaving a loop over it early would end the connection.
  const pieces = incoming[Symbol.asyncIterator]()
  for (;;) {
    const next = await orTooSlow(pieces.next(), patienceMs())
    if (next.done) return
    yield next.value
  }
}

async function orTooSlow<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(tooSlow()), ms)
  // The read goes on after the timeout, and its failure must not count as unhandled.
  work.catch(() => {})
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

const tooSlow = () =>
  new HttpError(408, reason('server.too-slow'), {
    advice: reason('server.try-again'),
    headers: { Connection: 'close' },
  })

const tooLarge = () => new HttpError(413, reason('server.too-large'))

/** All that a client sends. Throws HttpError where it is longer than `maxBytes` (413), or takes longer (408). */
export async function readWhole(
  incoming: IncomingMessage,
  maxBytes: number,
  withinMs: number,
): Promise<Buffer> {
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const pieces: Buffer[] = []
  let bytes = 0
  const take = (piece: Buffer) => {
    bytes += piece.length
    if (bytes <= maxBytes) pieces.push(piece)
    else reject(tooLarge())
  }
  const timer = setTimeout(() => reject(tooSlow()), withinMs)
  incoming.on('data', take).once('end', resolve).once('error', reject)
  try {
    await promise
    return Buffer.concat(pieces)
  } catch (error) {
    // What else comes is not wanted.
    incoming.pause()
    throw error
  } finally {
    clearTimeout(timer)
    incoming.off('data', take).off('end', resolve).off('error', reject)
  }
}

/** Reads a body of JSON before anybody asks for it: as long, and for as long, as it may be. */
export const readJson =
  ({ jsonBytes, bodyMs }: Limits): Middleware =>
  async (c, next) => {
    const { incoming } = c.env
    if (!/^application\/json\b/i.test(incoming.headers['content-type'] ?? '')) return next()
    const text = readText(await readWhole(incoming, jsonBytes, bodyMs))
    // Where Hono looks for a body that was read before.
    Object.assign(c.req.bodyCache, { text: Promise.resolve(text) })
    return next()
  }

function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new HttpError(400, reason('server.no-utf-8'))
  }
}
