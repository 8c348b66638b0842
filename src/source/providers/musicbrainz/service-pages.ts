import { readPage } from '../../online/link.ts'

/** The page of one song at a service, and the addresses that MusicBrainz knows it by. */
interface SongPages {
  readonly page: RegExp
  /** From what the brackets of `page` hold. */
  readonly addresses: (...parts: readonly string[]) => readonly string[]
}

const youtube = (id: string) => `https://www.youtube.com/watch?v=${id}`
const youtubeMusic = (id: string) => `https://music.youtube.com/watch?v=${id}`
const apple = (country: string, id: string) => `https://music.apple.com/${country}/song/${id}`

/** As MusicBrainz cleans what is entered there: metabrainz/musicbrainz-server, root/static/scripts/edit/URLCleanup.js. */
const services: readonly SongPages[] = [
  {
    page: /^https:\/\/(?:open|play)\.spotify\.com\/(?:intl-[\w-]+\/)?track\/([A-Za-z0-9]{22})$/,
    addresses: (id = '') => [`https://open.spotify.com/track/${id}`],
  },
  {
    page: /^https:\/\/(?:www\.)?deezer\.com\/(?:[a-z]{2}\/)?track\/(\d+)$/,
    addresses: (id = '') => [`https://www.deezer.com/track/${id}`],
  },
  {
    page: /^https:\/\/(?:www\.|listen\.)?tidal\.com\/(?:browse\/)?track\/(\d+)(?:\/u)?$/,
    addresses: (id = '') => [`https://tidal.com/track/${id}`],
  },
  {
    page: /^https:\/\/(?:(?:www\.|m\.)?youtube\.com\/watch\?v=|youtu\.be\/)([\w-]{11})(?:&.*)?$/,
    addresses: (id = '') => [youtube(id), youtubeMusic(id)],
  },
  {
    page: /^https:\/\/music\.youtube\.com\/watch\?v=([\w-]{11})(?:&.*)?$/,
    addresses: (id = '') => [youtubeMusic(id), youtube(id)],
  },
  {
    // Entered for one country, and mostly for the first.
    page: /^https:\/\/(?:geo\.)?(?:music|itunes)\.apple\.com\/(?:([a-z]{2})\/)?(?:album\/.+[?&]i=|song\/(?:[^/]+\/)?(?:id)?)(\d+)(?:[?&].*)?$/,
    addresses: (country = 'us', id = '') => [...new Set([apple(country, id), apple('us', id)])],
  },
  {
    page: /^https:\/\/music\.amazon\.([a-z.]{2,6})\/(?:tracks\/|albums\/\w+\?trackAsin=)(B[0-9A-Z]{9})$/,
    addresses: (country = '', id = '') => [`https://music.amazon.${country}/tracks/${id}`],
  },
  {
    page: /^https:\/\/(?:www\.|m\.)?soundcloud\.com\/([\w-]+\/(?!sets\/)[\w-]+)$/,
    addresses: (song = '') => [`https://soundcloud.com/${song}`],
  },
  {
    page: /^https:\/\/([\w-]+\.bandcamp\.com\/track\/[\w-]+)$/,
    addresses: (song = '') => [`https://${song}`],
  },
]

/** None where the address names no single song of a service that is known: a release, a file of the user's. */
export function chooseAddresses(uri: string | undefined): readonly string[] {
  const spotify = /^spotify:track:([A-Za-z0-9]{22})$/.exec(uri ?? '')?.[1]
  const page = spotify ? `https://open.spotify.com/track/${spotify}` : readPage(uri)?.url
  if (page === undefined) return []
  for (const service of services) {
    const found = service.page.exec(page)
    if (found) return service.addresses(...found.slice(1))
  }
  return []
}

/** The id in the address of a recording at MusicBrainz itself. */
export const readRecordingId = (uri = ''): string | undefined =>
  /^https?:\/\/(?:beta\.)?musicbrainz\.org\/recording\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    uri,
  )?.[1]
