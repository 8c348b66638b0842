import type { Changes } from '../../../src/model/lists/changes.ts'
import type { Entry, SkippedEntry, TrackEntry } from '../../../src/model/playlist.ts'
import { reason } from '../../../src/model/reason.ts'
import type { Track } from '../../../src/model/track.ts'

/** `Artist - Title` in the playlist's order; other rows as they are. Positions are given here. */
export const stateOf = (...rows: readonly (string | Entry)[]): readonly Entry[] =>
  rows.map((row, at) => ({ ...(typeof row === 'string' ? song(row) : row), position: at + 1 }))

export function song(name: string, over: Partial<Track> = {}): TrackEntry {
  const [artist = '', title = name] = name.split(' - ')
  return { kind: 'track', position: 1, track: { title, artists: [artist], ...over } }
}

export const emptied: SkippedEntry = {
  kind: 'skipped',
  position: 1,
  text: '',
  reason: reason('playlist.empty-item'),
  withdrawn: true,
}

export const uriOf = (id: string | number) => `spotify:track:${String(id).padStart(22, '0')}`

/** The former state and the changes make the present one. */
export function applyChanges(
  before: readonly Entry[],
  changes: Omit<Changes, 'since'>,
): readonly Entry[] {
  const { added, removed, moved, changed, withdrawn, returned } = changes
  const gone = new Set([...removed, ...moved.map(({ from }) => from)].map((one) => one.position))
  const stayed = before.filter(({ position }) => !gone.has(position))
  const placed = new Map(
    [...added, ...moved.map(({ to }) => to)].map((entry) => [entry.position, entry]),
  )
  const length = before.length - removed.length + added.length
  const after = Array.from({ length }, (_, at) => placed.get(at + 1) ?? stayed.shift())
  for (const { to } of [...changed, ...withdrawn, ...returned]) after[to.position - 1] = to
  return after.map((entry, at) => {
    if (!entry) throw new Error(`Nothing at ${at + 1}`)
    return { ...entry, position: at + 1 }
  })
}
