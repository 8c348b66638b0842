import type { Changes, EntryChange } from '../../model/lists/changes.ts'
import type { Entry } from '../../model/playlist.ts'
import type { ChangeKind } from '../../words/en/changes.ts'
import { formatName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import type { Words } from '../../words/words.ts'

/** Every kind in the order in which it is told, and a sign that needs no colour. */
export const changeKinds = [
  ['added', '+'],
  ['removed', '−'],
  ['moved', '↕'],
  ['changed', '~'],
  ['withdrawn', '⊘'],
  ['returned', '↺'],
] as const satisfies readonly (readonly [ChangeKind, string])[]

/** One change in words. */
export interface ToldChange {
  /** The entry's position now; where it was removed, its former one. */
  readonly position: number
  /** `4`, or `4 → 1`. */
  readonly place: string
  readonly name: string
  /** `was: …`, or a reason; absent where the name says it all. */
  readonly more?: string
}

export function tellChange(
  change: Entry | EntryChange,
  kind: ChangeKind,
  words: Words,
): ToldChange {
  if (!('from' in change)) {
    const { position } = change
    return { position, place: String(position), name: nameOf(change, words) }
  }
  const { from, to } = change
  return {
    position: to.position,
    place: kind === 'moved' ? `${from.position} → ${to.position}` : String(to.position),
    name: nameOf(kind === 'withdrawn' && to.kind === 'skipped' ? from : to, words),
    more: tellMore(change, kind, words),
  }
}

function tellMore({ from, to }: EntryChange, kind: ChangeKind, words: Words): string | undefined {
  if (kind === 'changed') return tellFormer(from, to, words)
  return kind === 'withdrawn' ? noteOf(to, words) : undefined
}

/** `2 added, 1 moved`; empty where nothing has changed. */
export function countChanges(changes: Omit<Changes, 'since'>, words: Words): string {
  return changeKinds
    .flatMap(([kind]) =>
      changes[kind].length > 0 ? [words.changes.counted(changes[kind].length, kind)] : [],
    )
    .join(', ')
}

export const nameOf = (entry: Entry, { changes }: Words) =>
  entry.kind === 'track' ? formatName(entry.track) : entry.text || changes.emptyRow

/** What is said of an entry besides its name. */
export function noteOf(entry: Entry, words: Words): string | undefined {
  const note = entry.kind === 'track' ? entry.note : entry.reason
  return note === undefined ? undefined : say(note, words)
}

/** What has changed, as it was. */
function tellFormer(from: Entry, to: Entry, words: Words): string {
  const { canBeRead, hadIsrc, was, wasOn, withoutAddress } = words.changes
  const [before, after] = [nameOf(from, words), nameOf(to, words)]
  if (before !== after) return was(before)
  if (from.kind === 'skipped' || to.kind === 'skipped') return canBeRead
  if (from.track.album !== to.track.album && from.track.album !== undefined)
    return wasOn(from.track.album)
  if (from.track.isrc !== to.track.isrc && from.track.isrc !== undefined)
    return hadIsrc(from.track.isrc)
  return was(from.track.uri ?? withoutAddress)
}
