import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { StoredFile } from '../../app/archives/files/sendable.ts'
import { definedOnly } from '../../base/defined.ts'
import { codeOf } from '../../base/file.ts'
import { reason } from '../../model/reason.ts'
import type { RequestContext } from '../auth/principal.ts'
import { isClientGone } from '../client-gone.ts'
import { choosePolicy } from '../headers.ts'
import { HttpError } from '../http-error.ts'
import { type ByteRange, readRange } from './byte-range.ts'
import { dispose } from './disposition.ts'
import { namesTag, quoteTag } from './etag.ts'

/** In an archive nothing is a link; in the user's own folders a file may well be one. */
type Links = 'refused' | 'followed'

/** Sends a kept file, or the part of it that is asked for. Throws HttpError (404, 416) where it is gone. */
export async function sendFile(
  c: RequestContext,
  stored: StoredFile,
  links: Links = 'refused',
): Promise<Response> {
  await using file = await openPlain(stored.path, links)
  if (!file) throw new HttpError(404, reason('server.file-gone'))
  const { size } = await file.stat()
  const tag = quoteTag(stored.etag)
  const { outgoing, incoming } = c.env
  const headers = describe(stored, tag)
  if (namesTag(incoming.headers['if-none-match'], tag)) {
    outgoing.writeHead(304, headers).end()
    return RESPONSE_ALREADY_SENT
  }
  const range = findRange(c, tag, size)
  if (range === 'none')
    throw new HttpError(416, reason('server.no-such-part'), {
      headers: { 'Content-Range': `bytes */${size}` },
    })
  const { start, end } = range ?? { start: 0, end: size - 1 }
  const part = definedOnly({ 'Content-Range': range && `bytes ${start}-${end}/${size}` })
  const about = { 'Content-Type': stored.type, 'Content-Length': end - start + 1 }
  outgoing.writeHead(range ? 206 : 200, { ...headers, ...about, ...part })
  if (incoming.method === 'HEAD' || size === 0) outgoing.end()
  else await pour(c, file, { start, end })
  return RESPONSE_ALREADY_SENT
}

/** What every answer about a file says. */
export function describe({ path, type }: Pick<StoredFile, 'path' | 'type'>, tag: string) {
  const name = basename(path)
  return {
    ETag: tag,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
    'Content-Disposition': dispose('inline', name),
    'Content-Security-Policy': choosePolicy(name, type),
  }
}

/** A range of what the client has a part of already holds only while that is still the same. */
export function findRange(
  { env }: RequestContext,
  tag: string,
  size: number,
): ByteRange | 'none' | undefined {
  const { range, 'if-range': same } = env.incoming.headers
  return same === undefined || same === tag ? readRange(range, size) : undefined
}

async function pour(c: RequestContext, file: FileHandle, range: ByteRange) {
  try {
    const bytes = file.createReadStream({ autoClose: false, ...range })
    await pipeline(bytes, c.env.outgoing, { signal: c.var.principal.gone })
  } catch (error) {
    // The headers are sent already: ending the connection tells the client that the file is not complete.
    c.env.outgoing.destroy()
    if (!isClientGone(error)) throw error
  }
}

/** Opens a plain file; undefined where there is none. Without O_NONBLOCK, opening a pipe waits for its other end. */
export async function openPlain(
  path: string,
  links: Links = 'refused',
): Promise<FileHandle | undefined> {
  const follow = links === 'refused' ? (constants.O_NOFOLLOW ?? 0) : 0
  const flags = constants.O_RDONLY | follow | (constants.O_NONBLOCK ?? 0)
  try {
    const file = await open(path, flags)
    if ((await file.stat()).isFile()) return file
    await file.close()
    return undefined
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR'].includes(codeOf(error) ?? '')) return undefined
    throw error
  }
}
