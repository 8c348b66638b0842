import type { ArtistNames } from '../model/artist-names.ts'
import type { Track } from '../model/track.ts'
import type { Version } from '../model/version.ts'
import { takeCreditApart } from '../text/credit.ts'
import { foldText } from '../text/fold.ts'
import { isNobody } from '../text/nobody.ts'
import type { Script } from '../text/scripts/script.ts'
import { type Liveness, readAlbum, readLiveness } from './album.ts'
import { type Name, nameOf, namesOf } from './name.ts'
import { type PreparedTitle, prepareTitle } from './prepare-title.ts'

/** A track or recording taken apart once, so that it can be compared a million times. */
export interface Prepared extends PreparedTitle {
  /** The whole first credit, before any featured artists. Undefined where no artist is named. */
  readonly artist: Name | undefined
  /** Every main artist by itself, the first one first. */
  readonly artists: readonly Name[]
  /** The same, a credit of several counted by its parts only: what must not differ on both sides. */
  readonly people: readonly Name[]
  /** Other forms of the main artists' names: `Seal` for `Seal (Singer)`. */
  readonly also: readonly Name[]
  /** Featured artists, from the credit and from the title. */
  readonly featured: readonly Name[]
  /** What the main artists' names are written in. */
  readonly artistScript: Script
  readonly albumArtists: readonly Name[]
  readonly album: Name | undefined
  /** Whether the album makes its tracks live. */
  readonly live: Liveness
  /** 0 where unknown, as `year`. */
  readonly durationMs: number
  readonly year: number
  readonly isrc: string
  /** Artist, album or track number may stand in the title. */
  readonly mayHide: boolean
  /** Who else is known by which names, where that was looked up. */
  readonly artistNames: ArtistNames | undefined
  /** As given, for the evidence. */
  readonly given: Pick<Track, 'title' | 'artists' | 'album'>
}

/** `artistNames` tells who else is called what: with it, names of one artist agree. */
export function prepare(track: Track, artistNames?: ArtistNames): Prepared {
  const album = track.album === undefined ? '' : readAlbum(track.album)
  const title = prepareTitle(track.title)
  const credits = creditsOf(track, title)
  return {
    ...title,
    versions: versionsOf(title, track),
    ...credits,
    albumArtists:
      track.albumArtists === undefined ? namesOf([]) : namesOf(track.albumArtists.map(foldText)),
    album: album === '' ? undefined : nameOf(album),
    live: track.album === undefined ? 'no' : readLiveness(track.album),
    durationMs: track.durationMs !== undefined && track.durationMs > 0 ? track.durationMs : 0,
    year: track.year ?? 0,
    isrc: track.isrc ?? '',
    mayHide: credits.artist === undefined || MAY_HIDE.test(track.title),
    artistNames,
    given: track,
  }
}

/** A track number, a dash or a bracket, or words run together. */
const MAY_HIDE = /^\s*(?:[\dA-Z]{1,4}\s?[-._)]|0\d\s)|\s[-–—|｜]|[-–—:]\s|\s\/\/|[([]|^\S{12,}$/

function creditsOf(
  track: Track,
  title: PreparedTitle,
): Pick<Prepared, 'artist' | 'artistScript' | 'artists' | 'people' | 'also' | 'featured'> {
  const mains: string[] = []
  const people: string[] = []
  const also: string[] = []
  const featured: string[] = []
  let artistScript: Script | undefined
  for (const credit of track.artists) {
    const { main, names, script, ...others } = takeCreditApart(credit)
    featured.push(...others.featured)
    also.push(...others.also)
    if (main === '' || isNobody(main)) continue
    artistScript ??= script
    mains.push(main, ...names)
    people.push(...names)
  }
  featured.push(...title.featuredInTitle)
  const artists = namesOf(mains)
  return {
    artist: artists[0],
    artistScript: artistScript ?? 'latin',
    artists,
    people: people.length > 1 ? namesOf(people) : artists,
    also: namesOf(also),
    featured: namesOf(featured),
  }
}

function versionsOf({ versions }: PreparedTitle, track: Track): readonly Version[] {
  // A karaoke maker says so in its name more often than in the title.
  if (track.artists.some((artist) => KARAOKE.test(artist)))
    return [...versions, { kind: 'karaoke', detail: '' }]
  return versions
}

const KARAOKE = /karaoke|sing ?along|made famous/i
