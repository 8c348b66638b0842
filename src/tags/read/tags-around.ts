import type { ApeItem } from '../ape/ape-items.ts'
import type { Id3v1 } from '../id3/id3v1.ts'
import { type FramesRead, readTag } from '../id3/id3v2-read.ts'
import { mergeTags, seekOffset, tagSize } from '../id3/id3v2-tags.ts'
import type { ByteSource } from './file-bytes.ts'
import { readTagsBehind } from './tags-behind.ts'

/** The tags that programs put before and behind the content of a file of any kind, and where that begins and ends. */
export interface TagsAround {
  readonly start: number
  readonly end: number
  /** Of all ID3v2 tags; what the first says counts. */
  readonly id3v2: FramesRead
  readonly id3v1?: Id3v1
  readonly ape: readonly ApeItem[]
}

export async function readTagsAround(file: ByteSource): Promise<TagsAround> {
  const front = await readTagsBefore(file)
  const behind = await readTagsBehind(file, front.end)
  const sought = await readSought(file, front)
  return {
    start: front.end,
    end: behind.end,
    id3v2: mergeTags([...front.tags, ...sought, ...behind.id3v2]),
    id3v1: behind.id3v1,
    ape: behind.ape,
  }
}

interface TagsBefore {
  readonly tags: readonly FramesRead[]
  readonly end: number
}

/** Programs leave zeros behind a tag that it does not count. */
const MAX_ZEROS = 16 * 1024

/** All tags of ID3v2 in a row. One that claims more than there is ends with the file. */
async function readTagsBefore(file: ByteSource): Promise<TagsBefore> {
  const tags: FramesRead[] = []
  let end = 0
  for (;;) {
    const size = tagSize(await file.read(end, 10))
    if (size === 0) break
    tags.push(readTag(await file.read(end, size)))
    end += size
  }
  if (end === 0) return { tags, end }
  const zeros = await file.read(end, MAX_ZEROS)
  const filled = zeros.findIndex((byte) => byte !== 0)
  return { tags, end: Math.min(file.size, end + Math.max(0, filled)) }
}

/** The tag that the first one says is further behind. */
async function readSought(file: ByteSource, { tags, end }: TagsBefore): Promise<FramesRead[]> {
  const offset = tags[0] && seekOffset(tags[0].frames)
  if (!offset) return []
  const size = tagSize(await file.read(end + offset, 10))
  return size > 0 ? [readTag(await file.read(end + offset, size))] : []
}
