import type { StoredPicture } from '../../app/archives/files/sendable.ts'
import { reason } from '../../model/reason.ts'
import type { RequestContext } from '../auth/principal.ts'
import { choosePolicy } from '../headers.ts'
import { HttpError } from '../http-error.ts'
import { namesTag, quoteTag } from './etag.ts'

/** Whoever walks through a list and back does not ask for its covers again; a new one is seen soon enough. */
const CACHE = 'private, max-age=300'

/** Sends a cover. Throws HttpError (404) where there is none. */
export async function sendPicture(c: RequestContext, picture: StoredPicture): Promise<Response> {
  const tag = quoteTag(picture.etag)
  if (namesTag(c.req.header('if-none-match'), tag))
    return c.body(null, 304, { ETag: tag, 'Cache-Control': CACHE })
  const found = await picture.read()
  if (!found)
    throw new HttpError(404, reason('app.no-cover'), { headers: { 'Cache-Control': CACHE } })
  return c.body(new Uint8Array(found.bytes), 200, {
    'Content-Type': found.type,
    'Content-Length': String(found.bytes.length),
    ETag: tag,
    'Cache-Control': CACHE,
    'Content-Disposition': 'inline',
    'Content-Security-Policy': choosePolicy('cover', found.type),
  })
}
