import type { ArtistNames, NameHolder } from '../model/artist-names.ts'
import { compareArtists } from './compare-artists.ts'
import { has, type Name } from './name.ts'
import type { Prepared } from './prepare.ts'
import { type LevelOf, WEIGHTS } from './weights.ts'

type ArtistLevel = LevelOf<'artist'>
/** How two different names belong together. */
type Relation = 'same-artist' | 'shared-alias' | 'other-project'

/** Of a credit with more names, only the first ones are looked up. */
const MAX_NAMES = 16

/**
 * Compares the credits of two records again, where their names do not agree and it is known who else is called
 * what: names of one artist count as one name, so that all the rules for credits hold for aliases too. What is no
 * sure alias, one that several artists have or another project of the same person, is worth little: it never turns
 * two artists into one.
 */
export function compareAliases(left: Prepared, right: Prepared, plain: ArtistLevel): ArtistLevel {
  const names = left.artistNames ?? right.artistNames
  if (names === undefined || plain === 'missing' || plain === 'tribute') return plain
  if (WEIGHTS.artist[plain] >= WEIGHTS.artist['alias-among-several']) return plain
  const related = relate(left, right, names)
  if (related.length === 0) return plain
  const sure = related.filter(({ relation }) => relation === 'same-artist')
  let best: ArtistLevel = plain
  if (sure.length > 0) best = better(best, sureLevel(compareAs(sure, left, right)))
  if (sure.length === related.length || WEIGHTS.artist[best] >= 0) return best
  const unsure = related.some(({ relation }) => relation === 'shared-alias')
    ? 'shared-alias'
    : 'other-project'
  const joined = compareAs(related, left, right)
  return WEIGHTS.artist[joined] > WEIGHTS.artist[unsure] ? better(best, unsure) : best
}

const better = (one: ArtistLevel, other: ArtistLevel) =>
  WEIGHTS.artist[other] > WEIGHTS.artist[one] ? other : one

/** The level that says by what the credits agree: by an alias. */
function sureLevel(joined: ArtistLevel): ArtistLevel {
  if (WEIGHTS.artist[joined] >= WEIGHTS.artist['same-artist']) return 'same-artist'
  return better(joined, 'alias-among-several') === joined ? 'alias-among-several' : joined
}

/** Whether a piece of a title is an alias of this artist, and of nobody else. */
export function readsAsAlias(piece: Name, artist: Name, names: ArtistNames | undefined): boolean {
  const holders = names?.holdersOf(piece.key) ?? []
  if (names === undefined || holders.length === 0) return false
  return relationOf(holders, names.holdersOf(artist.key)) === 'same-artist'
}

interface Related {
  readonly left: Name
  readonly right: Name
  readonly relation: Relation
}

/** Every two names, one of each side, that are not the same but known to belong together. */
function relate(left: Prepared, right: Prepared, names: ArtistNames): readonly Related[] {
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

/** Compares the credits with names that belong together written alike on both sides. */
function compareAs(related: readonly Related[], left: Prepared, right: Prepared): ArtistLevel {
  const written = new Map<string, Name>()
  for (const { left: one, right: other } of related) {
    const [a, b] = [written.get(one.key) ?? one, written.get(other.key) ?? other]
    const [first, second] = a.key < b.key ? [a, b] : [b, a]
    for (const [key, name] of written) if (name.key === second.key) written.set(key, first)
    for (const { key } of [one, other, a, b]) written.set(key, first)
  }
  return compareArtists(writeAlike(left, written), writeAlike(right, written))
}

function writeAlike(record: Prepared, written: ReadonlyMap<string, Name>): Prepared {
  const write = (names: readonly Name[]) => {
    const seen: Name[] = []
    // A name stands in its place once more as an object of its own: it does not count twice.
    for (const name of names) {
      const other = written.get(name.key) ?? name
      seen.push(has(seen, other.key) ? { ...other } : other)
    }
    return seen
  }
  const artists = write(record.artists)
  return {
    ...record,
    artists,
    artist: artists[0],
    featured: write(record.featured),
    people: write(record.people),
    also: write(record.also),
  }
}
