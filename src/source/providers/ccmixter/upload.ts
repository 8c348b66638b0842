import { definedOnly } from '../../../base/defined.ts'
import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import type { Answer, Recording, RemoteFile } from '../../../model/recording.ts'
import { takeTitleApart } from '../../../text/title/title.ts'
import { readDuration } from '../../online/duration.ts'
import { readCount, readHash, readNames, readText, readUrl } from '../../online/fields.ts'
import { formatOfName, formatOfType } from '../../online/format.ts'

export const ccMixterHost = 'ccmixter.org'

/** One upload of the answer's list; undefined where it has no id, no name or no sound, or is a box of samples. */
export function readUpload(value: unknown, answer: Answer): Recording | undefined {
  const upload = asRecord(value)
  const id = readText(upload.upload_id)
  const name = readText(upload.upload_name)
  if (id === undefined || name === undefined) return undefined
  const extra = asRecord(upload.upload_extra)
  const kinds = splitList(extra.ccud)
  if (kinds.includes('sample') && !kinds.includes('remix')) return undefined
  const account = readText(upload.user_name)
  const artist = readText(upload.user_real_name) ?? account
  const [main, ...others] = chooseFiles(upload.files)
  if (!main) return undefined
  return {
    id,
    source: 'ccmixter',
    title: nameVersion(name, kinds),
    artists: readNames(
      [artist, ...splitList(extra.featuring)].filter((each) => each !== undefined),
    ),
    media: { kind: 'remote', files: [main.file, ...others.map(({ file }) => file)] },
    ...definedOnly({
      durationMs: main.durationMs,
      // Of the upload: there is no other date.
      year: readCount(/\b(?:19|20)\d\d\b/.exec(readText(upload.upload_date_format) ?? '')?.[0]),
      licence: readText(upload.license_url) ?? readText(upload.license_name),
      uploader: artist,
      uploaderUrl: account && `https://${ccMixterHost}/people/${encodeURIComponent(account)}`,
      url: readUrl(upload.file_page_url, [ccMixterHost]) ?? findPage(id),
      popularity: readCount(upload.upload_num_scores),
    }),
    answer,
  }
}

/** Where the host does not say it: any page of its search for this id. */
const findPage = (id: string) =>
  `https://${ccMixterHost}/api/query?${new URLSearchParams({ ids: id, f: 'page' })}`

/** What its kind says and its name does not: the voice alone is another recording than the song. */
function nameVersion(name: string, kinds: readonly string[]): string {
  if (!kinds.includes('acappella')) return name
  const told = takeTitleApart(name).versions.some(({ kind }) => kind === 'a cappella')
  return told ? name : `${name} (A Cappella)`
}

interface UploadedFile {
  readonly file: RemoteFile
  readonly durationMs: number | undefined
  readonly order: number
  /** True where only the format sets it apart from the upload itself. */
  readonly plain: boolean
}

/** Names that uploaders give to a file that is the work itself in another format. */
const PLAIN = /^(?:mp3|flac|ogg|wav|aiff?|m4a|\d{2,3} ?k(?:bps)?|hi-?q|lossless)?$/i

/** Formats of one length, to a rounded second or two, are one sound. */
const SAME_LENGTH_MS = 2000

/** Files of one upload that are looked at: a box of stems may have many more. */
const MAX_FILES = 100

/**
 * The work itself: the first plain sound, and after it others that are plain and as long. An upload
 * holds its stems, samples and other mixes beside it, which are sounds too.
 */
function chooseFiles(value: unknown): readonly UploadedFile[] {
  const sounds = asList(value)
    .slice(0, MAX_FILES)
    .flatMap((each) => readFile(asRecord(each)) ?? [])
    .sort((left, right) => left.order - right.order)
  const main = sounds.find(({ plain }) => plain) ?? sounds[0]
  if (!main) return []
  const others = sounds.filter(
    (sound) => sound !== main && sound.plain && isSameLength(sound.durationMs, main.durationMs),
  )
  return [main, ...others]
}

const isSameLength = (left: number | undefined, right: number | undefined) =>
  left !== undefined && right !== undefined && Math.abs(left - right) <= SAME_LENGTH_MS

function readFile(file: JsonObject): UploadedFile | undefined {
  const info = asRecord(file.file_format_info)
  const extra = asRecord(file.file_extra)
  if (readText(info['media-type']) !== 'audio') return undefined
  if (readText(extra.type) === 'samples' || splitList(extra.ccud).includes('sample'))
    return undefined
  // The host leaves spaces in it, which `readUrl` encodes; files kept elsewhere are not ccMixter's to give.
  const url = readUrl(file.download_url, [ccMixterHost])
  const format =
    formatOfName(`.${readText(info['default-ext'])}`) ??
    formatOfType(readText(info.mime_type) ?? '')
  if (url === undefined || format === undefined) return undefined
  return {
    file: {
      url,
      format,
      original: true,
      ...definedOnly({
        bytes: readCount(file.file_rawsize),
        // Under this name the host gives an MD5.
        md5: readHash(extra.sha1, 32),
        sha1: readHash(extra.sha1, 40),
      }),
    },
    durationMs: readDuration(info.ps),
    order: readCount(file.file_order) ?? 0,
    plain: PLAIN.test(readText(file.file_nicname) ?? ''),
  }
}

function splitList(value: unknown): readonly string[] {
  const parts = (readText(value) ?? '').split(',').map((part) => part.trim())
  return parts.filter((part) => part !== '')
}
