import type { Version, VersionKind } from '../../model/version.ts'
import { likeness, sharedWords } from '../../text/likeness.ts'
import { SAME_RECORDING } from '../../text/versions/kinds.ts'
import { readVersions } from '../../text/versions/versions.ts'
import { keyOf } from '../../text/words.ts'
import type { Prepared } from '../prepare.ts'
import { type LevelOf, SAME_LENGTH_MS, WEIGHTS } from '../weights.ts'

type VersionLevel = LevelOf<'version'>

/** Mostly another cut of the same recording, or the same cut under another name: the length tells. */
const CUTS: ReadonlySet<VersionKind> = new Set<VersionKind>(['edit', 'extended', 'version'])

export function compareVersions(left: Prepared, right: Prepared): VersionLevel {
  const level = compareKinds(left, right)
  if (WEIGHTS.version[level] <= WEIGHTS.version.unread) return level
  // The same words, in brackets or not: `G.N.O. (Girls Night Out)`.
  if (left.title.key === right.title.key) return level
  const isUnread =
    (left.unread.length > 0 && hasUnread(left, right)) ||
    (right.unread.length > 0 && hasUnread(right, left))
  return isUnread || hasTail(left, right) || hasTail(right, left) ? 'unread' : level
}

/** `Blue Harbour Lofi`, `Blue Harbour x Tin Shed` beside `Blue Harbour`: a version without a bracket, or another song. */
function hasTail({ title, versions }: Prepared, { core }: Prepared): boolean {
  if (title.folded.charCodeAt(core.folded.length) !== 0x20 || versions.length > 0) return false
  if (!title.folded.startsWith(core.folded)) return false
  const tail = title.folded.slice(core.folded.length + 1)
  if (/^(?:x|vs) /.test(tail)) return true
  return readVersions(tail)?.some(({ kind }) => !SAME_RECORDING.has(kind)) === true
}

/** A suffix of one side that may be a version's name and that the other does not have. */
function hasUnread(own: Prepared, other: Prepared): boolean {
  return own.unread.some(
    (suffix) =>
      !other.subtitles.some((subtitle) => isLike(suffix, subtitle)) &&
      // `A (B)` is `B (A)` and `A / B`.
      other.core.folded !== suffix &&
      !other.names.some(({ folded }) => folded === suffix) &&
      // `Umbrella - Lindbergh Palace` is `Umbrella (Lindbergh Palace remix)`.
      !other.versions.some(({ detail }) => detail === suffix) &&
      !names(own, suffix) &&
      !names(other, suffix),
  )
}

const isLike = (left: string, right: string) =>
  likeness(left, right, 0.7) > 0 || sharedWords(left.split(' '), right.split(' ')) >= 0.5

/** `Hurt (Johnny Cash)`, `Hurt (+ Ada Holm)`: who plays it, not how. */
function names({ artists, featured }: Pick<Prepared, 'artists' | 'featured'>, suffix: string) {
  const name = suffix.replace(/^(?:and|with|w|x|vs|con|avec|mit) /, '')
  return (
    artists.some(({ folded }) => folded === name) || featured.some(({ folded }) => folded === name)
  )
}

function compareKinds(left: Prepared, right: Prepared): VersionLevel {
  if (left.versions.length === 0 && right.versions.length === 0) {
    if (left.live !== right.live && (left.live === 'yes' || right.live === 'yes'))
      return 'live-album'
    return 'none'
  }
  const l = left.versions.filter((version) => tellsApart(version, left, right))
  const r = right.versions.filter((version) => tellsApart(version, right, left))
  const alone = [...unmatched(l, r, right), ...unmatched(r, l, left)]
  if (alone.length > 0) return levelOfAlone(alone, left, right)
  if (l.length > 0 && r.length > 0) return compareDetails(l, r)
  // Live by its title here, by its album there.
  if (l.length > 0 || r.length > 0) return 'same-kind'
  if (left.live !== right.live && (left.live === 'yes' || right.live === 'yes')) return 'live-album'
  return 'remark'
}

/** One side alone names these. */
function levelOfAlone(alone: readonly Version[], left: Prepared, right: Prepared): VersionLevel {
  if (alone.some(({ kind }) => !CUTS.has(kind))) return 'another-version'
  const isSameLength = Math.abs(left.durationMs - right.durationMs) <= SAME_LENGTH_MS
  const isKnown = left.durationMs > 0 && right.durationMs > 0
  if (alone.every(({ detail }) => detail === '')) {
    if (!isKnown || !isSameLength) return 'another-length'
    // `(2020 Version)` is a remaster, or the song recorded anew.
    return alone.some(isOfYear) ? 'unread' : 'named-otherwise'
  }
  // `Taylor's Version` is what an artist calls a song recorded anew; whose a `Tin Shed Version` is, nobody can tell.
  const isAnew = alone.some(({ detail }) => isArtists(detail, left) || isArtists(detail, right))
  if (isAnew || (isKnown && !isSameLength)) return 'another-version'
  return alone.every(({ kind }) => kind === 'version') || isKnown ? 'unread' : 'another-version'
}

const isOfYear = ({ kind, year }: Version) => kind === 'version' && year !== undefined

const isArtists = (detail: string, { artists }: Prepared) =>
  artists.some(({ key, words }) => detail === `${words[0]}s` || detail === `${key}s`)

function tellsApart({ kind, detail }: Version, own: Prepared, other: Prepared): boolean {
  if (SAME_RECORDING.has(kind)) return false
  // `(by The Lanterns)`, of the Lanterns' own song.
  if (kind === 'cover') return !own.artists.some(({ key }) => key === keyOf(detail))
  if (kind !== 'version' || detail === '') return true
  // "Nevermind Version" of the album Nevermind; "Glee Cast Version" by the Glee Cast.
  return ![own.album, other.album, own.artist].some((name) => name?.folded === detail)
}

/** What one side says and the other does not, neither in its versions nor by its album or subtitle. */
function unmatched(
  versions: readonly Version[],
  others: readonly Version[],
  other: Prepared,
): readonly Version[] {
  return versions.filter(({ kind, detail }) => {
    if (others.some((version) => version.kind === kind)) return false
    if (kind === 'live') return other.live === 'no'
    // Unplugged is live and acoustic, said with one word.
    if (kind === 'acoustic' && others.some(isUnplugged)) return false
    if (kind === 'acoustic') return !isLive(others) || isLive(versions)
    return detail === '' || other.versions.length > 0 || !other.subtitles.includes(detail)
  })
}

const isUnplugged = ({ kind, detail }: Version) => kind === 'live' && /\bunplugged\b/.test(detail)

const isLive = (versions: readonly Version[]) => versions.some(({ kind }) => kind === 'live')

/** Looked at from both sides: one may say more than the other, as `Song (Live) (Live in Oslo)` does. */
function compareDetails(left: readonly Version[], right: readonly Version[]): VersionLevel {
  const [there, back] = [findDetails(left, right), findDetails(right, left)]
  return WEIGHTS.version[there] <= WEIGHTS.version[back] ? there : back
}

/** How well what `left` says is found in `right`: the worst of its versions, each beside the one nearest to it. */
function findDetails(left: readonly Version[], right: readonly Version[]): VersionLevel {
  let worst: VersionLevel = 'same'
  for (const version of left) {
    const others = right.filter(({ kind }) => kind === version.kind)
    if (others.length === 0) continue
    const levels = others.map((other) => compareDetail(version, other))
    const nearest = levels.reduce((best, level) => (heavier(level, best) ? level : best))
    // `(Remix) (5.1 Mix)`: not the remix that the other side has, but one more.
    if (version.kind === 'remix' && nearest === 'same-kind' && isFurther(version, left, others))
      return 'another-detail'
    if (heavier(worst, nearest)) worst = nearest
  }
  return worst
}

const isFurther = (version: Version, own: readonly Version[], others: readonly Version[]) =>
  version.detail !== '' &&
  own.some((one) => one.kind === version.kind && others.some(({ detail }) => detail === one.detail))

function compareDetail(left: Version, right: Version): VersionLevel {
  if (left.year !== undefined && right.year !== undefined && left.year !== right.year)
    return 'another-detail'
  if (left.detail === right.detail) return 'same'
  if (left.detail === '' || right.detail === '') return 'same-kind'
  return alikeDetails(left.detail, right.detail) ? 'remark' : 'another-detail'
}

const heavier = (left: VersionLevel, right: VersionLevel) =>
  WEIGHTS.version[left] > WEIGHTS.version[right]

function alikeDetails(left: string, right: string): boolean {
  if (likeness(left, right, 0.7) > 0) return true
  const l = left.split(' ')
  const r = right.split(' ')
  return l.every((word) => r.includes(word)) || r.every((word) => l.includes(word))
}
