import type { IncomingMessage } from 'node:http'
import { reason } from '../../model/reason.ts'
import { REDIRECT_PATH } from '../../model/spotify-redirect.ts'
import { HttpError } from '../http-error.ts'
import type { OwnHosts } from './own-hosts.ts'
import { PROVIDER_PATH } from './provider-path.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])
const safe = new Set(['GET', 'HEAD'])
const bodies = /^application\/(?:json|octet-stream)\s*(?:;|$)/i
/** Where other sites send the browser back to. */
const returns = new Set([REDIRECT_PATH, PROVIDER_PATH])
const kept = /^\/api\/archives\/[^/?]+\/files\//

/** Refuses what no page of ours and no program of the user's would ask. Throws HttpError. */
export function checkRequest(incoming: IncomingMessage, hosts: OwnHosts, urlBytes: number): void {
  const { method = '', url = '' } = incoming
  if (url.length > urlBytes) throw new HttpError(414, reason('server.address-too-long'))
  if (!methods.has(method))
    throw new HttpError(405, reason('server.unknown-method'), {
      headers: { Allow: [...methods].join(', ') },
    })
  if (!url.startsWith('/')) throw new HttpError(400, reason('server.foreign-address'))
  checkHost(incoming, hosts)
  checkOrigin(incoming)
  if (!safe.has(method)) checkIntent(incoming)
}

function checkHost({ rawHeaders, headers, socket }: IncomingMessage, hosts: OwnHosts) {
  const given = rawHeaders.filter((name, index) => index % 2 === 0 && /^host$/i.test(name))
  if (given.length !== 1) throw new HttpError(400, reason('server.no-single-host'))
  if (!hosts.has(headers.host ?? '', socket.localAddress))
    throw new HttpError(421, reason('server.unknown-host'), {
      advice: reason('server.open-printed-address'),
    })
}

/** Another site's page must not ask for anything here: not even for what it could not read. */
function checkOrigin(incoming: IncomingMessage) {
  const { origin, host, 'sec-fetch-site': site } = incoming.headers
  const own = origin === undefined || origin === `http://${host}` || origin === `https://${host}`
  const near = site === undefined || site === 'same-origin' || site === 'none'
  if ((own && near) || (own && isOpened(incoming))) return
  throw new HttpError(403, reason('server.another-site'), {
    advice: reason('server.type-the-address'),
  })
}

/**
 * A kept file that is opened in a window of its own: a report's page runs without our origin, so what it links to
 * seems to be asked for by another site. And where Spotify, or a sign-in provider, sends the browser back to. Whoever opens a
 * window cannot look into it.
 */
const isOpened = ({ method, url = '', headers }: IncomingMessage) =>
  method === 'GET' &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document' &&
  (kept.test(url) || returns.has(url.split('?')[0] ?? ''))

/** A form of another site can send what changes something, in a browser that does not tell where it comes from. */
function checkIntent({ headers }: IncomingMessage) {
  const type = headers['content-type']
  const hasBody =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  const fromPage = headers.origin !== undefined
  const browser = Object.keys(headers).some((name) => name.startsWith('sec-fetch-'))
  if (browser && !fromPage) throw new HttpError(403, reason('server.no-origin'))
  if ((hasBody || !fromPage) && !bodies.test(type ?? ''))
    throw new HttpError(415, reason('server.only-json-or-bytes'), {
      advice: reason('server.send-as-json'),
    })
}
