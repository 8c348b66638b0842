import { type Reason, reason } from '../../model/reason.ts'
import { layerOfItems } from '../ape/ape-tags.ts'
import { fieldsOfFrames, picturesOfFrames } from '../id3/id3-fields.ts'
import { tagsOfId3v1, textsOfId3v1 } from '../id3/id3v1.ts'
import type { FramesRead } from '../id3/id3v2-read.ts'
import { readTagRow } from '../id3/id3v2-tags.ts'
import { asUtf8, findEncodingOf } from '../id3/mend-frames.ts'
import { readFields } from '../map/fields.ts'
import type { ReadRequest, TagLayer } from './container.ts'
import { decodeLegacy } from './legacy-text.ts'
import type { TagsAround } from './tags-around.ts'

export interface ReadLayers {
  readonly layers: readonly TagLayer[]
  readonly notes: readonly Reason[]
  /** What texts of ID3 are in that say they are Latin-1, where that is known. */
  readonly encoding?: string
}

/**
 * What the tags around the content say: ID3v2, APEv2, then ID3v1, whose texts are cut.
 * @param hasApeTags APEv2 is the container's own tag, and counts before ID3v2
 */
export function layersAround(
  { id3v2, id3v1, ape }: TagsAround,
  { path, covers }: ReadRequest,
  hasApeTags = false,
): ReadLayers {
  const encoding = findEncodingOf(id3v2.frames, path, id3v1 && textsOfId3v1(id3v1))
  const frames = asUtf8(id3v2.frames, encoding)
  const decode = (bytes: Uint8Array) => decodeLegacy(bytes, encoding ?? 'windows-1252')
  const first = frames.length > 0 ? [layerOfFrames(frames, covers)] : []
  const second = ape.length > 0 ? [layerOfItems(ape, covers)] : []
  const last = id3v1 ? [{ tags: tagsOfId3v1(id3v1, decode) }] : []
  return {
    layers: hasApeTags ? [...second, ...first, ...last] : [...first, ...second, ...last],
    notes: notesOf(id3v2, encoding),
    encoding,
  }
}

/** The tags of a file from frames of ID3v2.4. */
const layerOfFrames = (frames: FramesRead['frames'], covers: boolean): TagLayer => ({
  tags: readFields('id3', fieldsOfFrames(frames)),
  pictures: covers ? picturesOfFrames(frames) : [],
})

/** What one or several ID3v2 tags say that stand within a container, as a chunk of its own. */
export function readId3Chunk(bytes: Uint8Array, { path, covers }: ReadRequest): ReadLayers {
  const read = readTagRow(bytes)
  const encoding = findEncodingOf(read.frames, path)
  const frames = asUtf8(read.frames, encoding)
  return { layers: [layerOfFrames(frames, covers)], notes: notesOf(read, encoding), encoding }
}

function notesOf({ dropped }: FramesRead, encoding: string | undefined): Reason[] {
  const namesOf = (why: string) => [
    ...new Set(dropped.filter((frame) => frame.why === why).map(({ id }) => id)),
  ]
  const [encrypted, damaged] = [namesOf('encrypted'), namesOf('damaged')]
  return [
    ...(encoding === undefined ? [] : [reason('media.tag-encoding', { encoding })]),
    ...(encrypted.length > 0 ? [reason('media.frames-encrypted', { frames: encrypted })] : []),
    ...(damaged.length > 0 ? [reason('media.frames-damaged', { frames: damaged })] : []),
  ]
}
