import { definedOnly } from '../../base/defined.ts'
import type { Tags } from '../../model/media.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { Licence } from '../../model/verdict.ts'
import { tidyTags } from './tidy.ts'

/** Where facts come from besides the file itself. */
export interface FactSources {
  readonly recording: Recording
  readonly track: Track
  readonly licence: Licence
  /** What a catalogue knows of this recording on its release: it fills gaps before all others. */
  readonly known?: Partial<Tags>
  /** What was found out from the sound and the file themselves: it stands for what the file claims. */
  readonly measured?: Partial<Tags>
}

/**
 * The tags of the finished file: the file's own are the user's and stay, but for placeholders and dates that
 * others tell to the day; what they leave empty comes from a catalogue, then from the recording as its source
 * describes it, then from the track as the playlist names it. Where a file came from is always told anew.
 */
export function mergeFacts(file: Tags, sources: FactSources): Tags {
  const { recording, track, licence, known = {}, measured = {} } = sources
  const own = withoutPlaceholders(file)
  const album = own.album ?? known.album ?? recording.album ?? track.album ?? file.album
  // Numbers, dates and names of the album belong to one album: who names another knows nothing of this one.
  const [c, a, b] = [known, recording, track].map((from) =>
    from.album === album ? from : undefined,
  ) as [Partial<Tags> | undefined, Recording | undefined, Track | undefined]
  const trackNumber = own.trackNumber ?? c?.trackNumber ?? a?.trackNumber ?? b?.trackNumber
  const discNumber = own.discNumber ?? c?.discNumber ?? a?.discNumber ?? b?.discNumber
  const year = (recording.year ?? b?.year)?.toString()
  const date = finerDate(own.date, c?.date) ?? year
  const originalDate = finerDate(own.originalDate, known.originalDate)
  const isrc = own.isrc ?? known.isrc ?? recording.isrc ?? track.isrc
  const licenceUrl = own.licenceUrl ?? licence.url ?? known.licenceUrl
  const sourceUrl = own.sourceUrl ?? recording.url ?? known.sourceUrl
  const { artistCredit: _, ...others } = {
    ...(c ?? withoutAlbum(known)),
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
    albumArtists: firstFilled(own.albumArtists, c?.albumArtists, a?.albumArtists, b?.albumArtists),
    genres: firstFilled(own.genres, known.genres),
    composers: firstFilled(own.composers, known.composers),
    extra: { ...known.extra, ...own.extra },
    album,
    trackNumber,
    discNumber,
    date,
    originalDate,
    isrc,
    licenceUrl,
    sourceUrl,
    keptFrom: recording.source,
    verdict: licence.id,
  })
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

/** What programs write that do not know: https://musicbrainz.org/doc/Style/Unknown_and_untitled */
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

/** Facts that belong to one album: of another they say nothing. */
const ofAlbum = new Set<string>([
  ...['album', 'albumSort', 'albumArtists', 'albumArtistSort', 'albumArtistMbids', 'compilation'],
  ...['trackNumber', 'trackTotal', 'discNumber', 'discTotal', 'date', 'labels', 'catalogNumbers'],
  ...['barcode', 'trackMbid', 'releaseMbid', 'releaseGroupMbid', 'albumGainDb', 'albumPeak'],
])

const withoutAlbum = (known: Partial<Tags>): Partial<Tags> =>
  Object.fromEntries(Object.entries(known).filter(([field]) => !ofAlbum.has(field)))
