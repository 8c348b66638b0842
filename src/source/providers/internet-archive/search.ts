import type { Http } from '../../../base/http/http.ts'
import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import { foldText } from '../../../text/fold.ts'
import { sharedWords } from '../../../text/likeness.ts'
import { askForJson, unavailable } from '../../online/ask.ts'
import { isTrue, readNames, readText } from '../../online/fields.ts'
import type { QueryWords } from '../../online/query.ts'
import { INTERNET_ARCHIVE } from './item.ts'

/** An item as a search names it. */
export interface FoundItem {
  readonly id: string
  readonly title: string
  /** True where the search says already that nothing of it may be taken. */
  readonly restricted: boolean
  readonly licensed: boolean
}

const ROWS = 30
const FIELDS = ['identifier', 'title', 'collection', 'licenseurl', 'access-restricted-item']

/**
 * An item's title is that of an album more often than of a song, whose name stands in the description
 * then, if anywhere. The words hold no sign of the query language, so that none needs escaping. The
 * stricter query comes first.
 */
export function writeQueries({ title, artist, album }: QueryWords): readonly string[] {
  if (title.length === 0) return []
  const audio = 'mediatype:(audio)'
  const anywhere = all(title)
  if (artist.length === 0) return [`${audio} AND title:${anywhere}`]
  const byAlbum = album.length > 0 ? [`title:${all(album)}^4`] : []
  const named = [`title:${anywhere}^4`, ...byAlbum, anywhere].join(' OR ')
  return [
    `${audio} AND creator:${all(artist)} AND (${named})`,
    `${audio} AND (${[anywhere, ...byAlbum].join(' OR ')}) AND ${all(artist)}`,
  ]
}

const all = (words: readonly string[]) => `(${words.join(' AND ')})`

export async function askForItems(
  http: Http,
  query: string,
  signal: AbortSignal,
): Promise<readonly FoundItem[]> {
  const url = new URL('https://archive.org/advancedsearch.php')
  url.searchParams.set('q', query)
  for (const field of FIELDS) url.searchParams.append('fl[]', field)
  url.searchParams.set('rows', String(ROWS))
  url.searchParams.set('page', '1')
  url.searchParams.set('output', 'json')
  const said = await askForJson(http, INTERNET_ARCHIVE, { url: url.href }, signal)
  if (!said) return []
  // A query that it does not like is answered with an `error`, under HTTP status 200.
  const docs = asRecord(asRecord(said.json).response).docs
  if (!Array.isArray(docs)) throw unavailable(INTERNET_ARCHIVE, said)
  return asList(docs)
    .slice(0, ROWS)
    .flatMap((doc) => readItem(asRecord(doc)) ?? [])
}

function readItem(doc: JsonObject): FoundItem | undefined {
  const id = readText(doc.identifier)
  if (id === undefined || !isIdentifier(id)) return undefined
  return {
    id,
    title: readText(doc.title) ?? id,
    restricted:
      readNames(doc.collection).includes('stream_only') || isTrue(doc['access-restricted-item']),
    licensed: readText(doc.licenseurl) !== undefined,
  }
}

/** https://archive.org/developers/metadata-schema: letters, digits, `.`, `_`, `-`; it becomes part of addresses. */
const isIdentifier = (id: string): boolean => /^[a-z0-9][\w.-]{0,199}$/i.test(id)

/**
 * Of those that fit equally well, one that may be taken first, and one that has the words in their order before one that
 * only has them: only a few can be looked into.
 */
export function orderItems(words: QueryWords, items: readonly FoundItem[]): readonly FoundItem[] {
  const wanted = [words.title, words.album]
    .map((each) => foldText(each.join(' ')))
    .filter((each) => each !== '')
  const likeness = ({ title, restricted, licensed }: FoundItem) => {
    const given = foldText(title)
    const like = (each: string) =>
      sharedWords(each.split(' '), given.split(' ')) + (each === given ? 0.2 : 0)
    return Math.max(0, ...wanted.map(like)) + (licensed ? 0.4 : 0) - (restricted ? 0.4 : 0)
  }
  return [...items].sort((left, right) => likeness(right) - likeness(left))
}
