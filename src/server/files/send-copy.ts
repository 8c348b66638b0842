import { pipeline } from 'node:stream/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { RemoteFile } from '../../app/archives/files/sendable.ts'
import { definedOnly } from '../../base/defined.ts'
import { reason } from '../../model/reason.ts'
import type { RequestContext } from '../auth/principal.ts'
import { isClientGone } from '../client-gone.ts'
import { HttpError } from '../http-error.ts'
import type { ByteRange } from './byte-range.ts'
import { dispose } from './disposition.ts'
import { namesTag, quoteTag } from './etag.ts'
import { describe, findRange } from './send-file.ts'

/**
 * Sends a kept file that lies in a copy elsewhere, or the part of it that is asked for; where browsers may fetch it
 * themselves, only tells them where. Throws HttpError (416) where there is no such part.
 */
export async function sendCopy(c: RequestContext, copy: RemoteFile): Promise<Response> {
  const tag = quoteTag(copy.etag)
  const { outgoing, incoming } = c.env
  const headers = describe({ path: copy.name, type: copy.type }, tag)
  if (namesTag(incoming.headers['if-none-match'], tag)) {
    outgoing.writeHead(304, headers).end()
    return RESPONSE_ALREADY_SENT
  }
  const address =
    incoming.method === 'GET' ? await copy.address?.(dispose('inline', copy.name)) : undefined
  if (address !== undefined) {
    // Whoever has the address may read the file until it expires: nobody is to keep it.
    outgoing.writeHead(307, { Location: address, 'Cache-Control': 'no-store' }).end()
    return RESPONSE_ALREADY_SENT
  }
  const range = findRange(c, tag, copy.bytes)
  if (range === 'none')
    throw new HttpError(416, reason('server.no-such-part'), {
      headers: { 'Content-Range': `bytes */${copy.bytes}` },
    })
  const { start, end } = range ?? { start: 0, end: copy.bytes - 1 }
  const part = definedOnly({ 'Content-Range': range && `bytes ${start}-${end}/${copy.bytes}` })
  const about = { 'Content-Type': copy.type, 'Content-Length': end - start + 1 }
  outgoing.writeHead(range ? 206 : 200, { ...headers, ...about, ...part })
  if (incoming.method === 'HEAD' || copy.bytes === 0) outgoing.end()
  else await pour(c, copy, { start, end })
  return RESPONSE_ALREADY_SENT
}

async function pour(c: RequestContext, copy: RemoteFile, { start, end }: ByteRange) {
  const { gone } = c.var.principal
  try {
    await pipeline(copy.read({ start, end: end + 1 }, gone), c.env.outgoing, { signal: gone })
  } catch (error) {
    // The headers are sent already: ending the connection tells the client that the file is not complete.
    c.env.outgoing.destroy()
    if (!isClientGone(error) && !gone.aborted) throw error
  }
}
