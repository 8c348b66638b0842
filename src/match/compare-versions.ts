import type { Version, VersionKind } from '../model/version.ts'
import { likeness, sharedWords } from '../text/likeness.ts'
import { SAME_RECORDING } from '../text/version-kinds.ts'
import type { Prepared } from './prepare.ts'
import { type LevelOf, SAME_LENGTH_MS, WEIGHTS } from './weights.ts'

type VersionLevel = LevelOf<'version'>

/** Mostly another cut of the same recording, or the same cut under another name: the length tells. */
const CUTS: ReadonlySet<VersionKind> = new Set<VersionKind>(['edit', 'extended', 'version'])

export function compareVersions(left: Prepared, right: Prepared): VersionLevel {
  const level = compareKinds(left, right)
  if (WEIGHTS.version[level] <= WEIGHTS.version.unread) return level
  // The same words, in brackets or not: `G.N.O. (Girls Night Out)`.
  if (left.title.key === right.title.key) return level
  return hasUnread(left, right) || hasUnread(right, left) ? 'unread' : level
}

/** A suffix of one side that may be a version's name and that the other does not have. */
function hasUnread({ unread, ...own }: Prepared, other: Prepared): boolean {
  return unread.some(
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
  if (alone.length > 0) {
    if (!alone.every((version) => isCut(version, left))) return 'another-version'
    const apart = Math.abs(left.durationMs - right.durationMs)
    const known = left.durationMs > 0 && right.durationMs > 0
    return known && apart <= SAME_LENGTH_MS ? 'named-otherwise' : 'another-length'
  }
  if (l.length > 0 && r.length > 0) return compareDetails(l, r)
  // Live by its title here, by its album there.
  if (l.length > 0 || r.length > 0) return 'same-kind'
  if (left.live !== right.live && (left.live === 'yes' || right.live === 'yes')) return 'live-album'
  return 'remark'
}

/** But `Taylor's Version` is what an artist calls a song recorded anew. */
function isCut({ kind, detail }: Version, { artists }: Prepared): boolean {
  if (!CUTS.has(kind)) return false
  return !artists.some(({ key, words }) => detail === `${words[0]}s` || detail === `${key}s`)
}

function tellsApart({ kind, detail }: Version, own: Prepared, other: Prepared): boolean {
  if (SAME_RECORDING.has(kind)) return false
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
    if (kind === 'acoustic') return !others.some((version) => version.kind === 'live')
    return detail === '' || other.versions.length > 0 || !other.subtitles.includes(detail)
  })
}

/** Looked at from both sides: one may say more than the other, as `Song (Live) (Live in Oslo)` does. */
function compareDetails(left: readonly Version[], right: readonly Version[]): VersionLevel {
  const [there, back] = [findDetails(left, right), findDetails(right, left)]
  return WEIGHTS.version[there] <= WEIGHTS.version[back] ? there : back
}

/** How well what `left` says is found in `right`. */
function findDetails(left: readonly Version[], right: readonly Version[]): VersionLevel {
  let level: VersionLevel = 'same'
  for (const { kind, detail, year } of left) {
    const others = right.filter((version) => version.kind === kind)
    const [other] = others
    if (other === undefined) continue
    if (year !== undefined && other.year !== undefined && year !== other.year)
      return 'another-detail'
    if (others.some((version) => version.detail === detail)) continue
    if (detail === '' || other.detail === '') level = 'same-kind'
    else if (!alikeDetails(detail, other.detail)) return 'another-detail'
    else if (level === 'same') level = 'remark'
  }
  return level
}

function alikeDetails(left: string, right: string): boolean {
  if (likeness(left, right, 0.7) > 0) return true
  const l = left.split(' ')
  const r = right.split(' ')
  return l.every((word) => r.includes(word)) || r.every((word) => l.includes(word))
}
