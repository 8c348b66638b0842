import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive } from '../../../src/archive/archive.ts'
import type { ArchivedFile } from '../../../src/model/archived-file.ts'
import type { Media, MediaOptions } from '../../../src/model/media.ts'
import type { Playlist } from '../../../src/model/playlist.ts'
import { reason } from '../../../src/model/reason.ts'
import type { Recording } from '../../../src/model/recording.ts'
import type { Track } from '../../../src/model/track.ts'

export const options: MediaOptions = { format: 'mp3', quality: 'V0' }

export const trackOf = (title: string, rest: Partial<Track> = {}): Track => ({
  title,
  artists: ['Artist'],
  album: 'Album',
  ...rest,
})

export const playlistOf = (name: string, tracks: readonly Track[]): Playlist => ({
  name,
  format: 'text',
  notes: [],
  entries: tracks.map((track, at) => ({ kind: 'track', position: at + 1, track })),
})

export const recordingOf = (id: string): Recording => ({
  id,
  source: 'library',
  title: `Recording ${id}`,
  artists: ['Artist'],
})

export const sha256 = (bytes: string | Uint8Array) =>
  createHash('sha256').update(bytes).digest('hex')

export const mediaOf = (path: string, rest: Partial<Media> = {}): Media => ({
  path,
  extension: 'mp3',
  durationMs: 1000,
  originalSha256: sha256('original'),
  tags: { title: '', artists: [], albumArtists: [], genres: [], composers: [], extra: {} },
  how: 'encoded',
  notes: [],
  ...rest,
})

export const whyOf = (track: Track, recording: Recording, made: MediaOptions = options) => ({
  track,
  match: { recording, weight: 10, probability: 0.999, evidence: [], notes: [] },
  verdict: {
    action: 'copy' as const,
    reasons: [reason('rights.own-file')],
    licence: { id: 'own-copy', name: 'Your own copy' },
  },
  options: made,
})

let made = 0

/** Makes one track's file in the work folder and puts it in its place, as the walk does. */
export async function keep(
  archive: Archive,
  playlist: Playlist,
  position: number,
  content: string | Uint8Array = `content ${position}`,
  recording: Recording = recordingOf(String(position)),
): Promise<ArchivedFile> {
  const entry = playlist.entries[position - 1]
  if (entry?.kind !== 'track') throw new Error(`No track at ${position}`)
  const stem = archive.plan(playlist, position, entry.track, recording)
  const path = join(archive.workDir, `made-${made++}.mp3`)
  await writeFile(path, content)
  return await archive.put(mediaOf(path), stem, whyOf(entry.track, recording))
}
