import type { UnderstoodList } from '../../api/contract.ts'
import type { Playlist } from '../../model/playlist.ts'
import { asReason, type Reason } from '../../model/reason.ts'

/** Reasons for leaving rows out that are told, and examples of each. */
const MAX_REASONS = 12
const MAX_EXAMPLES = 3
const MAX_FIRST = 8

/** A playlist as it is told before anything runs. */
export function describeList(playlist: Playlist): UnderstoodList {
  const tracks = playlist.entries.flatMap((entry) => (entry.kind === 'track' ? [entry.track] : []))
  const reasons = new Map<string, { reason: Reason; count: number; examples: string[] }>()
  for (const entry of playlist.entries) {
    if (entry.kind === 'track') continue
    const why = asReason(entry.reason)
    const key = JSON.stringify(why)
    const found = reasons.get(key) ?? { reason: why, count: 0, examples: [] }
    found.count++
    if (found.examples.length < MAX_EXAMPLES && entry.text !== '') found.examples.push(entry.text)
    reasons.set(key, found)
  }
  const leftOut = [...reasons.values()]
  return {
    name: playlist.name,
    format: playlist.format,
    tracks: tracks.length,
    durationMs: tracks.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0),
    partial: playlist.partial === true,
    leftOut: leftOut.toSorted((a, b) => b.count - a.count).slice(0, MAX_REASONS),
    notes: playlist.notes.map(asReason),
    first: tracks
      .slice(0, MAX_FIRST)
      .map(({ title, artists }) => ({ title, artists: [...artists] })),
  }
}
