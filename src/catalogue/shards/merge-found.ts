import type { Recording } from '../../model/recording.ts'

/** What several indexes found, each recording once: of the same source and id, the first one counts. */
export function mergeFound(lists: readonly (readonly Recording[])[]): readonly Recording[] {
  const [only] = lists
  if (only && lists.length === 1) return only
  const found = new Map<string, Recording>()
  for (const recording of lists.flat()) {
    const name = `${recording.source}\0${recording.id}`
    if (!found.has(name)) found.set(name, recording)
  }
  return [...found.values()]
}
