import { readPage } from '../../online/link.ts'

/** Pages of single songs, by service: what comes before and behind the id differs. */
const songs: Readonly<Record<string, RegExp>> = {
  Spotify: /^https:\/\/open\.spotify\.com\/(?:intl-[\w-]+\/)?track\/[A-Za-z0-9]{22}$/,
  'Apple Music':
    /^https:\/\/(?:geo\.)?music\.apple\.com\/(?:[a-z]{2}\/)?(?:song\/.+|album\/.+[?&]i=\d+.*)$/,
  Deezer: /^https:\/\/www\.deezer\.com\/(?:[a-z]{2}\/)?track\/\d+$/,
  Tidal: /^https:\/\/(?:www\.|listen\.)?tidal\.com\/(?:browse\/)?track\/\d+$/,
  YouTube: /^https:\/\/(?:(?:www\.|m\.)?youtube\.com\/watch\?v=[\w-]{11}|youtu\.be\/[\w-]{11})$/,
  'YouTube Music': /^https:\/\/music\.youtube\.com\/watch\?v=[\w-]{11}$/,
  SoundCloud: /^https:\/\/(?:www\.|m\.)?soundcloud\.com\/[\w-]+\/(?!sets\/)[\w-]+$/,
  Bandcamp: /^https:\/\/[\w-]+\.bandcamp\.com\/track\/[\w-]+$/,
}

/**
 * The page of one song at a service that Odesli can be asked about: an address of one, or Spotify's own way
 * to name a track. Undefined for all else, releases and files of the user's included.
 */
export function songPage(uri: string | undefined): string | undefined {
  const spotify = /^spotify:track:([A-Za-z0-9]{22})$/.exec(uri ?? '')?.[1]
  if (spotify !== undefined) return `https://open.spotify.com/track/${spotify}`
  const place = readPage(uri)
  const pattern = place && Object.hasOwn(songs, place.service) ? songs[place.service] : undefined
  return place && pattern?.test(place.url) ? place.url : undefined
}
