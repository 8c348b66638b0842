import type { ArtistNames } from '../model/artist-names.ts'
import type { Track } from '../model/track.ts'
import type { Version } from '../model/version.ts'
import { foldText } from '../text/fold.ts'
import { type Liveness, readAlbum, readLiveness } from './album.ts'
import { type Name, nameOf, namesOf } from './name.ts'
import { type PreparedCredits, prepareCredits } from './prepare-credits.ts'
import { type PreparedTitle, prepareTitle } from './prepare-title.ts'

/** A track or recording taken apart once, so that it can be compared a million times. */
export interface Prepared extends PreparedTitle, PreparedCredits {
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
  const credits = prepareCredits(track.artists, title.featuredInTitle)
  return {
    ...title,
    ...credits,
    versions: versionsOf(title, credits),
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

function versionsOf({ versions }: PreparedTitle, { isKaraoke }: PreparedCredits) {
  return isKaraoke ? [...versions, KARAOKE] : versions
}

const KARAOKE: Version = { kind: 'karaoke', detail: '' }
