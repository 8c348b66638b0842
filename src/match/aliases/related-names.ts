import type { ArtistNames, NameHolder } from '../../model/artist-names.ts'
import { readsAsArtist } from '../fields/compare-artist-names.ts'
import type { Name } from '../name.ts'
import type { Prepared } from '../prepare.ts'

// Which names belong together, where it is known who is called what.

/** How two different names belong together. */
type Relation = 'same-artist' | 'shared-alias' | 'other-project'

/** Of a credit with more names, only the first ones are looked up. */
const MAX_NAMES = 16

/** Whether two keys of names are aliases of one artist, and of nobody else. */
export function areOneArtist(left: string, right: string, names: ArtistNames): boolean {
  const holders = names.holdersOf(left)
  return holders.length > 0 && relationOf(holders, names.holdersOf(right)) === 'same-artist'
}

/** Whether a name may be this artist's: it is like it, or an alias of it. */
export const mayNameArtist = (name: Name, artist: Name, names: ArtistNames | undefined) =>
  readsAsArtist(name, artist) || (names !== undefined && areOneArtist(name.key, artist.key, names))

export interface Related {
  readonly left: Name
  readonly right: Name
  readonly relation: Relation
}

/** Every two names, one of each side, that are not the same but known to belong together. */
export function relate(left: Prepared, right: Prepared, names: ArtistNames): readonly Related[] {
  // Most artists have one name: then nothing of the other side is looked up.
  const lefts = holdersIn(left, names)
  if (lefts.length === 0) return NONE
  const rights = holdersIn(right, names)
  const related: Related[] = []
  for (const one of lefts)
    for (const other of rights) {
      if (one.name.key === other.name.key) continue
      const relation = relationOf(one.holders, other.holders)
      if (relation) related.push({ left: one.name, right: other.name, relation })
    }
  return related
}

const NONE: readonly Related[] = []

interface KnownName {
  readonly name: Name
  readonly holders: readonly NameHolder[]
}

function holdersIn(record: Prepared, names: ArtistNames): readonly KnownName[] {
  const known: KnownName[] = []
  let left = MAX_NAMES
  for (const list of [record.artists, record.also, record.featured])
    for (const name of list) {
      if (left-- === 0) return known
      const holders = names.holdersOf(name.key)
      if (holders.length > 0) known.push({ name, holders })
    }
  return known
}

function relationOf(
  left: readonly NameHolder[],
  right: readonly NameHolder[],
): Relation | undefined {
  let relation: Relation | undefined
  for (const one of left)
    for (const other of right) {
      if (one.artist === undefined || one.artist !== other.artist || one.list !== other.list)
        continue
      if (one.isProject || other.isProject) relation ??= 'other-project'
      else if (isSure(one, left) && isSure(other, right)) return 'same-artist'
      else relation = 'shared-alias'
    }
  return relation
}

/** Whether no list knows another artist by this name; what the user's own list says, others do not make doubtful. */
function isSure({ list, isOwn, artist }: NameHolder, holders: readonly NameHolder[]): boolean {
  const relevant = holders.filter((each) => !each.isProject && (!isOwn || each.isOwn))
  return relevant.every(
    (each, at) =>
      (each.list !== list || each.artist === artist) &&
      relevant.findIndex((other) => other.list === each.list) === at,
  )
}
