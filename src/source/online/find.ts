import type { Track } from '../../model/track.ts'
import type { Knowledge, LookupProvider } from '../finder.ts'
import type { Online } from '../provider.ts'

/** A finder for one run, around what it does for a track. */
export function openFinder(
  { name, title }: Online,
  find: (track: Track, known: Knowledge, signal: AbortSignal) => Promise<Knowledge>,
): LookupProvider {
  let closed = false
  return {
    name,
    title,
    async find(track, known, signal) {
      signal.throwIfAborted()
      if (closed) throw new Error(`${title} was closed before this search.`)
      return find(track, known, signal)
    },
    async [Symbol.asyncDispose]() {
      closed = true
    },
  }
}
