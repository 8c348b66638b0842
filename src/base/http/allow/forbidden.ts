/**
 * Hosts that hold a streaming service's sound, or are the way to it: nothing is ever asked of them, whoever
 * declares them. Hosts of public text (`api.spotify.com`, `itunes.apple.com`, `api.deezer.com`) are not here.
 */
const forbidden: readonly { readonly hosts: RegExp; readonly whose: string }[] = [
  {
    hosts: /(?:^|\.)(?:p?scdn\.co|spotifycdn\.(?:com|net)|spotilocal\.com)$/,
    whose: 'Spotify’s audio and previews',
  },
  {
    hosts:
      /(?:^|\.)(?:ap-[\w-]+|(?:[\w-]+-)?(?:dealer|spclient)|ap|apresolve)\.(?:[\w-]+\.)?spotify\.com$/,
    whose: 'Spotify’s player',
  },
  {
    hosts:
      /(?:spotify|tidal|qobuz|deezer|soundcloud|napster)[\w.-]*\.(?:akamai(?:zed|hd)?|edgesuite|edgekey|fastly|cloudfront|llnwd)\.(?:net|com)$/,
    whose: 'a streaming service’s audio at a hired host',
  },
  {
    hosts: /(?:^|\.)googlevideo\.com$|(?:^|\.)youtubei\.googleapis\.com$/,
    whose: 'YouTube’s media',
  },
  {
    hosts: /(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/,
    whose: 'YouTube’s pages, from which its media is fetched',
  },
  {
    hosts: /(?:^|\.)dzcdn\.net$|^(?:media|e-cdn[\w-]*)\.deezer\.com$/,
    whose: 'Deezer’s audio and previews',
  },
  {
    hosts:
      /(?:^|\.)(?:audio-ssl|aod[\w-]*|streamingaudio|play)\.itunes\.apple\.com$|(?:^|\.)aod[\w-]*\.apple\.com$|(?:^|\.)mzstatic\.com$/,
    whose: 'Apple Music’s audio and previews',
  },
  {
    hosts:
      /(?:^|\.)(?:[\w-]*audio|[\w-]*stream|(?:lgf|sp|ab|amz)-[\w-]+)\.tidal\.com$|(?:^|\.)tidalhifi\.com$/,
    whose: 'Tidal’s audio',
  },
  {
    hosts: /(?:^|\.)(?:sndcdn\.com|soundcloud\.cloud)$|^api-v2\.soundcloud\.com$/,
    whose: 'SoundCloud’s audio',
  },
  {
    hosts: /(?:^|\.)music\.amazon\.[\w.]+$|(?:^|\.)amazonmusic\.com$/,
    whose: 'Amazon Music’s audio',
  },
  { hosts: /(?:^|\.)(?:streaming[\w-]*|static)\.qobuz\.com$/, whose: 'Qobuz’s audio' },
  { hosts: /(?:^|\.)bcbits\.com$/, whose: 'Bandcamp’s audio' },
  { hosts: /(?:^|\.)pandora\.com$|(?:^|\.)p-cdn\.(?:com|us)$/, whose: 'Pandora’s audio' },
  { hosts: /(?:^|\.)(?:rhapsody|napster)\.com$/, whose: 'Napster’s audio' },
]

/** Whose sound it is that lies there; undefined where the host is not known for any. */
export function findForbidden(host: string): string | undefined {
  return forbidden.find(({ hosts }) => hosts.test(host))?.whose
}
