import { definedOnly } from '../../base/defined.ts'
import type { Tags } from '../../model/media.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { Licence } from '../../model/verdict.ts'
import { tidyTags } from './tidy.ts'

/** Where tags come from besides the file itself. */
export interface MetadataSources {
  readonly recording: Recording
  readonly track: Track
  readonly licence: Licence
  /** What a catalogue knows of this recording on its release: it fills gaps before all others. */
  readonly known?: Partial<Tags>
  /** What was measured of the audio and the file: it replaces what the file claims. */
  readonly measured?: Partial<Tags>
}

/**
 * The tags of the finished file. The file's own are the user's and stay, but for placeholders and dates that
 * others give to the day. What they leave empty comes from a catalogue, then from the recording as its source
 * describes it, then from the track as the playlist names it. Where a file was kept from is always written anew.
 */
export function mergeMetadata(file: Tags, sources: MetadataSources): Tags {
  const { recording, track, licence, known = {}, measured = {} } = sources
  const own = withoutPlaceholders(file)
  const album = own.album ?? known.album ?? recording.album ?? track.album ?? file.album
  const fromCatalogue = known.album === album ? known : withoutAlbum(known)
  const { artistCredit: _, ...others } = {
    ...fromCatalogue,
    ...definedOnly(own),
    ...definedOnly(measured),
  }
  return tidyTags({
    ...others,
    title: own.title || known.title || recording.title || track.title || file.title,
    ...creditOf(own, known),
    artists: firstFilled(
      ...[own.artists, known.artists, recording.artists, track.artists, file.artists],
    ),
    genres: firstFilled(own.genres, known.genres),
    composers: firstFilled(own.composers, known.composers),
    extra: { ...known.extra, ...own.extra },
    album,
    ...mergeAlbum(own, album, sources),
    originalDate: finerDate(own.originalDate, known.originalDate),
    isrc: own.isrc ?? known.isrc ?? recording.isrc ?? track.isrc,
    licenceUrl: own.licenceUrl ?? licence.url ?? known.licenceUrl,
    sourceUrl: own.sourceUrl ?? recording.url ?? known.sourceUrl,
    keptFrom: recording.source,
    verdict: licence.id,
  })
}

/** Numbers, dates and artists of an album belong to that one: a source that names another album is not asked. */
function mergeAlbum(
  own: Tags,
  album: string | undefined,
  sources: MetadataSources,
): Pick<Tags, 'albumArtists' | 'trackNumber' | 'discNumber' | 'date'> {
  const known = sources.known?.album === album ? sources.known : undefined
  const recording = sources.recording.album === album ? sources.recording : undefined
  const track = sources.track.album === album ? sources.track : undefined
  const year = sources.recording.year ?? track?.year
  // A place such as "A1" or "Side B" is known, though it is no number.
  const number = (key: 'trackNumber' | 'discNumber', asText: string) =>
    own[key] ?? (own.extra[asText] ? undefined : (known?.[key] ?? recording?.[key] ?? track?.[key]))
  return {
    albumArtists: firstFilled(
      ...[own.albumArtists, known?.albumArtists, recording?.albumArtists, track?.albumArtists],
    ),
    trackNumber: number('trackNumber', 'TRACKNUMBER'),
    discNumber: number('discNumber', 'DISCNUMBER'),
    date: finerDate(own.date, known?.date) ?? year?.toString(),
  }
}

/** The line as credited belongs to the list beside it. */
function creditOf(own: Tags, known: Partial<Tags>): Partial<Tags> {
  const { artistCredit } = own.artists.length > 0 ? own : known
  return artistCredit ? { artistCredit } : {}
}

const firstFilled = (...lists: readonly (readonly string[] | undefined)[]): readonly string[] =>
  lists.find((list) => list && list.length > 0) ?? []

/** A date that says the same and more is the better one. */
function finerDate(own: string | undefined, known: string | undefined): string | undefined {
  if (own === undefined || known?.startsWith(own)) return known ?? own
  return own
}

/** What programs write where they do not know: https://musicbrainz.org/doc/Style/Unknown_and_untitled */
const placeholder = /^(\[?unknown( artist| album| title)?\]?|untitled|track ?\d+|audiotrack ?\d*)$/i

function withoutPlaceholders(tags: Tags): Tags {
  const { album, artistCredit, originalSha256, ...rest } = tags
  const says = (text: string) => !placeholder.test(text.trim())
  return {
    ...rest,
    title: says(tags.title) ? tags.title : '',
    artists: tags.artists.filter(says),
    albumArtists: tags.albumArtists.filter(says),
    album: album && says(album) ? album : undefined,
    artistCredit: artistCredit && says(artistCredit) ? artistCredit : undefined,
  }
}

/** Keys whose values belong to one album. */
const ALBUM_FIELDS = new Set<string>([
  ...['album', 'albumSort', 'albumArtists', 'albumArtistSort', 'albumArtistMbids', 'compilation'],
  ...['trackNumber', 'trackTotal', 'discNumber', 'discTotal', 'date', 'labels', 'catalogNumbers'],
  ...['barcode', 'trackMbid', 'releaseMbid', 'releaseGroupMbid', 'albumGainDb', 'albumPeak'],
])

const withoutAlbum = (known: Partial<Tags>): Partial<Tags> =>
  Object.fromEntries(Object.entries(known).filter(([field]) => !ALBUM_FIELDS.has(field)))
