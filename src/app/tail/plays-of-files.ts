import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Track } from '../../model/track.ts'
import { TrackIndex } from './track-index.ts'

/**
 * How often each kept file was played, by path, as a history tells it (`readPlays`): for whoever wants the most
 * loved first. Several files of one track have its plays each; files that the history does not name are left out.
 */
export function countPlaysOfFiles(
  files: Iterable<ArchivedFile>,
  tracks: Iterable<Track>,
): ReadonlyMap<string, number> {
  const kept = new TrackIndex<ArchivedFile>()
  for (const file of files) kept.add(file, file.track, file.durationMs)
  const plays = new Map<string, number>()
  for (const track of tracks)
    for (const { path } of track.plays ? (kept.find(track)?.items ?? []) : [])
      plays.set(path, (plays.get(path) ?? 0) + (track.plays ?? 0))
  return plays
}
