import type { Track } from '../../model/track.ts'
import { type ArtistKey, keyOfCore, keysOf, type TitleKey } from './keys.ts'
import type { OtherName } from './names-reader.ts'
import { WAY } from './ways.ts'

/** Of the artists asked for, so many are looked up, and so many of those taken to be misspelt. */
const MAX_ARTISTS = 16
const MAX_MISSPELT = 3

/** Knows other names of those known by a name, by the hashes of names. */
export interface OtherNames {
  otherNames(hash: number): readonly OtherName[]
}

/** By which keys a track is looked for. */
export interface SearchPlan {
  /** The core title, and the one with its subtitles. */
  readonly titles: readonly TitleKey[]
  /** The artists as written and their other names, by which way each counts as found. */
  readonly artists: readonly { readonly hash: number; readonly way: number }[]
  /** Those that may be misspelt. */
  readonly misspelt: readonly ArtistKey[]
}

export function planSearch(track: Track, names: OtherNames | undefined): SearchPlan {
  const { artists, title } = keysOf(track)
  const titles: TitleKey[] = [title]
  if (title.full !== undefined) titles.push(keyOfCore(title.full))
  const asked = artists.slice(0, MAX_ARTISTS).flatMap(({ hash }) => [
    { hash, way: WAY.artist },
    ...(names?.otherNames(hash) ?? []).map((other) => ({
      hash: other.hash,
      way: other.isSure ? WAY.artist : WAY.alias,
    })),
  ])
  return { titles, artists: asked, misspelt: artists.slice(0, MAX_MISSPELT) }
}
