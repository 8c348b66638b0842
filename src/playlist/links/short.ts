import { UnavailableError } from '../../base/http/errors.ts'
import type { Http } from '../../base/http/http.ts'
import { UserError } from '../../words/user-error.ts'
import { type PlaylistLink, readLink } from './link.ts'

/** Spotify's own: nothing else is asked what a short link means. */
const REDIRECT_HOSTS = ['spotify.link', 'spotify.app.link', 'open.spotify.com'] as const

const MOST_HOPS = 5
const MOST_BYTES = 512 * 1024

/**
 * What a short link names, by its redirects, each read and none followed unseen. The page that it leads to
 * in the end is not asked for.
 */
export async function resolveShort(
  url: string,
  http: Pick<Http, 'ask'>,
  signal: AbortSignal,
): Promise<PlaylistLink> {
  let next = url
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const host = URL.parse(next)?.hostname ?? ''
    if (!REDIRECT_HOSTS.some((each) => each === host)) throw leadsAway(host)
    const answer = await http.ask(
      { url: next, redirects: 'tell', maxBytes: MOST_BYTES, headers: { accept: 'text/html' } },
      signal,
    )
    const { location } = answer.headers
    const found = location ? URL.parse(location, next)?.href : findNamed(answer.body)
    if (found === undefined)
      throw answer.status >= 500
        ? new UnavailableError(
            host,
            `${host} does not say where the link leads (${answer.status}).`,
          )
        : new UserError('The short link leads nowhere.', HINT)
    const link = readLink(found)
    if (link && link.kind !== 'short') return link.kind === 'elsewhere' ? stop(found) : link
    next = found.replace(/^http:/i, 'https:')
  }
  throw new UserError('The short link leads on and on.', HINT)
}

const HINT = 'Open it in a browser, and give the address that stands there then.'

function stop(found: string): never {
  const host = URL.parse(found)?.hostname ?? ''
  if (REDIRECT_HOSTS.some((each) => each === host))
    throw new UserError('The short link names nothing that can be read.', HINT)
  throw leadsAway(host)
}

const leadsAway = (host: string) =>
  new UserError(`The short link leads away from Spotify, to ${host.slice(0, 100)}.`, HINT)

/** Where the page redirects by script alone: the one thing that all its addresses at Spotify name. */
function findNamed(body: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(body)
  const pattern =
    /https:\/\/open\.spotify\.com\/(?:intl-[a-z-]{2,8}\/)?((?:playlist|album|track)\/[A-Za-z0-9]{22})(?![A-Za-z0-9])/g
  const named = new Set(Array.from(text.matchAll(pattern), ([, path]) => path))
  const [only] = named
  return named.size === 1 ? `https://open.spotify.com/${only}` : undefined
}
