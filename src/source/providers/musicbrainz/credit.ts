import { definedOnly } from '../../../base/defined.ts'
import { asList, asRecord } from '../../../base/json.ts'
import { readNames, readText } from '../../online/fields.ts'
import { readMbid } from './mbid.ts'

export interface Credit {
  /** One name each, as written on this recording or release. */
  readonly credited: readonly string[]
  /** These, the artists' own names, and what else they are called. */
  readonly names: readonly string[]
  /** Of the artist named first, `Various Artists` left out: that is nobody. */
  readonly artistId?: string
}

const MAX_ARTISTS = 50

/** An `artist-credit`. */
export function readCredit(value: unknown): Credit {
  const parts = asList(value).slice(0, MAX_ARTISTS).map(asRecord)
  const artists = parts.map(({ artist }) => asRecord(artist))
  const credited = readNames(parts.map(({ name }, at) => readText(name) ?? artists[at]?.name))
  const own = readNames(artists.map(({ name }) => name))
  const ids = artists.flatMap(({ id }) => readMbid(id) ?? [])
  return {
    credited,
    names: [...new Set([...credited, ...own, ...artists.flatMap(readAliases)])],
    ...definedOnly({ artistId: ids.find((id) => id !== VARIOUS_ARTISTS) }),
  }
}

const VARIOUS_ARTISTS = '89ad4ac3-39f7-470e-963a-56509c546377'

/** What an artist is called besides. */
export const readAliases = (artist: unknown): readonly string[] =>
  readNames(
    asList(asRecord(artist).aliases)
      .slice(0, MAX_ARTISTS)
      .map((alias) => asRecord(alias).name),
  )
