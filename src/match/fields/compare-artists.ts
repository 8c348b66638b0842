import { playsOthers } from '../../text/credit.ts'
import { has, type Name } from '../name.ts'
import type { Prepared } from '../prepare.ts'
import type { LevelOf } from '../weights.ts'
import { compareNames, readsAsArtist } from './compare-artist-names.ts'
import { compareArtistScripts } from './compare-scripts.ts'

type ArtistLevel = LevelOf<'artist'>

export function compareArtists(left: Prepared, right: Prepared): ArtistLevel {
  const l = left.artist
  const r = right.artist
  if (l === undefined || r === undefined) return 'missing'
  if (l.key === r.key)
    return othersDiffer(left, right) && countShared(left.artists, right.artists) < 2
      ? 'one-in-common'
      : 'exact'
  const level = isOneName(left) && isOneName(right) ? undefined : compareSeveral(left, right)
  if (level !== undefined) return level
  return left.isTribute === right.isTribute ? compareCredits(left, right) : 'tribute'
}

/** Nobody else is named beside the one artist, who has no other form. */
const isOneName = ({ artists, also, featured }: Prepared) =>
  artists.length === 1 && also.length === 0 && featured.length === 0

/** What the names of both sides have in common, guests and other forms among them. */
function compareSeveral(left: Prepared, right: Prepared): ArtistLevel | undefined {
  const [l, r] = [left.artist?.key ?? '', right.artist?.key ?? '']
  const shared = countShared(left.artists, right.artists)
  const isOnRight = has(right.artists, l)
  const isOnLeft = has(left.artists, r)
  if (isOnRight || isOnLeft) {
    const [one, other] = isOnRight ? [left, right] : [right, left]
    // Both names on both sides are one credit in another order.
    if (isOnRight !== isOnLeft && other.isTribute && !one.isTribute) return 'tribute'
    if (shared > 1) return 'same-names'
    if (othersDiffer(left, right)) return 'one-in-common'
    return firstOf(left) === firstOf(right) ? 'first-of-several' : 'among-several'
  }
  if (shared > 1) return 'same-names'
  if (has(left.also, r) || has(right.also, l)) return 'other-form'
  return compareWithGuests(left, right)
}

/** Nobody is called exactly alike on both sides, or one of several is. */
function compareCredits(left: Prepared, right: Prepared): ArtistLevel {
  // `Nirvana (UK)` and `Nirvana (US)`: the brackets are there to tell them apart.
  if (left.also.some(({ key }) => has(right.also, key))) return 'some-words'
  const isShared = countShared(left.artists, right.artists) === 1
  let best: ArtistLevel = isShared ? 'one-in-common' : 'different'
  // What two duets have in common is one of their singers.
  if (!othersDiffer(left, right)) {
    for (const a of left.artists)
      for (const b of right.artists) if (a.key !== b.key) best = better(best, compareNames(a, b))
  } else if (best === 'different') best = 'some-words'
  if (best === 'different' || best === 'some-words')
    if (inAlbum(left, right) || inAlbum(right, left)) return 'in-album'
  if (best === 'different' && left.artistScript !== right.artistScript)
    return compareArtistScripts(left, right)
  return best
}

/** Where a main artist of one side is a guest of the other. */
function compareWithGuests(left: Prepared, right: Prepared): ArtistLevel | undefined {
  const [there, back] = [isGuest(left, right), isGuest(right, left)]
  if (there && back) return 'swapped'
  // A mixtape's makers say less about whose song it is than the one who invites a guest.
  const isAmongFew = left.people.length < 2 && right.people.length < 2
  if ((there || back) && isAmongFew) return 'featured'
  return there || back || crossed(left, right) ? 'as-featured' : undefined
}

/** The one's main artist is a guest of the other. */
const isGuest = ({ artist }: Prepared, { featured }: Prepared) =>
  artist !== undefined && has(featured, artist.key)

/** How many names both have; two spellings of one name are one. */
export function countShared(left: readonly Name[], right: readonly Name[]): number {
  let shared = 0
  for (const name of left)
    if (has(right, name.key) && left.find(({ key }) => key === name.key) === name) shared++
  return shared
}

/** Services credit the one whose song it is first. */
const firstOf = ({ people }: Prepared) => people[0]?.key

/**
 * Each side names someone whom the other does not know: two duets of one singer, two performances of
 * one composer's work.
 */
function othersDiffer(left: Prepared, right: Prepared): boolean {
  return (
    left.people.length > 1 &&
    right.people.length > 1 &&
    left.people.some((name) => !isKnown(name, right)) &&
    right.people.some((name) => !isKnown(name, left))
  )
}

/** Whether the name is anybody's of that side. */
export const isKnown = (name: Name, { artists, also, featured }: Prepared) =>
  [artists, also, featured].some((names) =>
    names.some((other) => other.key === name.key || readsAsArtist(name, other)),
  )

/** One of several main artists is a featured artist of the other side. */
function crossed(left: Prepared, right: Prepared): boolean {
  if (left.artists.length < 2 && right.artists.length < 2) return false
  return countShared(left.artists, right.featured) + countShared(right.artists, left.featured) > 0
}

/** The album is by the other side's artist, or bears its name. */
function inAlbum({ artist }: Prepared, { album, albumArtists }: Prepared): boolean {
  if (artist === undefined) return false
  if (has(albumArtists, artist.key)) return true
  if (album === undefined || artist.key.length < 4 || playsOthers(album.folded)) return false
  return (
    !COLLECTION.test(album.folded) &&
    ` ${album.folded} `.includes(` ${artist.folded.replace(/^the /, '')} `)
  )
}

const COLLECTION = /\b(?:best|hits|salute|style|performed|performs|inspired|presents?)\b(?! the)/

const ORDER: readonly ArtistLevel[] = [
  'one-edit',
  'stage-name',
  'middle-name',
  'reversed',
  'few-edits',
  'first-name',
  'longer-name',
  'initials',
  'one-in-common',
  'one-word',
  'some-words',
  'different',
]

const better = (left: ArtistLevel, right: ArtistLevel) =>
  ORDER.indexOf(left) <= ORDER.indexOf(right) ? left : right
