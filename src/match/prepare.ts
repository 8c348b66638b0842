import type { Track } from '../model/track.ts'
import { takeCreditApart } from '../text/credit.ts'
import { foldText } from '../text/fold.ts'
import { type TitleParts, takeTitleApart } from '../text/title.ts'
import type { Version } from '../text/versions.ts'
import { keyOf, numbersOf } from '../text/words.ts'
import { readAlbum, readLiveness } from './album.ts'

/** A track or recording taken apart once, so that it can be compared a million times. */
export interface Prepared {
  readonly title: Name
  /** Without bracketed subtitles; the same object as `title` where there are none. */
  readonly core: Name
  readonly subtitles: readonly string[]
  /** Names standing side by side in the title, each by itself. */
  readonly names: readonly Name[]
  readonly translations: readonly Name[]
  /** A title with censored words as a pattern for the folded title. */
  readonly masked: RegExp | undefined
  /** The title's key without the track number in front of it. */
  readonly numbered: string | undefined
  /** Tags or a file name: artist or album may be hidden in the title. */
  readonly messy: boolean
  readonly versions: readonly Version[]
  /** The whole first credit, before any guests. Undefined where no artist is named. */
  readonly artist: Name | undefined
  /** Every main artist by itself, the first one first. */
  readonly artists: readonly Name[]
  /** Guests, from the credit and from the title. */
  readonly guests: readonly Name[]
  readonly albumArtists: readonly Name[]
  readonly album: Name | undefined
  /** Whether the album makes its tracks live. */
  readonly live: 'yes' | 'maybe' | 'no'
  /** 0 where unknown, as `year`. */
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
  const title = nameOf(parts.full)
  const album = track.album === undefined ? '' : readAlbum(track.album)
  const numbered = TRACK_NUMBER.exec(track.title)
  return {
    title,
    core: parts.core === parts.full ? title : nameOf(parts.core),
    subtitles: parts.subtitles,
    names: namesOf(parts.names),
    translations: namesOf(parts.translations),
    masked: track.title.includes('*') ? maskOf(track.title) : undefined,
    numbered:
      numbered === null ? undefined : keyOf(foldText(track.title.slice(numbered[0].length))),
    messy:
      numbered !== null ||
      track.artists.length === 0 ||
      MAYBE_MESSY.test(track.title) ||
      !track.title.includes(' '),
    versions: versionsOf(parts, track),
    ...creditsOf(track, parts),
    album: album === '' ? undefined : nameOf(album),
    live: track.album === undefined ? 'no' : readLiveness(track.album),
    durationMs: track.durationMs !== undefined && track.durationMs > 0 ? track.durationMs : 0,
    year: track.year ?? 0,
    isrc: track.isrc ?? '',
    given: track,
  }
}

const NONE: readonly Name[] = []
/** `005-PitchBlack`, `01. Title`, `3) Title`. */
const TRACK_NUMBER = /^\s*(?:\d{2,3}\s*[-._)]|\d{1,3}(?:\.|\)|\s-)\s)\s*/
const MAYBE_MESSY = /\s-\s|[)\]]\s*$/

function creditsOf(
  track: Track,
  parts: TitleParts,
): Pick<Prepared, 'artist' | 'artists' | 'guests' | 'albumArtists'> {
  const mains: string[] = []
  const guests: string[] = []
  let first: string | undefined
  for (const credit of track.artists) {
    const { main, names, featured } = takeCreditApart(credit)
    guests.push(...featured)
    if (main === '' || NOBODY.has(main)) continue
    first ??= main
    mains.push(main, ...names)
  }
  for (const text of parts.featured) {
    const { main, names, featured } = takeCreditApart(text)
    guests.push(main, ...names, ...featured)
  }
  return {
    artist: first === undefined ? undefined : nameOf(first),
    artists: namesOf(mains),
    guests: namesOf(guests),
    albumArtists:
      track.albumArtists === undefined ? NONE : namesOf(track.albumArtists.map(foldText)),
  }
}

/** Credits that name no one. */
const NOBODY = new Set(
  'various artists,various,va,unknown artist,unknown,artist,no artist,not applicable'.split(','),
)

function versionsOf(parts: TitleParts, track: Track): readonly Version[] {
  // A karaoke maker says so in its name more often than in the title.
  if (track.artists.some((artist) => KARAOKE.test(artist)))
    return [...parts.versions, { kind: 'karaoke', detail: '' }]
  return parts.versions
}

const KARAOKE = /karaoke|sing ?along|made famous/i

function namesOf(folded: readonly string[]): readonly Name[] {
  if (folded.length === 0) return NONE
  return (folded.length === 1 ? folded : [...new Set(folded)]).map(nameOf)
}

function nameOf(folded: string): Name {
  const words = folded.split(' ')
  return { folded, key: keyOf(folded), words, numbers: numbersOf(words) }
}

/** `F**kin' Problems` → /^f[a-z]*kin problems$/, at least one letter for each run of asterisks. */
function maskOf(title: string): RegExp | undefined {
  if (!/[a-z]\*|\*[a-z]/i.test(title) || title.length > 200) return undefined
  // Letters that no fold changes stand in for the asterisks meanwhile.
  const folded = takeTitleApart(title.replaceAll(/\*+/g, 'qzxq')).full
  return new RegExp(`^${folded.replaceAll('qzxq', '[a-z]{1,8}')}$`)
}
