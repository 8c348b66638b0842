import type { Changes, EntryChange } from '../../model/changes.ts'
import type { Entry } from '../../model/playlist.ts'
import { english } from '../../words/english.ts'
import { formatCount, formatName } from '../words.ts'

export type ChangeKind = Exclude<keyof Changes, 'since'>

/** Every kind in the order in which it is told, its label, and a sign that needs no colour. */
export const changeKinds = [
  ['added', 'Added', '+'],
  ['removed', 'Removed', '−'],
  ['moved', 'Moved', '↕'],
  ['changed', 'Changed', '~'],
  ['withdrawn', 'Withdrawn', '⊘'],
  ['returned', 'Returned', '↺'],
] as const satisfies readonly (readonly [ChangeKind, string, string])[]

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

export function tellChange(change: Entry | EntryChange, kind: ChangeKind): ToldChange {
  if (!('from' in change)) {
    const { position } = change
    return { position, place: String(position), name: nameOf(change) }
  }
  const { from, to } = change
  const more =
    kind === 'changed' ? tellFormer(from, to) : kind === 'withdrawn' ? whyOf(to) : undefined
  return {
    position: to.position,
    place: kind === 'moved' ? `${from.position} → ${to.position}` : String(to.position),
    name: nameOf(kind === 'withdrawn' && to.kind === 'skipped' ? from : to),
    more,
  }
}

/** `2 added, 1 moved`; empty where nothing has changed. */
export function countChanges(changes: Omit<Changes, 'since'>): string {
  return changeKinds
    .flatMap(([kind, label]) =>
      changes[kind].length > 0
        ? [`${formatCount(changes[kind].length)} ${label.toLowerCase()}`]
        : [],
    )
    .join(', ')
}

export const nameOf = (entry: Entry) =>
  entry.kind === 'track' ? formatName(entry.track) : entry.text || 'An empty row'

function whyOf(entry: Entry): string | undefined {
  const why = entry.kind === 'track' ? entry.note : entry.reason
  return why === undefined ? undefined : english(why)
}

/** What has changed, as it was. */
function tellFormer(from: Entry, to: Entry): string {
  const [before, after] = [nameOf(from), nameOf(to)]
  if (before !== after) return `was: ${before}`
  if (from.kind === 'skipped' || to.kind === 'skipped') return 'can be read now'
  if (from.track.album !== to.track.album && from.track.album !== undefined)
    return `was on: ${from.track.album}`
  if (from.track.isrc !== to.track.isrc && from.track.isrc !== undefined)
    return `had the ISRC ${from.track.isrc}`
  return `was: ${from.track.uri ?? 'without an address'}`
}
