import type { Changes, EntryChange } from '../../model/lists/changes.ts'
import type { Entry } from '../../model/playlist.ts'
import type { Track } from '../../model/track.ts'
import { uriKey } from './identity.ts'
import { longestRun } from './order.ts'
import { pairEntries } from './pair.ts'

/** What became of a playlist's entries. Each state in the playlist's order. */
export function comparePlaylists(
  before: readonly Entry[],
  after: readonly Entry[],
): Omit<Changes, 'since'> {
  const pairs = pairEntries(before, after)
  const stayed = longestRun(pairs)
  const known = new Set(pairs.map((pair) => pair.before))
  const found = new Set(pairs.map((pair) => pair.after))
  const both = pairs.flatMap((pair) => {
    const [from, to] = [before[pair.before], after[pair.after]]
    return from && to ? [{ from, to, isMoved: !stayed.has(pair) }] : []
  })
  const those = (test: (change: EntryChange) => boolean) =>
    both.filter(test).map(({ from, to }) => ({ from, to }))
  return {
    added: after.filter((_, at) => !found.has(at)),
    removed: before.filter((_, at) => !known.has(at)),
    moved: both.flatMap(({ from, to, isMoved }) => (isMoved ? [{ from, to }] : [])),
    changed: those(({ from, to }) => isInOtherWords(from, to)),
    withdrawn: those(({ from, to }) => !from.withdrawn && to.withdrawn === true),
    returned: those(({ from, to }) => from.withdrawn === true && !to.withdrawn),
  }
}

/** True where there is nothing to tell. */
export function isUnchanged(changes: Omit<Changes, 'since'>): boolean {
  const { added, removed, moved, changed, withdrawn, returned } = changes
  return [added, removed, moved, changed, withdrawn, returned].every(({ length }) => length === 0)
}

/** What a person would call another name. A field that only one of two inputs gives has not changed. */
function isInOtherWords(from: Entry, to: Entry): boolean {
  // A row that cannot be read, or can be read now; what the service withdraws is told as that.
  if (from.kind !== to.kind) return !from.withdrawn && !to.withdrawn
  if (from.kind === 'skipped' || to.kind === 'skipped') return false
  return FIELDS.some((field) => {
    const [left, right] = [written(from.track, field), written(to.track, field)]
    return left !== undefined && right !== undefined && left !== right
  })
}

const FIELDS = ['title', 'artists', 'album', 'isrc', 'uri'] as const

function written(track: Track, field: (typeof FIELDS)[number]): string | undefined {
  if (field === 'uri') return track.uri === undefined ? undefined : uriKey(track.uri)
  if (field !== 'artists') return track[field]?.normalize()
  return track.artists.length > 0 ? JSON.stringify(track.artists).normalize() : undefined
}
