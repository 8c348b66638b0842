import { definedOnly } from '../../../base/defined.ts'
import type { Http } from '../../../base/http/http.ts'
import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import type { Answer, MediaLocation, Recording, Restriction } from '../../../model/recording.ts'
import type { Track } from '../../../model/track.ts'
import { askForJson, unavailable } from '../../online/ask.ts'
import { readDuration } from '../../online/duration.ts'
import { isTrue, readNames, readText, readUrl, readYear } from '../../online/fields.ts'
import { formatOfUrl } from '../../online/format.ts'
import { openProvider } from '../../online/open-provider.ts'
import { orderByLikeness } from '../../online/order.ts'
import { chooseSearches } from '../../online/query.ts'
import type { Provider } from '../../provider.ts'
import { libraryOfCongressProbe } from './probe.ts'

const title = 'Library of Congress'
const FILE_HOST = 'tile.loc.gov'

/**
 * The National Jukebox, https://www.loc.gov/apis/json-and-yaml: acoustic discs of 1900 to 1925. Its limits are 20
 * requests in 10 s and 80 a minute; who goes over them is locked out for an hour.
 */
export const libraryOfCongress: Provider<'search'> = {
  name: 'library-of-congress',
  title,
  can: ['search'],
  probe: libraryOfCongressProbe,
  hosts: [
    { host: 'www.loc.gov', pace: { requests: 1, perMs: 1000 }, atOnce: 1 },
    { host: FILE_HOST, pace: { requests: 1, perMs: 1000 }, atOnce: 1 },
  ],
  open: ({ http }) =>
    openProvider(libraryOfCongress, {
      search: async (track, signal) => {
        const ids = await findItems(http, track, signal)
        const recordings: Recording[] = []
        for (const id of ids) recordings.push(...(await askForItem(http, id, signal)))
        return orderByLikeness(track, recordings)
      },
    }),
}

/** Items are one disc's side each; of those that a search finds, few are asked what lies in them. */
const MAX_ITEMS = 3

async function findItems(
  http: Http,
  track: Track,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const [words] = chooseSearches(track)
  if (words === undefined) return []
  const query = new URLSearchParams({ q: words, fo: 'json', at: 'results', c: '25' })
  const url = `https://www.loc.gov/collections/national-jukebox/?${query}`
  const said = await askForJson(http, title, { url }, signal)
  if (!said) return []
  const { results } = asRecord(said.json)
  if (!Array.isArray(results)) throw unavailable(title, said)
  const ids = asList(results).flatMap((each) => readItemId(asRecord(each).id) ?? [])
  return [...new Set(ids)].slice(0, MAX_ITEMS)
}

const readItemId = (value: unknown) =>
  /^https?:\/\/www\.loc\.gov\/item\/([\w-]{1,60})\/?$/.exec(readText(value) ?? '')?.[1]

async function askForItem(
  http: Http,
  id: string,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  const url = `https://www.loc.gov/item/${id}/?fo=json&at=item,resources`
  const said = await askForJson(http, title, { url }, signal)
  if (!said) return []
  const { item, resources } = asRecord(said.json)
  const fields = asRecord(item)
  if (fields !== item) throw unavailable(title, said)
  const files = asList(resources)
    .flatMap((resource) => asList(asRecord(resource).files).flatMap(asList))
    .slice(0, 20)
    .map(asRecord)
  return files.flatMap((file) => describeSide(id, fields, file, said.answer) ?? []).slice(0, 1)
}

function describeSide(
  id: string,
  item: JsonObject,
  file: JsonObject,
  answer: Answer,
): Recording | undefined {
  const name = readText(item.title)
  const media = readMedia(file)
  const restrictions = readRestrictions(item, file)
  if (name === undefined || !media) return undefined
  return {
    id,
    source: libraryOfCongress.name,
    title: name,
    artists: readNames(item.contributor_names ?? item.contributors),
    ...definedOnly({
      durationMs: readDuration(file.duration),
      year: readYear(item.date),
      licence: readText(item.rights),
    }),
    media,
    restrictions: restrictions.length > 0 ? restrictions : undefined,
    answer,
    url: `https://www.loc.gov/item/${id}/`,
  }
}

function readMedia({ download, filename }: JsonObject): MediaLocation | undefined {
  const url = readUrl(download, [FILE_HOST]) ?? readUrl(filename, [FILE_HOST])
  const format = url && formatOfUrl(url)
  return url && format ? { kind: 'remote', files: [{ url, format, original: false }] } : undefined
}

function readRestrictions(item: JsonObject, file: JsonObject): readonly Restriction[] {
  const isRestricted = isTrue(item.access_restricted) || isTrue(file.rights_restricted)
  return [
    ...(isRestricted ? (['access-restricted'] as const) : []),
    ...(isTrue(file.canDownload) ? [] : (['no-download'] as const)),
  ]
}
