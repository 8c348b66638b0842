/** Hosts that hold a streaming service's sound or pictures: nothing is ever asked of them, whoever declares them. */
const forbidden: readonly { readonly hosts: RegExp; readonly whose: string }[] = [
  {
    hosts: /(?:^|\.)scdn\.co$|(?:^|\.)spotifycdn\.(?:com|net)$|(?:^|\.)spotilocal\.com$/,
    whose: 'Spotify’s audio',
  },
  {
    hosts: /(?:^|\.)(?:ap-[\w-]+|(?:[\w-]+-)?(?:dealer|spclient))\.(?:[\w-]+\.)?spotify\.com$/,
    whose: 'Spotify’s player',
  },
  {
    hosts: /(?:^|\.)googlevideo\.com$|(?:^|\.)youtubei\.googleapis\.com$/,
    whose: 'YouTube’s media',
  },
  {
    hosts:
      /(?:^|\.)(?:music\.|m\.|www\.)?youtube\.com$|(?:^|\.)youtu\.be$|(?:^|\.)youtube-nocookie\.com$/,
    whose: 'YouTube’s pages',
  },
  { hosts: /(?:^|\.)dzcdn\.net$|^(?:media|e-cdn[\w-]*)\.deezer\.com$/, whose: 'Deezer’s audio' },
  {
    hosts:
      /(?:^|\.)(?:audio-ssl|aod[\w-]*|streamingaudio|play)\.itunes\.apple\.com$|(?:^|\.)aod[\w-]*\.apple\.com$|(?:^|\.)mzstatic\.com$/,
    whose: 'Apple Music’s audio',
  },
  {
    hosts:
      /(?:^|\.)(?:[\w-]*audio|[\w-]*stream|(?:lgf|sp|ab|amz)-[\w-]+)\.tidal\.com$|(?:^|\.)tidalhifi\.com$/,
    whose: 'Tidal’s audio',
  },
  { hosts: /(?:^|\.)sndcdn\.com$|^api-v2\.soundcloud\.com$/, whose: 'SoundCloud’s audio' },
  {
    hosts: /(?:^|\.)music\.amazon\.[\w.]+$|(?:^|\.)amazonmusic\.com$/,
    whose: 'Amazon Music’s audio',
  },
  { hosts: /(?:^|\.)(?:streaming[\w-]*|static)\.qobuz\.com$/, whose: 'Qobuz’s audio' },
  { hosts: /(?:^|\.)bcbits\.com$/, whose: 'Bandcamp’s audio' },
  { hosts: /(?:^|\.)pandora\.com$|(?:^|\.)p-cdn\.(?:com|us)$/, whose: 'Pandora’s audio' },
]

/** Whose sound it is that lies there; undefined where the host is not known for any. */
export function findForbidden(host: string): string | undefined {
  return forbidden.find(({ hosts }) => hosts.test(host))?.whose
}
