import { definedOnly } from '../../../base/defined.ts'
import { asList, asRecord, type JsonObject } from '../../../base/json.ts'
import type { Answer, MediaLocation, Recording, RemoteFile } from '../../../model/recording.ts'
import { readDuration } from '../../online/duration.ts'
import { isTrue, readCount, readNames, readText, readUrl, readYear } from '../../online/fields.ts'
import { formatOfName, formatOfType } from '../../online/format.ts'
import type { Pod } from './pods.ts'

/** Files of one track that are looked at: whoever uploads it again adds one. */
const MAX_FILES = 20

/**
 * One of `results` (API v1, and its artist credits of version 2); undefined where it has no id, no title,
 * or no licence. What came to the pod from another one (`is_local: false`) lies there, under terms that
 * nobody has read: it is named and linked to.
 */
export function readFunkwhaleTrack(
  value: unknown,
  pod: Pod,
  answer: Answer,
): Recording | undefined {
  const track = asRecord(value)
  const id = readText(track.id)
  const title = readText(track.title)
  const licence = readLicence(track.license)
  if (id === undefined || title === undefined || licence === undefined) return undefined
  const album = asRecord(track.album)
  const uploads = asList(track.uploads).slice(0, MAX_FILES).map(asRecord)
  const media = readMedia(uploads, pod)
  const mayTake = media !== undefined && pod.readOn !== undefined
  return {
    id: `${pod.host}/${id}`,
    source: 'funkwhale',
    title,
    artists: readArtists(track),
    ...definedOnly({
      album: readText(album.title),
      albumArtists: noneIfEmpty(readArtists(album)),
      durationMs: uploads
        .map(({ duration }) => readDuration(duration))
        .find((each) => each !== undefined),
      year: readYear(album.release_date),
      trackNumber: readCount(track.position),
      discNumber: readCount(track.disc_number),
      media,
      licence,
      restrictions: mayTake ? undefined : (['terms-unread'] as const),
      ...readActor(track.attributed_to),
      url: readUrl(`https://${pod.host}/library/tracks/${encodeURIComponent(id)}`),
      popularity: readCount(track.downloads_count),
    }),
    answer,
  }
}

/** A code of Funkwhale's own list, `cc-by-nc-sa-4.0`, or an object that holds it and its address. */
function readLicence(value: unknown): string | undefined {
  const { url, code } = asRecord(value)
  return readText(value) ?? readText(url) ?? readText(code)
}

function readArtists(of: JsonObject): readonly string[] {
  const credit = asList(of.artist_credit).map(asRecord)
  const names = credit.map((each) => readText(each.credit) ?? readText(asRecord(each.artist).name))
  const known = names.filter((name) => name !== undefined)
  return readNames(known.length > 0 ? known : asRecord(of.artist).name)
}

const noneIfEmpty = (names: readonly string[]) => (names.length === 0 ? undefined : names)

/** Its page, else its address among servers. */
function readActor(value: unknown): Pick<Recording, 'uploader' | 'uploaderUrl'> {
  const { name, preferred_username, url, fid } = asRecord(value)
  return {
    uploader: readText(name) ?? readText(preferred_username),
    uploaderUrl: readUrl(url) ?? readUrl(fid),
  }
}

/** What was uploaded, never what the pod would make of it (`to=mp3`): that can be done here, and better. */
function readMedia(uploads: readonly JsonObject[], pod: Pod): MediaLocation | undefined {
  const [first, ...others] = uploads.flatMap((upload) => readUpload(upload, pod) ?? [])
  return first && { kind: 'remote', files: [first, ...others] }
}

function readUpload(upload: JsonObject, { host }: Pod): RemoteFile | undefined {
  if (!isTrue(upload.is_local)) return undefined
  const path = readText(upload.listen_url) ?? ''
  const address = URL.canParse(path, `https://${host}`) ? new URL(path, `https://${host}`).href : ''
  const url = readUrl(address, [host])
  const format =
    formatOfName(`.${readText(upload.extension)}`) ?? formatOfType(readText(upload.mimetype) ?? '')
  if (url === undefined || format === undefined) return undefined
  return { url, format, original: true, ...definedOnly({ bytes: readCount(upload.size) }) }
}
