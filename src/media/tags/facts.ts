import type { Tags } from '../../model/media.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { Licence } from '../../model/verdict.ts'

/**
 * The tags of the finished file: the file's own are the user's and stay; what they leave empty comes
 * from the recording as its source describes it, then from the track as the playlist names it.
 */
export function mergeFacts(
  own: Tags,
  { recording, track, licence }: { recording: Recording; track: Track; licence: Licence },
): Tags {
  const album = own.album ?? recording.album ?? track.album
  // Numbers and year belong to one album: who names another knows nothing of this one.
  const [a, b] = [recording, track].map((from) => (from.album === album ? from : undefined))
  const trackNumber = own.trackNumber ?? a?.trackNumber ?? b?.trackNumber
  const discNumber = own.discNumber ?? a?.discNumber ?? b?.discNumber
  const date = own.date ?? (recording.year ?? b?.year)?.toString()
  const isrc = own.isrc ?? recording.isrc ?? track.isrc
  const licenceUrl = own.licenceUrl ?? licence.url
  const sourceUrl = own.sourceUrl ?? recording.url
  return tidyTags({
    ...own,
    title: own.title || recording.title || track.title,
    genres: own.genres.map(tidyGenre),
    artists: firstFilled(own.artists, recording.artists, track.artists),
    albumArtists: firstFilled(own.albumArtists, a?.albumArtists, b?.albumArtists),
    ...(album && { album }),
    ...(trackNumber && { trackNumber }),
    ...(discNumber && { discNumber }),
    ...(date && { date }),
    ...(isrc && { isrc }),
    ...(licenceUrl && { licenceUrl }),
    ...(sourceUrl && { sourceUrl }),
  })
}

const firstFilled = (...lists: readonly (readonly string[] | undefined)[]): readonly string[] =>
  lists.find((list) => list && list.length > 0) ?? []

/** What every container can carry: well-formed Unicode without control characters, URLs in ASCII. */
function tidyTags({ extra, ...tags }: Tags): Tags {
  const tidied = Object.entries(tags).flatMap(([field, value]): [string, unknown][] => {
    if (Array.isArray(value)) return [[field, value.map(tidyLine).filter(Boolean)]]
    if (typeof value !== 'string') return [[field, value]]
    const tidy =
      field === 'lyrics'
        ? tidyText(value)
        : field.endsWith('Url')
          ? tidyUrl(value)
          : tidyLine(value)
    return tidy || field === 'title' ? [[field, tidy]] : []
  })
  const named = Object.entries(extra).map(
    ([name, values]) => [name, values.map(tidyText).filter(Boolean)] as const,
  )
  return {
    ...(Object.fromEntries(tidied) as Omit<Tags, 'extra'>),
    extra: Object.fromEntries(named.filter(([, values]) => values.length > 0)),
  }
}

/** "(17)" and "17" are numbers from ID3v1's list to every reader: no text can begin so. */
const tidyGenre = (genre: string) => genre.replace(/^\((.*?)\)/, '$1').replace(/^[\d\s(]+$/, '')

const tidyLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()

/** Lines stay. A NUL would end the text or part it in two. */
const tidyText = (text: string) =>
  text
    .toWellFormed()
    .replace(/(?![\n\r\t])\p{Cc}+/gu, ' ')
    .trim()

const tidyUrl = (url: string) => encodeURI(tidyLine(url)).replaceAll('%25', '%')
