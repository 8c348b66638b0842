import type { ServiceMedia } from '../../../model/reasons/network.ts'

/** What lies at a host that is never asked; without a service where any may have hired it. */
export interface ForbiddenMedia {
  readonly service?: string
  readonly holds: ServiceMedia
}

/**
 * Hosts that hold a streaming service's sound, or are the way to it: nothing is ever asked of them, whoever
 * declares them. Hosts of public text (`api.spotify.com`, `itunes.apple.com`, `api.deezer.com`) are not here.
 */
const forbidden: readonly (ForbiddenMedia & { readonly hosts: RegExp })[] = [
  {
    hosts: /(?:^|\.)(?:p?scdn\.co|spotifycdn\.(?:com|net)|spotilocal\.com)$/,
    service: 'Spotify',
    holds: 'audio-and-previews',
  },
  {
    hosts:
      /(?:^|\.)(?:ap-[\w-]+|(?:[\w-]+-)?(?:dealer|spclient)|ap|apresolve)\.(?:[\w-]+\.)?spotify\.com$/,
    service: 'Spotify',
    holds: 'player',
  },
  {
    hosts:
      /(?:spotify|tidal|qobuz|deezer|soundcloud|napster)[\w.-]*\.(?:akamai(?:zed|hd)?|edgesuite|edgekey|fastly|cloudfront|llnwd)\.(?:net|com)$/,
    holds: 'audio',
  },
  {
    hosts: /(?:^|\.)googlevideo\.com$|(?:^|\.)youtubei\.googleapis\.com$/,
    service: 'YouTube',
    holds: 'media',
  },
  {
    hosts: /(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/,
    service: 'YouTube',
    holds: 'pages',
  },
  {
    hosts: /(?:^|\.)dzcdn\.net$|^(?:media|e-cdn[\w-]*)\.deezer\.com$/,
    service: 'Deezer',
    holds: 'audio-and-previews',
  },
  {
    hosts:
      /(?:^|\.)(?:audio-ssl|aod[\w-]*|streamingaudio|play)\.itunes\.apple\.com$|(?:^|\.)aod[\w-]*\.apple\.com$|(?:^|\.)mzstatic\.com$/,
    service: 'Apple Music',
    holds: 'audio-and-previews',
  },
  {
    hosts:
      /(?:^|\.)(?:[\w-]*audio|[\w-]*stream|(?:lgf|sp|ab|amz)-[\w-]+)\.tidal\.com$|(?:^|\.)tidalhifi\.com$/,
    service: 'Tidal',
    holds: 'audio',
  },
  {
    hosts: /(?:^|\.)(?:sndcdn\.com|soundcloud\.cloud)$|^api-v2\.soundcloud\.com$/,
    service: 'SoundCloud',
    holds: 'audio',
  },
  {
    hosts: /(?:^|\.)music\.amazon\.[\w.]+$|(?:^|\.)amazonmusic\.com$/,
    service: 'Amazon Music',
    holds: 'audio',
  },
  { hosts: /(?:^|\.)(?:streaming[\w-]*|static)\.qobuz\.com$/, service: 'Qobuz', holds: 'audio' },
  { hosts: /(?:^|\.)bcbits\.com$/, service: 'Bandcamp', holds: 'audio' },
  { hosts: /(?:^|\.)pandora\.com$|(?:^|\.)p-cdn\.(?:com|us)$/, service: 'Pandora', holds: 'audio' },
  { hosts: /(?:^|\.)(?:rhapsody|napster)\.com$/, service: 'Napster', holds: 'audio' },
]

/** What lies at that host; undefined where it may be asked as far as this list goes. */
export function findForbidden(host: string): ForbiddenMedia | undefined {
  const found = forbidden.find(({ hosts }) => hosts.test(host))
  return found && { service: found.service, holds: found.holds }
}
