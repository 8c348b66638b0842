import { type Reason, reason } from '../../../model/reason.ts'
import { decodePercent } from './file-name.ts'

export interface ArtistNames {
  readonly artists: readonly string[]
  readonly note?: Reason
}

/** Articles that catalogues put behind a name, in the languages that have them. */
const ARTICLE =
  /^(.+), (the|a|an|die|der|das|le|la|les|l['’]|los|las|el|il|lo|gli|i|de|het|os|as)$/i

/** `Lanterns, The` as it is said. */
const turnArticle = (name: string) =>
  name.replace(ARTICLE, (_, rest: string, article: string) =>
    /['’]$/.test(article) ? `${article}${rest}` : `${article} ${rest}`,
  )

export const isTurned = (name: string) => ARTICLE.test(name)

/**
 * The artists of one cell. A list is joined by `;` or by comma and space; a lone comma may be part of a name,
 * and so is one before an article (`Lanterns, The`), before `The …`, and in a list that ends in `&`, which is a
 * credit as it stands. Of an address only its words are a name.
 * @param turned the table turns names round: `Holm, Ada` is one
 */
export function splitArtists(cell: string, turned = false): ArtistNames {
  const parts = split(cell.trim(), turned)
  const isOfAddress = parts.some(isAddress)
  const artists = parts.map((name) => (isAddress(name) ? wordsOf(name) : turnArticle(name)))
  return {
    artists: artists.filter(Boolean),
    note: isOfAddress ? reason('playlist.artist-from-address') : undefined,
  }
}

function split(cell: string, turned: boolean): readonly string[] {
  const trimmed = (names: readonly string[]) => names.map((name) => name.trim()).filter(Boolean)
  if (cell.includes(';')) return trimmed(cell.split(';'))
  if (isTurned(cell) && !cell.replace(ARTICLE, '$1').includes(', ')) return [cell]
  if (/^[^,]+, the \S/i.test(cell) || /, [^,]+ (?:&|and|und|et|y|e) [^,]+$/i.test(cell))
    return [cell]
  const names = trimmed(cell.split(', '))
  // Some tables have a person's last name first.
  if (turned && names.length === 2 && names.every((name) => /^\S+(?: \S+)?$/.test(name)))
    return [names.toReversed().join(' ')]
  return names
}

const isAddress = (name: string) => /^(?:https?:\/\/\S+|spotify:[a-z]+:\S+)$/i.test(name)

/** What an address says in words, without the id that stands behind or instead of them. */
function wordsOf(address: string): string {
  if (/^spotify:/i.test(address)) return ''
  const path = address.replace(/^\w+:\/\/[^/]*\/?/, '').replace(/[?#].*$/s, '')
  const last = decodePercent(path.replace(/\/+$/, '').split('/').at(-1) ?? '')
  const words = last
    .replace(/[-_]?[0-9a-f]{32}$/i, '')
    .replaceAll(/[-_+]+/g, ' ')
    .trim()
  return /^(?:[A-Za-z0-9]{22}|\d+|UC\S{22})$/.test(words) ? '' : words
}
