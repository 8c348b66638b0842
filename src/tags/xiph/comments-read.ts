import { readFields } from '../map/fields.ts'
import type { TagLayer, TagPicture } from '../read/container.ts'
import { placeOfComment, readPictureComment, readVorbisComment } from './vorbis-comment.ts'

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

/** Names in capitals; a comment without a name says nothing. */
export function layerOfComments(
  kind: 'vorbis' | 'opus',
  comments: readonly Uint8Array[] = [],
  pictures: readonly TagPicture[],
): TagLayer {
  const fields = new Map<string, string[]>()
  for (const comment of comments) {
    const name = placeOfComment(comment)
    if (name === undefined || name === 'cover') continue
    const text = Buffer.from(comment.subarray(comment.indexOf(0x3d) + 1)).toString('utf8')
    const before = fields.get(name)
    if (before) before.push(text)
    else fields.set(name, [text])
  }
  return { tags: readFields(kind, fields), pictures }
}
