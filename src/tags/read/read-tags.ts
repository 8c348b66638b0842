import { type IAudioMetadata, type IOptions, parseBlob, parseBuffer } from 'music-metadata'
import type { Tags } from '../../model/media.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { readFields } from '../map/fields.ts'
import type { TagKind } from '../map/tag-map.ts'
import { commonMetadata } from './common-metadata.ts'
import type { TagLayer } from './container.ts'
import { mergeLayers } from './merge-layers.ts'
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
  return mergeLayers(layersOf(parsed))
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

/** What music-metadata found, by the kinds of tags that the file has, and last what it makes of kinds that are not known here. */
function layersOf({ common, native, format }: IAudioMetadata): readonly TagLayer[] {
  const found = kinds.flatMap(([name, kind]) => {
    const tags = native[name]
    if (!tags) return []
    const opus = kind === 'vorbis' && format.codec === 'Opus'
    const fields = nativeFields(kind, tags)
    const joined = name === 'ID3v2.3' ? rejoinSlashes(fields) : fields
    return [{ tags: readFields(opus ? 'opus' : kind, joined) }]
  })
  const pictures = (common.picture ?? []).map(({ type, data }) => ({
    isFront: type === 'Cover (front)',
    data,
  }))
  // Its own names would say again, and otherwise, what the map has read.
  return [...found, { tags: found.length > 0 ? {} : commonMetadata(common), pictures }]
}
