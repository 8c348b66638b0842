import { foldText } from '../text/fold.ts'
import { likeness } from '../text/likeness.ts'
import { readVersions } from '../text/versions/versions.ts'
import { mayNameArtist } from './aliases/related-names.ts'
import { has, type Name, nameOf } from './name.ts'
import type { Prepared } from './prepare.ts'
import { type PreparedTitle, prepareTitle } from './prepare-title.ts'

/**
 * Other ways to read a record whose title may hold more than the title, as tags and file names do:
 * the artist before it, the album behind it, the track's number in front. A piece counts as artist
 * or album only where the record itself, or the one it is compared with, has it as such.
 */
export function parsesOf(record: Prepared, other: Prepared): readonly Prepared[] {
  const parses = [record, ...withTail(record, other)]
  if (!record.mayHide) return parses
  const { numbered } = record.hidden()
  if (numbered !== undefined) parses.push(withTitle(record, numbered))
  for (const parse of [...parses]) parses.push(...withoutArtist(parse, other))
  for (const parse of [...parses]) parses.push(...withoutAlbum(parse, other))
  for (const parse of parses.slice(1)) parses.push(...withTail(parse, other))
  return parses
}

/** Whether a title goes on behind the other one's: version words may stand there without a bracket. */
export const hasTail = ({ title }: Prepared, { core }: Prepared) =>
  title.folded.charCodeAt(core.folded.length) === 0x20 && title.folded.startsWith(core.folded)

/**
 * `Emerge Junkie XL Remix` beside `Emerge (Junkie XL Remix)`, `Emerge HQ` beside `Emerge`. Where the other side
 * names no version, only what people write behind a video's name: else `Talk Dirty` would be `Talk`.
 */
function withTail(record: Prepared, other: Prepared): readonly Prepared[] {
  if (!hasTail(record, other)) return []
  const tail = foldText(record.text).slice(other.core.folded.length + 1)
  const versions = readVersions(tail)
  const isRead =
    versions !== undefined &&
    (other.versions.length > 0 || versions.every(({ kind }) => kind === 'video'))
  return isRead ? [withTitle(record, prepareTitle(`${other.core.folded} (${tail})`))] : []
}

function withoutArtist(record: Prepared, other: Prepared): readonly Prepared[] {
  const artist = record.artist ?? other.artist
  const isNamed = (name: Name) =>
    [record, other].some(
      (side) =>
        has(side.artists, name.key) ||
        (side.artist !== undefined && mayNameArtist(name, side.artist, record.artistNames)),
    )
  // Where no one is named on either side, the title behind the dash must speak for itself.
  const found = record
    .hidden()
    .heads.filter(({ name }) => artist === undefined || isNamed(name))
    .flatMap(({ name, rest }) => {
      const same = name.key === artist?.words.join('')
      const titles = [rest(), rest().hidden().numbered].filter((title) => title !== undefined)
      return titles.map((title) => withArtist(withTitle(record, title), same ? artist : name))
    })
  if (found.length > 0 || artist === undefined) return found
  // Words run together, the dash lost: the key begins with the artist's.
  const { key } = record.title
  if (record.title.words.length > 2 || artist.key.length < 3 || !key.startsWith(artist.key))
    return []
  return key.length > artist.key.length
    ? [withArtist(withKey(record, key.slice(artist.key.length)), artist)]
    : []
}

function withoutAlbum(record: Prepared, other: Prepared): readonly Prepared[] {
  const album = record.album ?? other.album
  if (album === undefined) return []
  const found = record
    .hidden()
    .tails.filter(({ name }) => isLike(name, album) || isLike(name, other.album))
    .map(({ name, rest, live }) => withAlbum(withTitle(record, rest()), name, live))
  if (found.length > 0) return found
  const { key } = record.title
  if (record.title.words.length > 2 || album.key.length < 4 || !key.endsWith(album.key)) return []
  return key.length > album.key.length
    ? [withAlbum(withKey(record, key.slice(0, -album.key.length)), album, other.live)]
    : []
}

function isLike(piece: Name, album: Name | undefined): boolean {
  if (album === undefined) return false
  return likeness(piece.key, album.key, 0.75) > 0 || likeness(piece.folded, album.folded, 0.75) > 0
}

const withTitle = (record: Prepared, title: PreparedTitle): Prepared => ({ ...record, ...title })

function withArtist(record: Prepared, artist: Name): Prepared {
  return record.artist === undefined ? { ...record, artist, artists: [artist] } : record
}

function withAlbum(record: Prepared, album: Name, live: Prepared['live']): Prepared {
  return record.album === undefined ? { ...record, album, live } : record
}

function withKey(record: Prepared, key: string): Prepared {
  const title = nameOf(key)
  return { ...record, title, core: title, subtitles: [], unread: [] }
}
