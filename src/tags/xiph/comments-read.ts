import { readFields } from '../map/fields.ts'
import type { TagLayer, TagPicture } from '../read/container.ts'
import { readPictureComment, readVorbisComment } from './vorbis-comment.ts'

export interface CommentsRead {
  /** Nothing where they are damaged. */
  readonly comments: readonly Uint8Array[] | undefined
  readonly pictures: readonly TagPicture[]
}

/** A list of comments, and the pictures that stand among them. */
export function readComments(bytes: Uint8Array): CommentsRead {
  try {
    const { comments } = readVorbisComment(bytes)
    return { comments, pictures: comments.flatMap(readPictureComment) }
  } catch {
    return { comments: undefined, pictures: [] }
  }
}

const isPicture = (comment: Uint8Array) =>
  /^(?:METADATA_BLOCK_PICTURE|COVERART)=$/i.test(
    Buffer.from(comment.subarray(0, comment.indexOf(0x3d) + 1)).toString('latin1'),
  )

/** Names in capitals; a comment without a name says nothing. */
export function layerOfComments(
  kind: 'vorbis' | 'opus',
  comments: readonly Uint8Array[] = [],
  pictures: readonly TagPicture[],
): TagLayer {
  const fields = new Map<string, string[]>()
  for (const comment of comments.filter((comment) => !isPicture(comment))) {
    const end = comment.indexOf(0x3d)
    if (end < 0) continue
    const name = Buffer.from(comment.subarray(0, end)).toString('latin1').toUpperCase()
    const text = Buffer.from(comment.subarray(end + 1)).toString('utf8')
    const before = fields.get(name)
    if (before) before.push(text)
    else fields.set(name, [text])
  }
  return { tags: readFields(kind, fields), pictures }
}
