import { definedOnly } from '../../../base/defined.ts'
import { asList, asRecord } from '../../../base/json.ts'
import type { Answer, Recording } from '../../../model/recording.ts'
import type { Track } from '../../../model/track.ts'
import { takeTitleApart } from '../../../text/title/title.ts'
import { readDurationMs } from '../../online/duration.ts'
import { readIsrc, readNames, readText, readYear } from '../../online/fields.ts'
import { readCredit } from './credit.ts'
import { readMbid } from './mbid.ts'
import { chooseRelease, isBootleg } from './release.ts'

/** A recording of MusicBrainz with what is needed to ask further and to make an assertion. */
export interface KnownRecording {
  readonly recording: Recording
  /** Of the artist credited first. */
  readonly artistId?: string
  /** Of the release that its album is. */
  readonly releaseId?: string
  /** Artists as credited, their own names, and what else they are called. */
  readonly names: readonly string[]
  /** On a release that is no bootleg, or with an ISRC. */
  readonly published: boolean
  /** Releases that it is on besides that one, bootlegs left out. */
  readonly otherReleases: number
  /** As the server gave it: a search gives no relations. */
  readonly entity: unknown
}

/** Of a search, or asked for by its id; undefined without id or title, and for videos. */
export function readRecording(
  entity: unknown,
  track: Track,
  answer?: Answer,
): KnownRecording | undefined {
  const given = asRecord(entity)
  const [id, title] = [readMbid(given.id), readText(given.title)]
  if (id === undefined || title === undefined || given.video === true) return undefined
  const { credited, names, artistId } = readCredit(given['artist-credit'])
  const releases = asList(given.releases).slice(0, MAX_RELEASES).map(asRecord)
  const release = chooseRelease(track, releases)
  const out = releases.filter((each) => !isBootleg(each))
  const albumArtists = readCredit(release?.['artist-credit']).credited
  const releaseId = readMbid(release?.id)
  const recording: Recording = {
    id,
    mbids: { recording: id, ...definedOnly({ release: releaseId, artist: artistId }) },
    source: 'musicbrainz',
    title: addVersion(title, readText(given.disambiguation)),
    artists: credited,
    ...definedOnly({
      album: readText(release?.title),
      albumArtists: albumArtists.length > 0 ? albumArtists : undefined,
      durationMs: readDurationMs(given.length),
      // Of this very recording: the song may be older, its releases younger.
      year: readYear(given['first-release-date']),
      isrc: chooseIsrc(given.isrcs, track.isrc),
    }),
    answer,
    url: `https://musicbrainz.org/recording/${id}`,
  }
  return {
    recording,
    names,
    // An ISRC is given to what somebody publishes, whether or not the release is known here.
    published: out.length > 0 || recording.isrc !== undefined,
    otherReleases: out.filter((each) => each !== release).length,
    entity,
    ...definedOnly({ artistId, releaseId }),
  }
}

const MAX_RELEASES = 100

/** Here a title says what the song is called, and the comment beside it which take of it this is. */
function addVersion(title: string, comment = ''): string {
  if (comment === '') return title
  const both = `${title} (${comment})`
  return takeTitleApart(both).versions.length > takeTitleApart(title).versions.length ? both : title
}

function chooseIsrc(value: unknown, asked: string | undefined): string | undefined {
  const isrcs = readNames(value).flatMap((each) => readIsrc(each) ?? [])
  return isrcs.find((isrc) => isrc === asked) ?? isrcs[0]
}
