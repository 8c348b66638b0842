import { type Reason, reason } from '../../../model/reason.ts'
import { isForeign } from '../../../text/title/names.ts'
import { type ListedArtist, textOf } from './artist.ts'

// Artists as MusicBrainz' JSON dump has them, one entity a line:
// https://musicbrainz.org/doc/Development/JSON_Data_Dumps. Core data, CC0.
//
// An alias there is another name of the same artist, a search hint a misspelt one
// (https://musicbrainz.org/doc/Aliases); whoever performs under a name of its own is an artist of its own, related by
// "is person" (https://musicbrainz.org/doc/Style/Artist/With_multiple_names).

interface Named {
  readonly name?: unknown
  readonly 'sort-name'?: unknown
}

interface ArtistEntity extends Named {
  readonly id?: unknown
  readonly aliases?: unknown
  readonly relations?: unknown
}

export const isMusicBrainzArtist = (value: object): value is ArtistEntity =>
  'sort-name' in value && 'name' in value

export function readMusicBrainzArtist(entity: ArtistEntity): ListedArtist | Reason {
  const id = textOf(entity.id)
  const names = namesOf(entity)
  if (names.length === 0 || id === undefined) return reason('catalogue.row-no-artist')
  // `[unknown]`, `[traditional]`: what stands in brackets is nobody in particular.
  if (/^\[.*\]$/.test(names[0] ?? '')) return { id, names, projects: [] }
  for (const alias of objectsIn(entity.aliases)) names.push(...namesOf(alias))
  const projects = objectsIn(entity.relations)
    .filter(({ type }) => type === 'is person')
    .flatMap(({ artist }) => objectsIn([artist]).map(({ name }) => textOf(name)))
    .filter((name) => name !== undefined)
  return { id, names, projects }
}

/** The name; and one in another script as what it is sorted by, in Latin letters: `Holm, Ada`, either way round. */
function namesOf(named: Named): string[] {
  const name = textOf(named.name)
  if (name === undefined) return []
  const sortName = textOf(named['sort-name'])
  if (sortName === undefined || !isForeign(name) || isForeign(sortName)) return [name]
  const [family = '', given, ...more] = sortName.split(/\s*,\s*/)
  return given === undefined || more.length > 0
    ? [name, sortName]
    : [name, `${given} ${family}`, `${family} ${given}`]
}

const objectsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : []
