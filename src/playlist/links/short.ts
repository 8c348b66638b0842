import { UnavailableError } from '../../base/http/errors.ts'
import type { Http } from '../../base/http/http.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { type PlaylistLink, readLink } from './playlist-link.ts'

/** Spotify's own: no other host is asked what a short link means. */
const REDIRECT_HOSTS = ['spotify.link', 'spotify.app.link', 'open.spotify.com'] as const

const MAX_HOPS = 5
const MAX_BYTES = 512 * 1024

/**
 * What a short link names. Its redirects are read one by one, each checked before the next is asked for; the
 * page that it leads to in the end is not.
 */
export async function resolveShort(
  url: string,
  http: Pick<Http, 'ask'>,
  signal: AbortSignal,
): Promise<PlaylistLink> {
  let next = url
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const host = URL.parse(next)?.hostname ?? ''
    if (!REDIRECT_HOSTS.some((each) => each === host)) throw leadsAway(host)
    const answer = await http.ask(
      { url: next, redirects: 'tell', maxBytes: MAX_BYTES, headers: { accept: 'text/html' } },
      signal,
    )
    const { location } = answer.headers
    const found = location ? URL.parse(location, next)?.href : findNamed(answer.body)
    if (found === undefined)
      throw answer.status >= 500
        ? new UnavailableError(
            host,
            reason('playlist.short-link-unanswered', { host, status: answer.status }),
          )
        : new UserError(reason('playlist.short-link-nowhere'), ADVICE)
    const link = readLink(found)
    if (link && link.kind !== 'short') return link.kind === 'elsewhere' ? stop(found) : link
    next = found.replace(/^http:/i, 'https:')
  }
  throw new UserError(reason('playlist.short-link-endless'), ADVICE)
}

const ADVICE = reason('playlist.open-short-link')

function stop(found: string): never {
  const host = URL.parse(found)?.hostname ?? ''
  if (REDIRECT_HOSTS.some((each) => each === host))
    throw new UserError(reason('playlist.short-link-unreadable'), ADVICE)
  throw leadsAway(host)
}

const leadsAway = (host: string) =>
  new UserError(reason('playlist.short-link-away', { host: host.slice(0, 100) }), ADVICE)

/** Where the page redirects by script alone: the one thing that all its addresses at Spotify name. */
function findNamed(body: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(body)
  const pattern =
    /https:\/\/open\.spotify\.com\/(?:intl-[a-z-]{2,8}\/)?((?:playlist|album|track)\/[A-Za-z0-9]{22})(?![A-Za-z0-9])/g
  const named = new Set(Array.from(text.matchAll(pattern), ([, path]) => path))
  const [only] = named
  return named.size === 1 ? `https://open.spotify.com/${only}` : undefined
}
