import { definedOnly } from '../../../base/defined.ts'
import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import type { Answer, MediaLocation, Recording, RemoteFile } from '../../../model/recording.ts'
import { readDuration } from '../../online/duration.ts'
import { readCount, readHash, readText, readUrl, readYear } from '../../online/fields.ts'
import { formatOfType, formatOfUrl, titleOfName } from '../../online/format.ts'
import { readHtml } from '../../online/html.ts'

/** A file's page as a recording; undefined where it is no sound, or not said what it is. */
export function readPage(page: JsonObject, answer: Answer): Recording | undefined {
  const name = readText(page.title)?.replace(/^File:/, '')
  const info = asRecord(asList(page.imageinfo)[0])
  const id = readText(page.pageid) ?? name
  if (name === undefined || id === undefined) return undefined
  const files = listFiles(info, asRecord(asList(page.videoinfo)[0]))
  const [first, ...others] = files
  if (!first) return undefined
  const media: MediaLocation = { kind: 'remote', files: [first, ...others] }
  const said = asRecord(info.extmetadata)
  const artist = readSaid(said.Artist)
  const uploader = readText(info.user)
  const given = titleOfName(name) || name
  return {
    id,
    source: 'wikimedia-commons',
    title: titleOfName(readSaid(said.ObjectName) ?? '') || given,
    artists: artist === undefined ? [] : [artist],
    ...definedOnly({
      durationMs: readDuration(info.duration),
      year: readYear(readSaid(said.DateTimeOriginal)),
      licence:
        readSaid(said.LicenseUrl) ?? readSaid(said.LicenseShortName) ?? readSaid(said.UsageTerms),
      uploader,
      uploaderUrl: uploader && writeWikiUrl(`User:${uploader}`),
    }),
    media,
    answer,
    url: readUrl(info.descriptionurl, ['commons.wikimedia.org']) ?? writeWikiUrl(`File:${name}`),
  }
}

/** Every value is HTML, whatever it holds. */
function readSaid(field: unknown): string | undefined {
  const { value } = asRecord(field)
  const text = typeof value === 'string' ? value : readText(value)
  return text === undefined ? undefined : readText(readHtml(text))
}

/** The file that was uploaded, then what Commons has made from it. */
function listFiles(info: JsonObject, video: JsonObject): readonly RemoteFile[] {
  const original = readOriginal(info)
  if (!original) return []
  const made = asList(video.derivatives)
    .slice(0, 20)
    .flatMap((derivative) => readDerivative(asRecord(derivative)) ?? [])
    // The first of them is the original once more.
    .filter(({ url }) => url !== original.url)
  return [original, ...made]
}

const HOSTS = ['upload.wikimedia.org']

function readOriginal(info: JsonObject): RemoteFile | undefined {
  const url = readUrl(info.url, HOSTS)
  const format = url && (formatOfUrl(url) ?? formatOfType(readText(info.mime) ?? ''))
  if (!url || !format) return undefined
  const facts = { bytes: readCount(info.size), sha1: readHash(info.sha1, 40) }
  return { url, format, original: true, ...definedOnly(facts) }
}

function readDerivative({ src, type }: JsonObject): RemoteFile | undefined {
  const url = readUrl(src, HOSTS)
  const format = url && (formatOfUrl(url) ?? formatOfType(readText(type) ?? ''))
  return url && format ? { url, format, original: false } : undefined
}

/** `User:Ada Holm` → `…/wiki/User:Ada_Holm`. */
const writeWikiUrl = (page: string) =>
  `https://commons.wikimedia.org/wiki/${encodeURIComponent(page.replaceAll(' ', '_')).replace('%3A', ':')}`
