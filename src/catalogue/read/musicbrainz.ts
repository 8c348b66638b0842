import { type Reason, reason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import { makeRecording } from './recording.ts'

// The JSON of MusicBrainz' web service 2 and of its JSON dumps, one entity a line:
// https://musicbrainz.org/doc/Development/JSON_Data_Dumps. Core data, CC0.

interface Credited {
  readonly id?: unknown
  readonly title?: unknown
  readonly 'artist-credit'?: unknown
}

interface RecordingEntity extends Credited {
  readonly length?: unknown
  readonly isrcs?: unknown
  readonly 'first-release-date'?: unknown
}

interface ReleaseEntity extends Credited {
  readonly date?: unknown
  readonly media: readonly unknown[]
}

const SOURCE = 'musicbrainz'

export const isMusicBrainz = (value: object): value is RecordingEntity =>
  'artist-credit' in value && 'title' in value

/** A recording, or a release's tracks, each as its recording on that release. */
export function readMusicBrainz(entity: RecordingEntity, row: number): (Recording | Reason)[] {
  if (!isRelease(entity)) return [make(entity, entity, {}, row)]
  const release = { album: entity.title, year: entity.date }
  return entity.media.flatMap((medium) =>
    listOf(medium, 'tracks').map((track) => {
      const recording = isObject(track) && isObject(track.recording) ? track.recording : {}
      return isObject(track)
        ? make({ ...recording, title: track.title ?? recording.title }, track, release, row)
        : reason('catalogue.row-no-track')
    }),
  )
}

function make(
  recording: RecordingEntity,
  track: RecordingEntity,
  release: { readonly album?: unknown; readonly year?: unknown },
  row: number,
): Recording | Reason {
  const artists = creditOf(track) ?? creditOf(recording) ?? []
  return makeRecording(
    {
      id: recording.id,
      title: recording.title,
      artists,
      album: release.album,
      durationMs: recording.length ?? track.length,
      year: recording['first-release-date'] ?? release.year,
      isrc: recording.isrcs,
      url:
        typeof recording.id === 'string'
          ? `https://musicbrainz.org/recording/${recording.id}`
          : undefined,
    },
    SOURCE,
    row,
  )
}

function creditOf(entity: Credited): readonly unknown[] | undefined {
  const credit = entity['artist-credit']
  if (!Array.isArray(credit)) return undefined
  return credit.map((part: unknown) => (isObject(part) ? part.name : undefined))
}

const isRelease = (entity: Credited): entity is ReleaseEntity =>
  'media' in entity && Array.isArray(entity.media)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function listOf(value: unknown, field: string): readonly unknown[] {
  const list = isObject(value) ? value[field] : undefined
  return Array.isArray(list) ? list : []
}
