import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { Online, SearchProvider } from '../provider.ts'

/** An online source for one run, around what it does for a track. */
export function openSource(
  { name, title }: Online,
  search: (track: Track, signal: AbortSignal) => Promise<readonly Recording[]>,
): SearchProvider {
  let closed = false
  return {
    name,
    title,
    needsNetwork: true,
    async search(track, signal) {
      signal.throwIfAborted()
      if (closed) throw new Error(`${title} was closed before this search.`)
      return search(track, signal)
    },
    async [Symbol.asyncDispose]() {
      closed = true
    },
  }
}
