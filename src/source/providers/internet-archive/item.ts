import type { Http } from '../../../base/http/http.ts'
import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import type { Answer, RemoteFormat, Restriction } from '../../../model/recording.ts'
import { askForJson, unavailable } from '../../online/ask.ts'
import { readDuration } from '../../online/duration.ts'
import { isTrue, readCount, readHash, readNames, readText, readYear } from '../../online/fields.ts'
import { formatOfName } from '../../online/format.ts'

/** What `archive.org/metadata/{id}` says of an item, as far as it concerns sound. */
export interface Item {
  readonly id: string
  readonly title: string | undefined
  readonly creators: readonly string[]
  readonly year: number | undefined
  readonly licence: string | undefined
  readonly uploader: string | undefined
  readonly uploaderUrl: string | undefined
  readonly restrictions: readonly Restriction[]
  readonly files: readonly ItemFile[]
  readonly answer: Answer
}

export interface ItemFile {
  readonly name: string
  readonly format: RemoteFormat
  /** The name of the file that it was made from, or its own. */
  readonly original: string
  readonly private: boolean
  readonly title: string | undefined
  readonly artists: readonly string[]
  readonly album: string | undefined
  readonly track: number | undefined
  readonly disc: number | undefined
  readonly durationMs: number | undefined
  readonly bytes: number | undefined
  readonly md5: string | undefined
  readonly sha1: string | undefined
  readonly licence: string | undefined
}

/** Of an item. A whole radio archive in one is not looked through. */
const MAX_FILES = 5000
/** Some 30,000 files. */
const MAX_BYTES = 16 * 2 ** 20

/** As messages name it. */
export const INTERNET_ARCHIVE = 'The Internet Archive'

/** `undefined` where there is no such item: an unknown name is answered with `{}`. */
export async function askForItem(
  http: Http,
  id: string,
  signal: AbortSignal,
): Promise<Item | undefined> {
  const url = `https://archive.org/metadata/${encodeURIComponent(id)}`
  const said = await askForJson(http, INTERNET_ARCHIVE, { url, maxBytes: MAX_BYTES }, signal)
  if (!said) return undefined
  const root = asRecord(said.json)
  if (root !== said.json || root.error !== undefined) throw unavailable(INTERNET_ARCHIVE, said)
  return root.metadata === undefined ? undefined : readItem(id, root, said.answer)
}

function readItem(id: string, root: JsonObject, answer: Answer): Item {
  const metadata = asRecord(root.metadata)
  return {
    id,
    title: readText(metadata.title),
    creators: splitCredits(metadata.creator ?? metadata.artist),
    year: readYear(metadata.date) ?? readYear(metadata.year),
    licence:
      readText(metadata.licenseurl) ?? readText(metadata.rights) ?? readText(metadata.license),
    ...(readAccount(metadata.uploader) ?? readAccount(metadata.adder) ?? nobody),
    restrictions: readRestrictions(metadata),
    files: asList(root.files)
      .slice(0, MAX_FILES)
      .flatMap((file) => readFile(asRecord(file)) ?? []),
    answer,
  }
}

function readFile(file: JsonObject): ItemFile | undefined {
  const { name } = file
  if (!isSafeName(name)) return undefined
  const format = formatOfName(name)
  if (!format) return undefined
  const original = Array.isArray(file.original) ? file.original[0] : file.original
  return {
    name,
    format,
    original: file.source === 'derivative' && isSafeName(original) ? original : name,
    private: isTrue(file.private),
    title: readText(file.title),
    artists: splitCredits(file.artist ?? file.creator),
    album: readText(file.album),
    track: readCount(file.track),
    disc: readCount(file.disc),
    durationMs: readDuration(file.length),
    bytes: readCount(file.size),
    md5: readHash(file.md5, 32),
    sha1: readHash(file.sha1, 40),
    licence: readText(file.license),
  }
}

/** No way out of the item's folder, and nothing that an address would show in another way. */
function isSafeName(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.length <= 1000 &&
    name.isWellFormed() &&
    !/\p{Cc}/u.test(name) &&
    name.split('/').every((segment) => !/^\.{0,2}$/.test(segment))
  )
}

const kinds: readonly Restriction[] = ['stream-only', 'access-restricted', 'contradictory']

function readRestrictions(metadata: JsonObject): readonly Restriction[] {
  const said: Readonly<Partial<Record<Restriction, boolean>>> = {
    'stream-only': readNames(metadata.collection).includes('stream_only'),
    'access-restricted': isTrue(metadata['access-restricted-item']),
    // A licence was chosen from a list, and its opposite written beside it.
    contradictory:
      readText(metadata.licenseurl) !== undefined &&
      /\ball rights reserved\b/i.test(readNames(metadata.rights).join(' ')),
  }
  return kinds.filter((kind) => said[kind])
}

/** `A; B` is two, as the Archive's own form asks for it. */
const splitCredits = (value: unknown): readonly string[] => [
  ...new Set(readNames(value).flatMap((name) => readNames(name.split(';')))),
]

/** Most uploaders are given as an e-mail address: a person's own, and of no use here. */
function readAccount(value: unknown): Pick<Item, 'uploader' | 'uploaderUrl'> | undefined {
  const name = readText(value)
  // `@name` is an account, and the address of its page.
  const account = /^@[a-z0-9][\w.-]{0,99}$/i.exec(name ?? '')?.[0]
  if (account !== undefined)
    return { uploader: account.slice(1), uploaderUrl: `https://archive.org/details/${account}` }
  return name === undefined || name.includes('@')
    ? undefined
    : { uploader: name, uploaderUrl: undefined }
}

const nobody = { uploader: undefined, uploaderUrl: undefined }
