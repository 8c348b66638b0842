import { decodePercent } from '../names/file-name.ts'

/** What a link of a music service names. */
export interface ServiceLink {
  readonly service: string
  /** `short`: only the service's own redirect knows what it names. */
  readonly kind: 'track' | 'local' | 'short' | 'other'
  /** One form for all the ways the same thing is linked: `spotify:track:…`, or an address without what follows people around. */
  readonly uri: string
}

/**
 * Reads a URI or address of a service that is known, in every form it is copied in. Strict about hosts:
 * what only looks like one is no link of it. Nothing is fetched.
 */
export function readServiceLink(text: string): ServiceLink | undefined {
  const link = text.trim()
  if (link.length > 2000 || /\s/.test(link)) return undefined
  const uri = readSpotify(link)
  if (uri) return uri
  const url = readAddress(link)
  if (!url) return undefined
  const { host } = url
  if (SPOTIFY_HOSTS.has(host)) return readSpotifyUrl(url)
  if (DEEZER_SHORT.test(host) && url.path.length > 1)
    return { service: 'Deezer', kind: 'short', uri: `https://${host}${url.path}` }
  for (const { service, hosts, track } of SERVICES)
    if (hosts.test(host)) {
      const found = track(url)
      return {
        service,
        kind: found ? 'track' : 'other',
        uri: found ?? `https://${url.host}${url.path}`,
      }
    }
  return undefined
}

interface Address {
  /** In lower case, without `www.`; an address with a user name or a port is none of a service. */
  readonly host: string
  readonly path: string
  readonly query: string
}

function readAddress(link: string): Address | undefined {
  const found = /^https?:\/\/(?:www\.)?([a-z\d.-]{1,253})(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/i.exec(
    link,
  )
  if (!found?.[1]) return undefined
  return { host: found[1].toLowerCase(), path: found[2] ?? '/', query: found[3] ?? '' }
}

const queryOf = ({ query }: Address, name: string) => {
  const pair = query.split('&').find((each) => each.startsWith(`${name}=`))
  return pair === undefined ? undefined : decodePercent(pair.slice(name.length + 1))
}

const ID = /^[A-Za-z0-9]{22}$/

function readSpotify(link: string): ServiceLink | undefined {
  const [scheme, ...parts] = link.split(':')
  if (scheme !== 'spotify' || parts.length < 2) return undefined
  // spotify:user:NAME:playlist:ID is the old form of a playlist.
  const [kind = '', id = ''] = parts[0] === 'user' && parts.length === 4 ? parts.slice(2) : parts
  if (kind === 'local') return { service: 'Spotify', kind, uri: link }
  return nameSpotify(kind, id)
}

const nameSpotify = (kind: string, id: string): ServiceLink | undefined =>
  /^[a-z]{1,20}$/.test(kind) && ID.test(id)
    ? {
        service: 'Spotify',
        kind: kind === 'track' ? 'track' : 'other',
        uri: `spotify:${kind}:${id}`,
      }
    : undefined

const SPOTIFY_HOSTS = new Set([
  'open.spotify.com',
  'play.spotify.com',
  'embed.spotify.com',
  'spotify.link',
  'spotify.app.link',
  'link.tospotify.com',
])

function readSpotifyUrl(url: Address): ServiceLink | undefined {
  const { host } = url
  const parts = url.path.split('/').filter(Boolean)
  if (/^intl-[a-z]{2,3}(?:-[a-z]{2,4})?$/i.test(parts[0] ?? '')) parts.shift()
  if (parts[0] === 'embed') parts.shift()
  if (parts[0] === 'user' && parts.length === 4) parts.splice(0, 2)
  if (!/^(?:open|play|embed)\./.test(host) || parts[0] === 's')
    return { service: 'Spotify', kind: 'short', uri: `https://${host}${url.path}` }
  if (host === 'embed.spotify.com') return readSpotify(queryOf(url, 'uri') ?? '')
  if (parts[0] === 'local' && parts.length > 3)
    return { service: 'Spotify', kind: 'local', uri: `spotify:${parts.join(':')}` }
  return nameSpotify(parts[0] ?? '', parts[1] ?? '')
}

const DEEZER_SHORT = /^(?:link\.deezer\.com|deezer\.page\.link)$/

interface TrackLinkRule {
  readonly service: string
  readonly hosts: RegExp
  /** The address of one track, without what follows people around; nothing when it names something else. */
  track(url: Address): string | undefined
}

const path = (pattern: RegExp) => (url: Address) =>
  pattern.test(url.path) ? `https://${url.host}${url.path}` : undefined

const youtube = (id: string | null | undefined) =>
  id && /^[\w-]{11}$/.test(id) ? `https://www.youtube.com/watch?v=${id}` : undefined

const SERVICES: readonly TrackLinkRule[] = [
  {
    service: 'YouTube',
    hosts: /^(?:(?:m|music)\.)?youtube\.com$/,
    track: (url) =>
      youtube(url.path === '/watch' ? queryOf(url, 'v') : /^\/shorts\/([^/]+)/.exec(url.path)?.[1]),
  },
  { service: 'YouTube', hosts: /^youtu\.be$/, track: (url) => youtube(url.path.slice(1)) },
  {
    service: 'Apple Music',
    hosts: /^(?:geo\.)?(?:music|itunes)\.apple\.com$/,
    track: (url) => {
      const song = queryOf(url, 'i')
      if (song && /^\d+$/.test(song)) return `https://${url.host}${url.path}?i=${song}`
      return path(/^\/[a-z]{2}\/song\//)(url)
    },
  },
  {
    service: 'Deezer',
    hosts: /^(?:m\.)?deezer\.com$/,
    track: (url) => {
      const [, id] = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?track\/(\d+)\/?$/.exec(url.path) ?? []
      return id && `https://www.deezer.com/track/${id}`
    },
  },
  {
    service: 'TIDAL',
    hosts: /^(?:listen\.)?tidal\.com$/,
    track: path(/^\/(?:browse\/)?track\/\d+/),
  },
  {
    service: 'SoundCloud',
    hosts: /^(?:m\.)?soundcloud\.com$/,
    track: path(/^\/[\w-]+\/(?!sets(?:\/|$))[\w-]+$/),
  },
  { service: 'Bandcamp', hosts: /^[\w-]+\.bandcamp\.com$/, track: path(/^\/track\/[^/]+$/) },
  { service: 'Qobuz', hosts: /^(?:open|play)\.qobuz\.com$/, track: path(/^\/track\/\d+$/) },
  {
    service: 'Amazon Music',
    hosts: /^music\.amazon\.[a-z.]{2,6}$/,
    track: path(/^\/tracks\/\w+$/),
  },
  {
    service: 'MusicBrainz',
    hosts: /^musicbrainz\.org$/,
    track: path(/^\/recording\/[\da-f-]{36}$/),
  },
  {
    service: 'Last.fm',
    hosts: /^last\.fm$/,
    track: path(/^\/(?:[a-z]{2}\/)?music\/[^/]+\/[^/]+\/[^/]+$/),
  },
]

/** Last.fm's addresses say artist and title themselves: `/music/Artist/_/Title`. */
export function namesInLink(
  uri: string,
): { readonly artist: string; readonly title: string } | undefined {
  const found =
    /^https?:\/\/(?:www\.)?last\.fm\/(?:[a-z]{2}\/)?music\/([^/]+)\/[^/]+\/([^/?#]+)$/.exec(uri)
  const [artist, title] = (found?.slice(1) ?? []).map((part) =>
    decodePercent(part.replaceAll('+', ' ')),
  )
  return artist && title ? { artist, title } : undefined
}
