import { editDistance, likeness, sharedWords } from '../text/likeness.ts'
import type { Version, VersionKind } from '../text/versions.ts'
import type { Name, Prepared } from './prepare.ts'
import type { LevelOf } from './weights.ts'

export function compareTitles(left: Prepared, right: Prepared): LevelOf<'title'> {
  if (left.title.folded === right.title.folded)
    return left.title.folded === '' ? 'missing' : 'exact'
  if (left.title.folded === '' || right.title.folded === '') return 'missing'
  if (left.title.key === right.title.key) return 'spelling'
  const plain = left.subtitles.length === 0 || right.subtitles.length === 0
  if (left.core.key === right.core.key) {
    if (!plain) return 'another subtitle'
    return sameNumbers(left.title, right.title) ? 'subtitle' : 'another number'
  }
  const level = compareNames(left.title, right.title)
  if (level !== 'different' || plain) return level
  return compareNames(left.core, right.core) === 'one edit' ? 'another subtitle' : level
}

const sameNumbers = (left: Name, right: Name) => left.numbers === right.numbers

function compareNames(left: Name, right: Name): LevelOf<'title'> {
  const longer = Math.max(left.key.length, right.key.length)
  const shorter = Math.min(left.key.length, right.key.length)
  const allowed = longer < 4 ? 0 : Math.max(1, Math.floor(longer * 0.2))
  const distance = editDistance(left.key, right.key, allowed)
  const near = distance <= allowed
  if (near && !sameNumbers(left, right)) return 'another number'
  if (near) return distance === 1 || distance <= longer * 0.08 ? 'one edit' : 'few edits'
  if (
    shorter >= 5 &&
    (left.folded.startsWith(`${right.folded} `) || right.folded.startsWith(`${left.folded} `))
  )
    return sameNumbers(left, right) ? 'begins the same' : 'another number'
  if (sharedWords(left.words, right.words) >= 0.6)
    return sameNumbers(left, right) ? 'many words' : 'another number'
  return 'different'
}

export function compareArtists(left: Prepared, right: Prepared): LevelOf<'artist'> {
  const l = left.artist
  const r = right.artist
  if (l === undefined || r === undefined) return 'missing'
  if (l.key === r.key) return 'exact'
  const [firstLeft] = left.artists
  const [firstRight] = right.artists
  if (right.artists.some(({ key }) => key === l.key)) return 'among several'
  if (left.artists.some(({ key }) => key === r.key)) return 'among several'
  if (firstLeft === undefined || firstRight === undefined) return 'missing'
  let shared = 0
  for (const name of left.artists) if (right.artists.some(({ key }) => key === name.key)) shared++
  if (shared > 0) return shared > 1 ? 'same names' : 'among several'
  if (right.guests.some(({ key }) => key === l.key) || left.guests.some(({ key }) => key === r.key))
    return 'guest'
  const distance = editDistance(l.key, r.key, 3)
  const longer = Math.max(l.key.length, r.key.length)
  if (distance === 1 && longer > 4) return 'one edit'
  if (likeness(l.key, r.key, 0.75) > 0) return 'few edits'
  for (const a of left.artists)
    for (const b of right.artists) if (likeness(a.key, b.key, 0.85) > 0) return 'few edits'
  if (contains(l, r) || contains(r, l)) return 'shorter'
  if (sharedWords(l.words, r.words) > 0) return 'some words'
  return 'different'
}

/** All words of the one in the other, and the first or last among them. */
function contains(longer: Name, shorter: Name): boolean {
  return (
    ` ${longer.folded} `.includes(` ${shorter.folded} `) &&
    (longer.folded.startsWith(shorter.folded) || longer.folded.endsWith(shorter.folded))
  )
}

/** Kinds that make another recording. */
const APART: ReadonlySet<VersionKind> = new Set<VersionKind>([
  'live',
  'remix',
  'acoustic',
  'instrumental',
  'karaoke',
  'cover',
  'demo',
  'edit',
  'extended',
  'a cappella',
  'arrangement',
  'rerecorded',
  'alternate',
  'speed',
  'language',
  'excerpt',
  'reprise',
  'commentary',
  'dj mix',
  'version',
])

export function compareVersions(left: Prepared, right: Prepared): LevelOf<'version'> {
  if (left.versions.length === 0 && right.versions.length === 0)
    return left.liveAlbum === right.liveAlbum ? 'same' : 'live album'
  const l = apart(left)
  const r = apart(right)
  for (const version of l)
    if (!r.some(({ kind }) => kind === version.kind)) {
      if (version.kind === 'live' && right.liveAlbum) continue
      return 'another version'
    }
  for (const version of r)
    if (!l.some(({ kind }) => kind === version.kind)) {
      if (version.kind === 'live' && left.liveAlbum) continue
      return 'another version'
    }
  if (l.length === 0 && r.length === 0) {
    if (left.liveAlbum !== right.liveAlbum) return 'live album'
    return 'remark'
  }
  return compareDetails(l, r)
}

const apart = ({ versions }: Prepared) => versions.filter(({ kind }) => APART.has(kind))

function compareDetails(left: readonly Version[], right: readonly Version[]): LevelOf<'version'> {
  let level: LevelOf<'version'> = 'same'
  for (const { kind, detail, year } of left) {
    const other = right.find((version) => version.kind === kind)
    if (other === undefined || detail === other.detail) continue
    if (detail === '' || other.detail === '') level = 'same kind'
    else if (
      likeness(detail, other.detail, 0.7) === 0 &&
      !detail.includes(other.detail) &&
      !other.detail.includes(detail)
    )
      return 'another detail'
    if (year !== undefined && other.year !== undefined && year !== other.year)
      return 'another detail'
  }
  return level
}

export function compareAlbums(left: Prepared, right: Prepared): LevelOf<'album'> {
  const l = left.album
  const r = right.album
  if (l === undefined || r === undefined) return 'missing'
  if (l.key === r.key) return 'exact'
  if (likeness(l.key, r.key, 0.8) > 0) return 'close'
  const [longer, shorter] = l.folded.length > r.folded.length ? [l, r] : [r, l]
  if (shorter.folded.length > 3 && ` ${longer.folded} `.includes(` ${shorter.folded} `))
    return 'contained'
  return 'different'
}

export function compareDurations(left: Prepared, right: Prepared): LevelOf<'duration'> {
  if (left.durationMs === 0 || right.durationMs === 0) return 'missing'
  const apart = Math.abs(left.durationMs - right.durationMs)
  if (apart <= 1100) return 'within 1 s'
  if (apart <= 3100) return 'within 3 s'
  if (apart <= 7000) return 'within 7 s'
  if (apart <= 15_000) return 'within 15 s'
  if (apart <= 30_000) return 'within 30 s'
  return apart <= 60_000 ? 'within 60 s' : 'over 60 s'
}

export function compareYears(left: Prepared, right: Prepared): LevelOf<'year'> {
  if (left.year === 0 || right.year === 0) return 'missing'
  const apart = Math.abs(left.year - right.year)
  return apart === 0 ? 'exact' : apart === 1 ? 'one off' : 'different'
}

export function compareIsrcs(left: Prepared, right: Prepared): LevelOf<'isrc'> {
  if (left.isrc === '' || right.isrc === '') return 'missing'
  return left.isrc === right.isrc ? 'exact' : 'different'
}
