import { inSpan } from '../../base/telemetry/span.ts'
import type { Track } from '../../model/track.ts'
import type { SearchContext } from './search-context.ts'
import { TrackSearch } from './track-search.ts'

/** Looks for a recording that may be copied; the search can be gone on with. */
export async function findRecording(
  track: Track,
  context: SearchContext,
  signal: AbortSignal,
): Promise<TrackSearch> {
  const search = new TrackSearch(track, context, signal)
  await inSpan('search', {}, () => search.begin())
  return search
}
