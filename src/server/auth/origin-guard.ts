import type { IncomingMessage } from 'node:http'
import { HttpError } from '../http-error.ts'
import type { OwnHosts } from './own-hosts.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])
const safe = new Set(['GET', 'HEAD'])
const bodies = /^application\/(?:json|octet-stream)\s*(?:;|$)/i
const kept = /^\/api\/archives\/[^/?]+\/files\//

/** Refuses what no page of ours and no program of the user's would ask. Throws Refusal. */
export function checkRequest(incoming: IncomingMessage, hosts: OwnHosts, urlBytes: number): void {
  const { method = '', url = '' } = incoming
  if (url.length > urlBytes) throw new HttpError(414, 'The address is too long.')
  if (!methods.has(method))
    throw new HttpError(405, 'Nothing here is asked for in this way.', undefined, {
      Allow: [...methods].join(', '),
    })
  if (!url.startsWith('/')) throw new HttpError(400, 'The address is not one of ours.')
  checkHost(incoming, hosts)
  checkOrigin(incoming)
  if (!safe.has(method)) checkIntent(incoming)
}

function checkHost({ rawHeaders, headers, socket }: IncomingMessage, hosts: OwnHosts) {
  const given = rawHeaders.filter((name, index) => index % 2 === 0 && /^host$/i.test(name))
  if (given.length !== 1) throw new HttpError(400, 'The request names no host, or several.')
  if (!hosts.has(headers.host ?? '', socket.localAddress))
    throw new HttpError(
      421,
      'This server is not known by the name that was asked for.',
      'Open the address that songkeep serve has printed, or start it with this name: --name.',
    )
}

/** Another site's page must not ask for anything here: not even for what it could not read. */
function checkOrigin(incoming: IncomingMessage) {
  const { origin, host, 'sec-fetch-site': site } = incoming.headers
  const own = origin === undefined || origin === `http://${host}` || origin === `https://${host}`
  const near = site === undefined || site === 'same-origin' || site === 'none'
  if ((own && near) || (own && isOpened(incoming))) return
  throw new HttpError(
    403,
    'Another site asked for this, so it was refused.',
    "Type the address into the browser's address line.",
  )
}

/**
 * A kept file that is opened in a window of its own. A report's page runs without our origin, so what it
 * links to seems to be asked for by another site; and whoever opens a window cannot look into it.
 */
const isOpened = ({ method, url = '', headers }: IncomingMessage) =>
  method === 'GET' &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document' &&
  kept.test(url)

/** A form of another site can send what changes something, in a browser that does not tell where it comes from. */
function checkIntent({ headers }: IncomingMessage) {
  const type = headers['content-type']
  const hasBody =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  const fromPage = headers.origin !== undefined
  const browser = Object.keys(headers).some((name) => name.startsWith('sec-fetch-'))
  if (browser && !fromPage)
    throw new HttpError(403, 'The request does not say which page it is of.')
  if ((hasBody || !fromPage) && !bodies.test(type ?? ''))
    throw new HttpError(
      415,
      'Only JSON, or plain bytes, are taken here.',
      'Send it with the header Content-Type: application/json.',
    )
}
