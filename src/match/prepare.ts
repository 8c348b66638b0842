import type { Track } from '../model/track.ts'
import { takeCreditApart } from '../text/credit.ts'
import { type TitleParts, takeTitleApart } from '../text/title.ts'
import type { Version } from '../text/versions.ts'
import { keyOf, numbersOf } from '../text/words.ts'
import { isLiveAlbum, readAlbum } from './album.ts'

/** A track or recording taken apart once, so that it can be compared a million times. */
export interface Prepared {
  readonly title: Name
  /** Without bracketed subtitles; the same object as `title` where there are none. */
  readonly core: Name
  readonly subtitles: readonly string[]
  readonly versions: readonly Version[]
  /** The whole first credit, before any guests. Undefined where no artist is named. */
  readonly artist: Name | undefined
  /** Every main artist by itself, the first one first. */
  readonly artists: readonly Name[]
  /** Guests, from the credit and from the title. */
  readonly guests: readonly Name[]
  readonly album: Name | undefined
  readonly liveAlbum: boolean
  readonly durationMs: number
  readonly year: number
  readonly isrc: string
  /** As given, for the evidence. */
  readonly given: Pick<Track, 'title' | 'artists' | 'album'>
}

/** A name as it is compared. */
export interface Name {
  readonly folded: string
  /** Spellings levelled, no spaces: see `keyOf`. */
  readonly key: string
  readonly words: readonly string[]
  readonly numbers: string
}

export function prepare(track: Track): Prepared {
  const parts = takeTitleApart(track.title)
  const credits = track.artists.map(takeCreditApart).filter(({ main }) => main !== '')
  const named = credits.filter(({ main }) => !NOBODY.has(main))
  const [first] = named
  const title = nameOf(parts.full)
  const guests = parts.featured.flatMap((text) => {
    const { names, featured } = takeCreditApart(text)
    return [...names, ...featured]
  })
  const album = track.album === undefined ? undefined : readAlbum(track.album)
  return {
    title,
    core: parts.core === parts.full ? title : nameOf(parts.core),
    subtitles: parts.subtitles,
    versions: versionsOf(parts, track),
    artist: first === undefined ? undefined : nameOf(first.main),
    artists: unique(named.flatMap(({ main, names }) => [main, ...names])).map(nameOf),
    guests: unique([...named.flatMap(({ featured }) => featured), ...guests]).map(nameOf),
    album: album === undefined || album === '' ? undefined : nameOf(album),
    liveAlbum: track.album !== undefined && isLiveAlbum(track.album),
    durationMs: track.durationMs !== undefined && track.durationMs > 0 ? track.durationMs : 0,
    year: track.year ?? 0,
    isrc: track.isrc ?? '',
    given: track,
  }
}

/** Credits that name no one. */
const NOBODY = new Set([
  'various artists',
  'various',
  'va',
  'unknown artist',
  'unknown',
  'artist',
  'no artist',
])

function versionsOf(parts: TitleParts, track: Track): readonly Version[] {
  // A karaoke maker says so in its name more often than in the title.
  if (track.artists.some((artist) => /karaoke|sing ?along|made famous/i.test(artist)))
    return [...parts.versions, { kind: 'karaoke', detail: '' }]
  return parts.versions
}

const unique = (names: readonly string[]) => (names.length < 2 ? names : [...new Set(names)])

function nameOf(folded: string): Name {
  return { folded, key: keyOf(folded), words: folded.split(' '), numbers: numbersOf(folded) }
}
