import type { Track } from '../../model/track.ts'
import { findRecording } from './search.ts'
import type { SearchContext } from './search-context.ts'
import { TrackSearch } from './track-search.ts'

/**
 * The search for a track whose list may name titles first: as the list was read, and where nothing at all is found so,
 * with title and artist the other way round. Only a sure match tells that it was meant so.
 */
export async function findInEitherOrder(
  track: Track,
  context: SearchContext,
  signal: AbortSignal,
): Promise<TrackSearch> {
  const search = await findRecording(track, context, signal)
  const [artist, ...others] = track.artists
  if (search.result.decision !== 'none' || artist === undefined || others.length > 0) return search
  const turned = { ...track, title: artist, artists: [track.title] }
  const other = new TrackSearch(turned, context, signal, true)
  await other.begin()
  return other.result.decision === 'match' ? other : search
}
