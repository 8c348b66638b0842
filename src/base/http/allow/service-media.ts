import type { ServiceMedia } from '../../../model/reasons/network.ts'

/** Where a streaming service's sound and pictures lie, or the way to them. */
export interface ServiceHosts {
  /** Without one where any service may have hired the host. */
  readonly service?: string
  readonly holds: ServiceMedia
  readonly hosts: RegExp
  /** Where the host has public text too: these of its paths alone, decoded and in lower case. */
  readonly paths?: RegExp
  /** What says that they lie there. Nobody here has asked the hosts themselves. */
  readonly seen: string
}

/** Code of players and downloaders that is public, read in November 2026: the hosts that it asks for sound. */
const players = 'public code of players, 2026-11'

/** By service. Hosts of public text (`api.spotify.com`, `itunes.apple.com`, `api.deezer.com`) are not here. */
export const serviceMedia: readonly ServiceHosts[] = [
  {
    service: 'Spotify',
    holds: 'audio-and-previews',
    hosts:
      /(?:^|\.)(?:p?scdn\.co|spotifycdn\.(?:com|net)|spotilocal\.com)$|(?:^|\.)(?:audio|heads|video)[\w-]*\.(?:[\w-]+\.)*spotify\.com$/,
    seen: 'librespot core/src/cdn_url.rs: audio4-fa.scdn.co, audio-gm-off.spotifycdn.com; librespot-java: heads-fa.spotify.com/head/',
  },
  {
    service: 'Spotify',
    holds: 'player',
    hosts:
      /(?:^|\.)(?:ap-[\w-]+|(?:[\w-]+-)?(?:dealer|spclient)|ap|apresolve)\.(?:[\w-]+\.)?spotify\.com$/,
    seen: 'librespot: apresolve.spotify.com names access points, dealers and spclients',
  },
  {
    holds: 'audio',
    hosts:
      /(?:spotify|tidal|qobuz|deezer|soundcloud|napster|gaana|phobos\.apple)[\w.-]*\.(?:akamai(?:zed|hd)?|edgesuite|edgekey|fastly|cloudfront|llnwd)\.(?:net|com)$/,
    seen: 'librespot core/src/cdn_url.rs: audio-ak-spotify-com.akamaized.net; the others alike',
  },
  {
    service: 'YouTube',
    holds: 'media',
    hosts: /(?:^|\.)googlevideo\.com$|(?:^|\.)youtubei\.googleapis\.com$/,
    seen: 'yt-dlp yt_dlp/extractor/youtube',
  },
  {
    service: 'YouTube',
    holds: 'pages',
    hosts: /(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/,
    seen: 'https://developers.google.com/youtube/terms/developer-policies, III.E.6: no scraping',
  },
  {
    service: 'Deezer',
    holds: 'audio-and-previews',
    hosts: /(?:^|\.)dzcdn\.net$|^(?:media|e-cdn[\w-]*)\.deezer\.com$/,
    seen: 'https://developers.deezer.com/api/track, `preview`',
  },
  {
    service: 'Apple Music',
    holds: 'audio-and-previews',
    hosts:
      /(?:^|\.)(?:(?:audio|video)-ssl|aod[\w-]*|mvod[\w-]*|streamingaudio|play(?:-[\w-]+)?)\.itunes\.apple\.com$|(?:^|\.)aod[\w-]*\.apple\.com$|(?:^|\.)phobos\.apple\.com$|(?:^|\.)mzstatic\.com$/,
    seen: 'answers of the iTunes Search API, `previewUrl`: audio-ssl, video-ssl, a25.phobos.apple.com; mvod, play-edge: public code of players, 2026-11',
  },
  {
    service: 'Tidal',
    holds: 'audio',
    hosts:
      /(?:^|\.)(?:[\w-]*audio|[\w-]*stream|(?:lgf|sp|ab|amz)-[\w-]+|manifest)\.tidal\.com$|(?:^|\.)tidalhifi\.com$/,
    seen: `${players}: im-fa.manifest.tidal.com, sp-ad-fa.audio.tidal.com`,
  },
  {
    service: 'SoundCloud',
    holds: 'audio',
    hosts: /(?:^|\.)(?:sndcdn\.com|soundcloud\.cloud)$|^api-v2\.soundcloud\.com$/,
    seen: 'yt-dlp yt_dlp/extractor/soundcloud.py',
  },
  {
    service: 'SoundCloud',
    holds: 'audio',
    hosts: /^api\.soundcloud\.com$/,
    paths: /\/tracks\/[^/]+\/(?:streams?|download|preview)(?:[./]|$)|^\/media\//,
    seen: 'https://developers.soundcloud.com/docs/api/explorer: /tracks/{track_urn}/streams, /tracks/{track_urn}/preview',
  },
  {
    service: 'Amazon Music',
    holds: 'audio',
    hosts: /(?:^|\.)music\.amazon\.[\w.]+$|(?:^|\.)amazonmusic\.com$/,
    seen: players,
  },
  {
    service: 'Qobuz',
    holds: 'audio',
    hosts: /(?:^|\.)(?:streaming[\w-]*|static)\.qobuz\.com$/,
    seen: players,
  },
  {
    service: 'Bandcamp',
    holds: 'audio',
    hosts: /(?:^|\.)bcbits\.com$|(?:^|\.)popplers\d*\.bandcamp\.com$/,
    seen: `${players}: t4.bcbits.com/stream, popplers5.bandcamp.com/download/track`,
  },
  {
    service: 'Pandora',
    holds: 'audio',
    hosts: /(?:^|\.)pandora\.com$|(?:^|\.)p-cdn\.(?:com|us)$/,
    seen: players,
  },
  {
    service: 'Napster',
    holds: 'audio',
    hosts: /(?:^|\.)(?:rhapsody|napster)\.com$/,
    seen: players,
  },
  {
    service: 'Audiomack',
    holds: 'audio',
    hosts: /^music\.audiomack\.com$/,
    seen: `${players}: music.audiomack.com/albums/…/streaming/….mp3`,
  },
  {
    service: 'Audius',
    holds: 'audio',
    hosts: /(?:^|\.)audius\.co$/,
    paths: /\/tracks\/[^/]+\/(?:stream|download|preview)(?:[./]|$)/,
    seen: `${players}: api.audius.co/v1/tracks/{id}/stream`,
  },
  {
    service: 'Mixcloud',
    holds: 'audio',
    hosts: /^(?:stream|audio)\d*\.mixcloud\.com$/,
    seen: `${players}: stream.mixcloud.com/secure/…m4a, audio4.mixcloud.com`,
  },
  {
    service: 'JioSaavn',
    holds: 'audio-and-previews',
    hosts: /(?:^|\.)(?:jio)?saavncdn\.com$/,
    seen: `${players}: aac.saavncdn.com/…_320.mp4`,
  },
  {
    service: 'Gaana',
    holds: 'audio',
    hosts: /(?:^|\.)gaanacdn\.com$/,
    seen: players,
  },
  {
    service: 'NetEase Cloud Music',
    holds: 'audio',
    hosts: /(?:^|\.)music\.126\.net$/,
    seen: `${players}: m701.music.126.net/…mp3`,
  },
  {
    service: 'NetEase Cloud Music',
    holds: 'audio',
    hosts: /(?:^|\.)music\.163\.com$/,
    paths: /\/song\/(?:media|enhance\/(?:player|download))\//,
    seen: `${players}: music.163.com/song/media/outer/url`,
  },
  {
    service: 'QQ Music',
    holds: 'audio',
    hosts: /(?:^|\.)stream\.qqmusic\.qq\.com$|(?:^|\.)[\w-]*music\.tc\.qq\.com$/,
    seen: `${players}: ws.stream.qqmusic.qq.com/C400….m4a, aqqmusic.tc.qq.com`,
  },
  {
    service: 'Kugou',
    holds: 'audio',
    hosts: /(?:^|\.)[\w-]*fs\.(?:[\w-]+\.)?kugou\.com$/,
    seen: `${players}: fs.open.kugou.com/…mp3, webfs.tx.kugou.com`,
  },
  {
    service: 'Kuwo',
    holds: 'audio',
    hosts: /(?:^|[.-])sycdn\.kuwo\.cn$/,
    seen: `${players}: ra01.sycdn.kuwo.cn/resource/…mp3, er-sycdn.kuwo.cn`,
  },
  {
    service: 'Migu Music',
    holds: 'audio',
    hosts: /(?:^|\.)freetyst\.nf\.migu\.cn$/,
    seen: `${players}: freetyst.nf.migu.cn/public/…mp3`,
  },
  {
    service: 'Zing MP3',
    holds: 'audio',
    hosts: /(?:^|\.)zmdcdn\.me$/,
    seen: `${players}: vnso-zn-10-tf-a320-zmp3.zmdcdn.me`,
  },
  {
    service: 'Yandex Music',
    holds: 'audio',
    hosts: /(?:^|\.)storage\.yandex\.net$/,
    seen: `yt-dlp yt_dlp/extractor/yandexmusic.py asks a host that it is told for /get-mp3/; ${players}: s17sas.storage.yandex.net`,
  },
  {
    service: 'VK Music',
    holds: 'audio',
    hosts: /(?:^|\.)vkuser(?:audio|video)?\.(?:net|com)$/,
    seen: `${players}: cs9-11v4.vkuseraudio.net/p2/…mp3`,
  },
]
