import { type Reason, reason } from '../../../model/reason.ts'
import { isForeign } from '../../../text/names.ts'
import { type ListedArtist, textOf } from './artist.ts'

// Artists as MusicBrainz' JSON dump has them, one entity a line:
// https://musicbrainz.org/doc/Development/JSON_Data_Dumps. Core data, CC0.
//
// An alias there is another name of the same artist, a search hint a misspelt one
// (https://musicbrainz.org/doc/Aliases); whoever performs under a name of its own is an artist of its own.

interface ArtistEntity {
  readonly id?: unknown
  readonly name?: unknown
  readonly 'sort-name'?: unknown
  readonly aliases?: unknown
}

export const isMusicBrainzArtist = (value: object): value is ArtistEntity =>
  'sort-name' in value && 'name' in value

export function readMusicBrainzArtist(entity: ArtistEntity): ListedArtist | Reason {
  const name = textOf(entity.name)
  const id = textOf(entity.id)
  if (name === undefined || id === undefined) return reason('catalogue.row-no-artist')
  // `[unknown]`, `[traditional]`: what stands in brackets is nobody in particular.
  if (/^\[.*\]$/.test(name)) return { id, names: [name], projects: [] }
  const names = [name, ...inLatin(name, textOf(entity['sort-name']))]
  for (const alias of Array.isArray(entity.aliases) ? entity.aliases : []) {
    const text = typeof alias === 'object' && alias !== null ? textOf(alias.name) : undefined
    if (text !== undefined) names.push(text)
  }
  return { id, names, projects: [] }
}

/** A name in another script is sorted by what it is in Latin letters: `Holm, Ada`, either way round. */
function inLatin(name: string, sortName: string | undefined): readonly string[] {
  if (sortName === undefined || !isForeign(name) || isForeign(sortName)) return []
  const [family = '', given, ...more] = sortName.split(/\s*,\s*/)
  return given === undefined || more.length > 0
    ? [sortName]
    : [`${given} ${family}`, `${family} ${given}`]
}
