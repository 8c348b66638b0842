import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { Version } from '../../model/version.ts'
import { takeCreditApart } from '../../text/credit.ts'
import { foldText } from '../../text/fold.ts'
import { likeness } from '../../text/likeness.ts'
import { type TitleParts, takeTitleApart } from '../../text/title/title.ts'
import { SAME_RECORDING } from '../../text/versions/kinds.ts'

/**
 * Whether what a provider has found may speak for the track: the same song by the same artist in the same
 * version, and not of another length. Stricter than a search, and no judgement: `match` makes that. `names`
 * are what else the artist is called there. Where the playlist names no artist, album and length must agree:
 * a title alone is that of many songs.
 */
export function isSameSong(
  track: Track,
  recording: Pick<Recording, 'title' | 'artists' | 'album' | 'durationMs'>,
  names: readonly string[] = [],
): boolean {
  const apart = Math.abs((track.durationMs ?? Number.NaN) - (recording.durationMs ?? Number.NaN))
  if (apart > 15_000 || !isSameTitle(track.title, recording.title)) return false
  if (track.artists.length > 0) return sharesName(track.artists, [...recording.artists, ...names])
  const [asked, given] = [foldText(track.album ?? ''), foldText(recording.album ?? '')]
  return apart <= 3000 && asked !== '' && asked === given
}

/**
 * Whether it may be the song under other words: a misspelt name, another version or length, another script. That is
 * too little to say what the track is, and enough to doubt a stranger's claim to it.
 */
export const isLikeSong = (track: Track, recording: Named, names: readonly string[] = []) =>
  hasLikeTitle(track, recording) && hasLikeArtist(track, [...recording.artists, ...names])

/** Whether neither title nor artist are like: an ISRC or a link that leads there is wrong. */
export const isOtherSong = (track: Track, recording: Named, names: readonly string[] = []) =>
  !hasLikeTitle(track, recording) && !hasLikeArtist(track, [...recording.artists, ...names])

type Named = Pick<Recording, 'title' | 'artists'>

function hasLikeTitle(track: Named, recording: Named): boolean {
  const [left, right] = [takeTitleApart(track.title), takeTitleApart(recording.title)]
  return isOtherScript(track.title, recording.title) || hasAlike(titlesOf(left), titlesOf(right))
}

const hasLikeArtist = ({ artists }: Named, credited: readonly string[]) =>
  artists.length === 0 ||
  isOtherScript(artists.join(' '), credited.join(' ')) ||
  hasAlike([...namesOf(artists)], [...namesOf(credited)])

/** Names in two scripts say nothing against one another. */
const isOtherScript = (one: string, other: string) => isLatin(one) !== isLatin(other)
const isLatin = (text: string) => /\p{Script=Latin}/u.test(text) || !/\p{L}/u.test(text)

const hasAlike = (ours: readonly string[], theirs: readonly string[]) =>
  ours.some((one) => theirs.some((other) => isAlike(one, other)))

/** The same words in any order, written together or apart, with others beside them, or misspelt. */
function isAlike(one: string, other: string): boolean {
  if (one === '' || other === '') return false
  if (one.replaceAll(' ', '') === other.replaceAll(' ', '')) return true
  const [ours, theirs] = [new Set(one.split(' ')), new Set(other.split(' '))]
  return ours.isSubsetOf(theirs) || theirs.isSubsetOf(ours) || likeness(one, other, 0.75) > 0
}

function isSameTitle(asked: string, given: string): boolean {
  const [left, right] = [takeTitleApart(asked), takeTitleApart(given)]
  const named = titlesOf(left).some((one) =>
    titlesOf(right).some((other) => likeness(one, other, 0.85) > 0),
  )
  return named && isSameVersion(left.versions, right.versions)
}

/** All that a title calls its song. */
const titlesOf = ({ full, core, aliases }: TitleParts) => [full, core, ...aliases]

/** Whether two titles speak of the same kinds of version, as far as those tell recordings apart. */
export function isSameVersion(left: readonly Version[], right: readonly Version[]): boolean {
  return kindsOf(left).symmetricDifference(kindsOf(right)).size === 0
}

const kindsOf = (versions: readonly Version[]) =>
  new Set(versions.map(({ kind }) => kind).filter((kind) => !SAME_RECORDING.has(kind)))

function sharesName(asked: readonly string[], given: readonly string[]): boolean {
  const theirs = namesOf(given)
  return [...namesOf(asked)].some((name) => theirs.has(name))
}

/** Folded, one by one and as a whole, without `the`. */
export function namesOf(credits: readonly string[]): ReadonlySet<string> {
  const names = credits
    .map(takeCreditApart)
    .flatMap(({ main, names, featured }) => [main, ...names, ...featured])
  return new Set(names.map((name) => name.replace(/^the (?=.)/, '')).filter((name) => name !== ''))
}
