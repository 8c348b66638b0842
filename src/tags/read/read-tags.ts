import { type IAudioMetadata, type IOptions, parseBlob, parseBuffer } from 'music-metadata'
import { definedOnly } from '../../base/defined.ts'
import type { Cover, Tags } from '../../model/media.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { noTags, readFields } from '../map/fields.ts'
import type { TagKind } from '../map/tag-map.ts'
import { readPicture } from '../picture.ts'
import { commonMetadata } from './common-metadata.ts'
import { nativeFields, rejoinSlashes } from './native-fields.ts'
import { parseContent } from './parse-content.ts'

/** The tags of a file, or of bytes that could be one. A damaged picture is none. Throws UserError. */
export async function readTags(
  source: string | Blob | Uint8Array,
  options: IOptions = {},
  mimeType?: string,
): Promise<Tags> {
  const info = mimeType === undefined ? {} : { mimeType }
  const parse = (options: IOptions) => {
    if (typeof source === 'string') return parseContent(source, options)
    return source instanceof Blob ? parseBlob(source, options) : parseBuffer(source, info, options)
  }
  const parsed = await parse(options)
    .catch(() => parse({ ...options, skipCovers: true }))
    .catch((error: Error) => {
      const why = reason('media.tags-damaged', { detail: error.message })
      throw new UserError(why, undefined, { cause: error })
    })
  return gatherTags(parsed)
}

/** Kinds by music-metadata's names, the first to be believed before the next: a file may carry several. */
const kinds: readonly (readonly [native: string, kind: TagKind])[] = [
  ['vorbis', 'vorbis'],
  ['iTunes', 'mp4'],
  ['ID3v2.4', 'id3'],
  ['ID3v2.3', 'id3'],
  // Its names are those of Vorbis comments, in other letters.
  ['APEv2', 'vorbis'],
]

/** What music-metadata found, as Tags. */
export function gatherTags({ common, native, format }: IAudioMetadata): Tags {
  const found = kinds.flatMap(([name, kind]) => {
    const tags = native[name]
    if (!tags) return []
    const opus = kind === 'vorbis' && format.codec === 'Opus'
    const fields = nativeFields(kind, tags)
    return [readFields(opus ? 'opus' : kind, name === 'ID3v2.3' ? rejoinSlashes(fields) : fields)]
  })
  const cover = gatherCover(common.picture)
  // The first is believed most, so it is laid over all others.
  const extra = Object.assign({}, ...found.map((tags) => tags.extra).reverse())
  const layers = [...found, commonMetadata(common)].reverse().map(definedOnly)
  const merged: Partial<Tags> = Object.assign({}, ...layers)
  return { ...noTags, ...merged, cover, extra }
}

/** The front cover among pictures, or the first. */
export function gatherCover(
  pictures: readonly { readonly type?: string; readonly data: Uint8Array }[] = [],
): Cover | undefined {
  const usable = pictures.flatMap(({ type, data }) => {
    const read = readPicture(data)
    return read ? [{ type, cover: { mime: read.mime, bytes: data } }] : []
  })
  const front = usable.find(({ type }) => type === 'Cover (front)') ?? usable[0]
  return front?.cover
}
