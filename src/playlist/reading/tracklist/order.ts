import { foldText } from '../../../text/fold.ts'
import { type ArtistTitle, splitArtistTitle } from '../names/artist-title.ts'
import { decodePercent, stemOf } from '../names/file-name.ts'
import { findPairing, type NameOrder } from './pairing.ts'

/** What the entries of a list say: the names as one text, and the place of the file. */
export interface NamedPlace {
  readonly names: string
  readonly place: string
}

/**
 * In which order a player's list names artist and title. Where files lie says it of single entries (a file is named
 * after its title, its folder after the artist); what most of them say holds for those that say nothing.
 */
export function findOrder(entries: readonly NamedPlace[]): NameOrder {
  let [artist, title] = [0, 0]
  for (const { names, place } of entries) {
    const said = orderByPlace(splitArtistTitle(names), place)
    if (said === 'artist-first') artist++
    else if (said === 'title-first') title++
  }
  if (artist + title > 0) return title > artist * 3 ? 'title-first' : 'artist-first'
  const { separator, order } = findPairing(entries.map(({ names }) => names))
  return separator === 'dash' ? order : 'artist-first'
}

/** Artist and title of an entry: as its own place says, else as the list does. */
export function splitInOrder({ names, place }: NamedPlace, order: NameOrder): ArtistTitle {
  const split = splitArtistTitle(names)
  return split.artist && (orderByPlace(split, place) ?? order) === 'title-first'
    ? { ...split, artist: split.title, title: split.artist }
    : split
}

/** Undefined where the place says nothing, or the same of both. */
function orderByPlace({ artist, title }: ArtistTitle, place: string): NameOrder | undefined {
  if (!artist || place === '') return undefined
  const [first, second] = [foldText(artist), foldText(title)]
  const path = decodePercent(place)
  const stem = foldText(stemOf(path)).replace(/^\d{1,3} (?=\S)/, '')
  const folders = path.split(/[\\/]/).slice(0, -1).map(foldText)
  const has = (name: string) => stem === name || folders.includes(name)
  // Of both names in one file name the order is the line's own.
  if (first === second || (stem.includes(first) && stem.includes(second))) return undefined
  if (stem === second || stem === first) return stem === second ? 'artist-first' : 'title-first'
  if (has(first) === has(second)) return undefined
  return has(first) ? 'artist-first' : 'title-first'
}
