import type { Http } from '../../../base/http/http.ts'
import { asList, asRecord } from '../../../base/json.ts'
import { type Reason, reason } from '../../../model/reason.ts'
import type { Recording } from '../../../model/recording.ts'
import { askForJson, unavailable } from '../../online/ask.ts'
import { readCount, readText } from '../../online/fields.ts'
import { readPage } from './page.ts'

const ROWS = 20
const COMMONS = 'Wikimedia Commons'

/** The fields of `extmetadata` that are read; all of them would be ten times as much. */
const SAID = [
  'ObjectName',
  'Artist',
  'LicenseUrl',
  'LicenseShortName',
  'UsageTerms',
  'DateTimeOriginal',
]

/** Audio files whose pages have all these words, in the order that the search gives. */
export async function askForFiles(
  http: Http,
  words: string,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  const searched = {
    generator: 'search',
    gsrsearch: `filetype:audio ${words}`,
    gsrnamespace: '6',
    gsrlimit: String(ROWS),
  }
  return await ask(http, searched, signal)
}

/** The audio file of this page, by its id or its name: `File:A song.ogg`. */
export async function askForFile(
  http: Http,
  page: string,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  return await ask(http, /^\d{1,12}$/.test(page) ? { pageids: page } : { titles: page }, signal)
}

async function ask(
  http: Http,
  about: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  const said = await askForJson(http, COMMONS, { url: writeUrl(about) }, signal)
  if (!said) return []
  const root = asRecord(said.json)
  if (root !== said.json || root.error !== undefined)
    throw unavailable(COMMONS, said, explain(readText(asRecord(root.error).code)))
  return listPages(root.query)
    .slice(0, ROWS)
    .flatMap((page) => readPage(asRecord(page), said.answer) ?? [])
}

function writeUrl(about: Readonly<Record<string, string>>): string {
  const url = new URL('https://commons.wikimedia.org/w/api.php')
  const parameters = {
    action: 'query',
    format: 'json',
    formatversion: '2',
    maxlag: '5',
    ...about,
    prop: 'imageinfo|videoinfo',
    iiprop: 'url|size|mime|sha1|user|extmetadata',
    iiextmetadatafilter: SAID.join('|'),
    viprop: 'derivatives',
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

/** A list since format version 2, and by page id before; `index` holds the order of the search. */
function listPages(query: unknown): readonly unknown[] {
  const { pages } = asRecord(query)
  const given = Array.isArray(pages) ? asList(pages) : Object.values(asRecord(pages))
  const place = (page: unknown) => readCount(asRecord(page).index) ?? 0
  return [...given].sort((left, right) => place(left) - place(right))
}

function explain(code: string | undefined): Reason | undefined {
  if (code === 'maxlag') return reason('source.asks-for-rest', { place: COMMONS })
  if (!code) return undefined
  return reason('source.search-refused', { place: COMMONS, detail: code.slice(0, 60) })
}
