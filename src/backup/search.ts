import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import type { SearchContext, SearchResult } from './search-context.ts'
import { Search } from './track-search.ts'

/**
 * Looks for a recording that may be copied: in the user's folders, with what a catalogue knows if they
 * are not sure, then in the open, one place after another. Where none may be copied, all who know where
 * it can be heard are asked.
 */
export async function findRecording(
  track: Track,
  places: SearchContext,
  signal: AbortSignal,
): Promise<SearchResult> {
  const search = new Search(track, places, signal)
  const remote = places.sources.filter(({ needsNetwork }) => needsNetwork)
  const claimants = places.finders.filter(({ makesAssertions }) => makesAssertions)
  const askOn = async () => {
    if (search.mayCopy) return
    for (const finder of claimants.splice(0)) await search.learnFrom(finder)
    while (!search.mayCopy) {
      const source = remote.shift()
      if (!source) break
      await search.ask(source)
    }
  }
  for (const source of places.sources) if (!source.needsNetwork) await search.ask(source)
  if (!search.isSure) search.fillFrom(places.catalogue?.lookUp(track) ?? [])
  await askOn()
  if (!search.mayCopy)
    for (const finder of places.finders) if (!finder.makesAssertions) await search.learnFrom(finder)
  const findMore = async (broken: readonly Recording[]) => {
    search.drop(broken)
    await askOn()
    return search.found
  }
  return { ...search.found, findMore }
}
