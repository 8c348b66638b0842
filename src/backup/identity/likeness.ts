import type { KeptList } from '../../model/lists/kept-list.ts'
import type { ListCandidate } from '../../model/lists/list-question.ts'
import type { Entry, Playlist } from '../../model/playlist.ts'
import { pairEntries } from '../../report/changes/pair.ts'
import type { ListState } from './archived-lists.ts'
import { compareNames, type NameKind, nameKinds } from './names.ts'

/** How like a playlist is to a list that the archive holds. */
export interface Likeness extends ListCandidate {
  readonly names: NameKind
  /** Entries of the shorter one. */
  readonly ofShorter: number
  readonly isRecorded: boolean
}

/**
 * From which share of entries on a playlist is taken for the newer version of a list, where nobody can be asked. A list
 * too many is put right by `--list`; two lists taken for one have changed each other. So a foreign name needs more.
 */
export const bounds = {
  /** Of the shorter one, under the same name. */
  equal: 0.5,
  /** Of the longer one, under the name of a copy: `my-list (1)`. */
  alike: 0.5,
  /** Of the longer one, under any name. */
  other: 0.9,
} as const

/** So few entries are the same by chance, or by taste. */
const MIN_SAME = 5

export function likenessOf(playlist: Playlist, list: KeptList, state: ListState): Likeness {
  const [before, entries] = [state.entries.filter(isNamed), playlist.entries.filter(isNamed)]
  return {
    id: list.id,
    name: list.name,
    at: state.at,
    same: pairEntries(before, entries).length,
    of: Math.max(before.length, entries.length),
    ofShorter: Math.min(before.length, entries.length),
    isRecorded: state.isRecorded,
    names: nameLikeness(playlist, list),
  }
}

/** A row that names nothing, or nothing any more, tells no list from another. */
const isNamed = (entry: Entry) => entry.kind === 'track' || entry.uri !== undefined

/** By the name that is most like it, of all that the list has had. */
export function nameLikeness(playlist: Playlist, { name, formerNames }: KeptList): NameKind {
  const kinds = [name, ...formerNames].map((each) => compareNames(each, playlist.name))
  return nameKinds.find((kind) => kinds.includes(kind)) ?? 'other'
}

/** Nothing would be lost or crossed: one has no entries, or both the same, or all that was kept before a run was killed. */
export function isSame({ names, same, of, ofShorter, isRecorded }: Likeness): boolean {
  if (names === 'other') return false
  return ofShorter === 0 || same === (isRecorded ? of : ofShorter)
}

/** Enough to be taken for it unasked. */
export function isLikeEnough({ names, same, of, ofShorter, isRecorded }: Likeness): boolean {
  if (names === 'other') return same >= Math.max(MIN_SAME, of * bounds.other)
  return same >= (names === 'equal' || !isRecorded ? ofShorter : of) * bounds[names]
}

/** Enough to ask about it. */
export function isWorthAsking({ names, same, of }: Likeness): boolean {
  return names !== 'other' || (same >= 3 && same >= of / 2)
}

/** The likest first. */
export const byLikeness = (a: Likeness, b: Likeness) =>
  rank(a) - rank(b) || b.same / Math.max(1, b.of) - a.same / Math.max(1, a.of)

/** What would be taken unasked comes before what would not, and the same name before others. */
const rank = (one: Likeness) => (isLikeEnough(one) ? 0 : 3) + nameKinds.indexOf(one.names)
