import { definedOnly } from '../../base/defined.ts'
import type { Middleware, RequestContext } from '../auth/principal.ts'
import { namesTag } from './etag.ts'
import type { Encoding, PageFile } from './page-files.ts'

/** Answers what belongs to the page itself, for everybody; anything else goes on. */
export const sendPage =
  (page: ReadonlyMap<string, PageFile>): Middleware =>
  async (c, next) => {
    const { method, path } = c.req
    const file = page.get(path === '/' ? '/index.html' : path)
    if (!file || (method !== 'GET' && method !== 'HEAD')) return next()
    return sendPageFile(c, file)
  }

/** Scripts and styles do what their document may; a policy with each of them would be half a kilobyte a file. */
const assetHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Permissions-Policy': '',
}

function sendPageFile(c: RequestContext, file: PageFile): Response {
  const encoding = chooseEncoding(c.req.header('accept-encoding'), file)
  const etag = `"${file.etag}${encoding ? `-${encoding}` : ''}"`
  const headers = {
    ...(file.isHashed && assetHeaders),
    ETag: etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  if (namesTag(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
  const bytes = (encoding && file.packed.get(encoding)) ?? file.bytes
  const about = { 'Content-Type': file.type, 'Content-Length': String(bytes.length) }
  const packed = definedOnly({ 'Content-Encoding': encoding })
  return c.body(new Uint8Array(bytes), 200, { ...headers, ...about, ...packed })
}

/** The smallest form that the client takes; one that it gives no weight is one that it does not take. */
function chooseEncoding(accepted = '', { packed }: PageFile): Encoding | undefined {
  const taken = new Map(
    accepted.split(',').map((each) => {
      const [name = '', weight] = each
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/)
      return [name, weight === undefined ? 1 : Number(weight)] as const
    }),
  )
  return [...packed.keys()].find((encoding) => (taken.get(encoding) ?? 0) > 0)
}
