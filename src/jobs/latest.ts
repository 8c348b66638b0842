import type { NewEntry } from './queue.ts'

/** Puts an entry at the end, in place of a former one of its key. One without a detail keeps the former one's. */
export function addLatest(entries: Map<string, NewEntry>, entry: NewEntry): void {
  const detail = entry.detail ?? entries.get(entry.key)?.detail
  entries.delete(entry.key)
  entries.set(entry.key, { ...entry, detail })
}
