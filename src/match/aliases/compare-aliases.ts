import { compareArtists } from '../fields/compare-artists.ts'
import { compareGuests } from '../fields/compare-guests.ts'
import { has, type Name } from '../name.ts'
import type { Prepared } from '../prepare.ts'
import { type LevelOf, WEIGHTS } from '../weights.ts'
import { type Related, relate } from './related-names.ts'

type ArtistLevel = LevelOf<'artist'>

/**
 * Compares the credits of two records again, where their names do not agree and it is known who else is called
 * what: names of one artist count as one name, so that all the rules for credits hold for aliases too. What is no
 * sure alias, one that several artists have or another project of the same person, leaves a question: it never
 * turns two artists into one.
 */
export function compareAliases(left: Prepared, right: Prepared, plain: ArtistLevel): ArtistLevel {
  const names = left.artistNames ?? right.artistNames
  if (names === undefined || plain === 'missing' || plain === 'tribute') return plain
  if (WEIGHTS.artist[plain] >= WEIGHTS.artist['alias-among-several']) return plain
  const related = relate(left, right, names)
  if (related.length === 0) return plain
  const sure = related.filter(({ relation }) => relation === 'same-artist')
  let best: ArtistLevel = plain
  if (sure.length > 0)
    best = better(best, sureLevel(compareArtists(...writeAlike(sure, left, right))))
  if (sure.length === related.length || WEIGHTS.artist[best] >= 0) return best
  const unsure = related.some(({ relation }) => relation === 'shared-alias')
    ? 'shared-alias'
    : 'other-project'
  const joined = compareArtists(...writeAlike(related, left, right))
  return WEIGHTS.artist[joined] > WEIGHTS.artist[unsure] ? better(best, unsure) : best
}

const better = (one: ArtistLevel, other: ArtistLevel) =>
  WEIGHTS.artist[other] > WEIGHTS.artist[one] ? other : one

/** The level that says by what the credits agree: by an alias. */
function sureLevel(joined: ArtistLevel): ArtistLevel {
  if (WEIGHTS.artist[joined] >= WEIGHTS.artist['same-artist']) return 'same-artist'
  return better(joined, 'alias-among-several') === joined ? 'alias-among-several' : joined
}

/** The guests, compared again as the credits are. */
export function compareGuestAliases(
  left: Prepared,
  right: Prepared,
  plain: LevelOf<'guests'>,
): LevelOf<'guests'> {
  const names = left.artistNames ?? right.artistNames
  if (names === undefined || plain === 'shared') return plain
  if (left.featured.length + right.featured.length === 0) return plain
  const sure = relate(left, right, names).filter(({ relation }) => relation === 'same-artist')
  return sure.length > 0 ? compareGuests(...writeAlike(sure, left, right)) : plain
}

/** Both records, with names that belong together written alike. */
function writeAlike(
  related: readonly Related[],
  left: Prepared,
  right: Prepared,
): readonly [Prepared, Prepared] {
  const written = new Map<string, Name>()
  for (const { left: one, right: other } of related) {
    const [a, b] = [written.get(one.key) ?? one, written.get(other.key) ?? other]
    const [first, second] = a.key < b.key ? [a, b] : [b, a]
    for (const [key, name] of written) if (name.key === second.key) written.set(key, first)
    for (const { key } of [one, other, a, b]) written.set(key, first)
  }
  return [write(left, written), write(right, written)]
}

function write(record: Prepared, written: ReadonlyMap<string, Name>): Prepared {
  const writeAll = (names: readonly Name[]) => {
    const seen: Name[] = []
    // A name stands in its place once more as an object of its own: it does not count twice.
    for (const name of names) {
      const other = written.get(name.key) ?? name
      seen.push(has(seen, other.key) ? { ...other } : other)
    }
    return seen
  }
  const artists = writeAll(record.artists)
  return {
    ...record,
    artists,
    artist: artists[0],
    also: writeAll(record.also),
    featured: writeAll(record.featured),
    people: writeAll(record.people),
  }
}
