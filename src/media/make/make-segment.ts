import { basename } from 'node:path'
import { definedOnly } from '../../base/defined.ts'
import type { Media, Tags } from '../../model/media.ts'
import { reason } from '../../model/reason.ts'
import type { Segment } from '../../model/recording.ts'
import type { ProbedFile } from '../../tags/read/probe-file.ts'
import type { Mp3Frames } from '../mp3/frames.ts'
import { cutSegment } from './cut-segment.ts'
import { makeEncoded } from './make-encoded.ts'
import type { MediaJob } from './media-job.ts'

/**
 * A track that lies in one file with others: cut out to the sample, encoded, and tagged as the cue sheet has it. It
 * cannot be kept as it is: where that was asked for it becomes FLAC, which takes nothing more away.
 */
export async function makeSegment(
  job: MediaJob,
  image: ProbedFile,
  segment: Segment,
  mp3?: Mp3Frames,
): Promise<Media> {
  const { path, options } = job
  const { path: cut, audio, source: cutFrom } = await cutSegment(job, image, segment, mp3)
  const file = { tags: tagsOfSegment(image.tags, segment.tags), audio, notes: [] }
  const format = options.format === 'keep' ? 'flac' : options.format
  const made = await makeEncoded({ ...job, cut, cutFrom }, file, format)
  const note = reason('media.cut-from-album', { file: basename(path), track: segment.track })
  return { ...made, notes: [...made.notes, note] }
}

/** What the tags of the file say of the album holds for its track; what they say of a song does not. */
function tagsOfSegment(image: Tags, segment: Partial<Tags>): Tags {
  const { album, albumSort, albumArtistSort, discNumber, discTotal, date, originalDate } = image
  const { labels, catalogNumbers, barcode, compilation, releaseMbid, releaseGroupMbid } = image
  const { albumArtistMbids, licenceUrl, copyright, artistUrl, cover } = image
  const { genres, composers, artists } = image
  const albumArtists = image.albumArtists.length > 0 ? image.albumArtists : artists
  const ofAlbum = {
    ...{ album, albumSort, albumArtists, albumArtistSort, discNumber, discTotal, date },
    ...{ originalDate, labels, catalogNumbers, barcode, compilation, releaseMbid },
    ...{ releaseGroupMbid, albumArtistMbids, licenceUrl, copyright, artistUrl, cover },
    ...{ artists, genres, composers },
  }
  return { ...definedOnly(ofAlbum), title: '', extra: extraOfAlbum(image), ...segment } as Tags
}

/** The sheet itself, and what programs write beside it for each track by its number. */
const OF_TRACKS = /^(?:cue_?sheet|log|cue_?track_?\d+.*|.*\[\d+\]|discid|isrc)$/i

const extraOfAlbum = ({ extra }: Tags) =>
  Object.fromEntries(Object.entries(extra).filter(([name]) => !OF_TRACKS.test(name)))
