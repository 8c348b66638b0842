import { reason } from '../../model/reason.ts'
import { type ReadRow, skipRow, type TrackRow } from './entries.ts'
import { type FileNaming, nameOfFile } from './names/file-naming.ts'
import { namesInLink, readServiceLink, type ServiceLink } from './services/service-link.ts'
import { kindOfSpotifyUri, readLocalUri, whyNoTrack } from './services/spotify-uri.ts'

const AUDIO =
  /\.(?:mp3|m4a|m4b|mp4|aac|flac|og[ga]|opus|wav|wave|aiff?|aifc|wma|ape|wv|mpc|mka|alac|dsf|dff|mp2|spx|tta|ac3|mid|weba|webm)(?:[?#|].*)?$/i

export const isAudioFile = (location: string) => AUDIO.test(location)

export const isRemote = (location: string) =>
  /^(?:https?|ftp|mms[htu]?|rtmp[est]*|rtsp|rtp|udp):\/\//i.test(location)

/**
 * The row for a list that gives nothing but where a track lies: its name is taken from the file's.
 * `naming` is how the other files of the list are named; `encoded` where the location is an address, with percent signs for what may not stand in one.
 */
export function rowOfLocation(
  location: string,
  encoded = isRemote(location) || /^file:/i.test(location),
  naming?: FileNaming,
): ReadRow {
  const link = readServiceLink(location)
  if (link?.kind === 'local') return readLocalUri(link.uri)
  if (link?.kind === 'track') return rowOfLink(location, link)
  if (link?.kind === 'short') return skipRow(location, reason('playlist.link-short'), link.uri)
  const kind = kindOfSpotifyUri(link?.uri ?? location)
  if (kind === 'track') return skipRow(location, reason('playlist.link-impossible'))
  if (kind === 'local') return readLocalUri(location)
  if (kind) return skipRow(location, whyNoTrack(kind))
  if (isRemote(location) && !isAudioFile(location))
    return skipRow(location, reason('playlist.address-only'))
  if (/^[\s=*_~#+-]{3,}/.test(location))
    return skipRow(location, reason('playlist.line-without-file'))
  const name = nameOfFile(location, encoded, naming)
  return {
    kind: 'track',
    ...name,
    uri: isRemote(location) ? location : undefined,
    path: isRemote(location) ? undefined : location,
    note: reason('playlist.named-after-file'),
  }
}

/** The row of a bare link to a track: it keeps the URI by which the service can be asked for its names. */
function rowOfLink(location: string, { service, uri }: ServiceLink): ReadRow {
  const names = namesInLink(uri)
  if (names) return { kind: 'track', title: names.title, artists: [names.artist], uri }
  return skipRow(location, reason('playlist.link-only', { service }), uri)
}

/**
 * Gives a row of XSPF or JSPF its addresses: the file where a location is one, the service's page from
 * an identifier, an ISRC from `urn:isrc:`. Without a title the row is named after its location.
 */
export function placeRow(
  row: TrackRow,
  locations: readonly string[],
  identifiers: readonly string[],
): ReadRow {
  const places = locations.map((place) => place.trim()).filter(Boolean)
  const names = identifiers.map((name) => name.trim()).filter(Boolean)
  const [place] = places
  if (place && (typeof row.title !== 'string' || row.title.trim() === '')) {
    const named = rowOfLocation(place, true)
    return named.kind === 'skipped'
      ? named
      : { ...row, ...named, artists: some(row.artists) ?? named.artists }
  }
  const isrc = names.find((name) => /^(?:urn:)?isrc:/i.test(name))
  const uri = [...names, ...places].find((each) => isRemote(each) || each.startsWith('spotify:'))
  const path = places.find((each) => !isRemote(each) && !each.startsWith('spotify:'))
  return { ...row, isrc: row.isrc ?? isrc, uri, path }
}

const some = (values: readonly unknown[] | undefined) =>
  values?.some((value) => typeof value === 'string' && value.trim() !== '') ? values : undefined
