import { withEdits } from '../../base/copy-file.ts'
import type { Tags } from '../../model/media.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { FileStart } from '../file-start.ts'
import { tagSize } from '../id3/id3v2-tags.ts'
import { probeFile } from '../read/probe-file.ts'
import type { FileTags, TagItem } from '../write/file-tags.ts'
import { findChanges, type TagChanges } from '../write/update.ts'
import {
  itemOfComment,
  placeOfPicture,
  readVorbisComment,
  renderPicture,
  updateComments,
  type VorbisComment,
  writeVorbisComment,
} from './vorbis-comment.ts'

/** What stands before the audio of a FLAC file (RFC 9639, section 8). */
export interface FlacHead {
  /** Where the marker stands: behind an ID3v2 tag that some programs put there. */
  readonly start: number
  readonly end: number
  /** All of it, and what stands before the marker. */
  readonly bytes: Uint8Array
  readonly blocks: readonly FlacBlock[]
}

interface FlacBlock {
  readonly type: number
  readonly data: Uint8Array
}

const [VORBIS_COMMENT, PICTURE] = [4, 6]
const MAX_BLOCK_BYTES = 2 ** 24 - 1

/** A FLAC file's tags: a list of comments and pictures, each in a block. */
export async function openFlac(path: string): Promise<FileTags> {
  return flacTags(await readFlacHead(path), (await probeFile(path)).tags)
}

const flacTags = (head: FlacHead, tags: Tags): FileTags => ({
  kind: 'vorbis',
  container: 'flac',
  tags,
  items: itemsOf(head),
  rewrite(after, carried) {
    const present = itemsOf(head)
    const update = { kind: 'vorbis', before: tags, after, present, carried } as const
    const bytes = writeFlacHead(head, findChanges(update))
    return withEdits([{ start: head.start, end: head.end, bytes }])
  },
  readBack: async (path) => (await probeFile(path)).tags,
})

const itemsOf = (head: FlacHead): TagItem[] => [
  ...commentOf(head).comments.map(itemOfComment),
  ...head.blocks
    .filter(({ type }) => type === PICTURE)
    .map((block) => ({ place: placeOfPicture(block.data), name: 'PICTURE' })),
]

export async function readFlacHead(path: string): Promise<FlacHead> {
  await using file = await FileStart.open(path)
  const load = async (length: number) => {
    if (!(await file.load(length))) throw damaged()
    return file.bytes
  }
  const start = tagSize(await load(10))
  if ((await load(start + 4)).toString('latin1', start, start + 4) !== 'fLaC') throw damaged()
  const blocks: FlacBlock[] = []
  let end = start + 4
  for (let last = false; !last; ) {
    const header = (await load(end + 4)).subarray(end, end + 4)
    const next = end + 4 + header.readUIntBE(1, 3)
    const data = (await load(next)).subarray(end + 4, next)
    blocks.push({ type: header.readUInt8(0) & 0x7f, data })
    end = next
    last = (header.readUInt8(0) & 0x80) !== 0
  }
  return { start, end, blocks, bytes: file.bytes.subarray(0, end) }
}

const damaged = () => new UserError(reason('media.flac-head-damaged'))

const noComment: VorbisComment = {
  vendor: Buffer.from('Songkeep'),
  comments: [],
  rest: Buffer.of(),
}

export function commentOf({ blocks }: FlacHead): VorbisComment {
  const block = blocks.find(({ type }) => type === VORBIS_COMMENT)
  return block ? readVorbisComment(block.data) : noComment
}

/** All blocks in their order, with new comments; the stream's description stays the first. */
export function writeFlacHead(head: FlacHead, changes: TagChanges): Uint8Array {
  const comment = commentOf(head)
  const data = writeVorbisComment({
    ...comment,
    comments: updateComments(comment.comments, changes),
  })
  const fresh = { type: VORBIS_COMMENT, data }
  const kept = head.blocks.filter(
    (block) => block.type !== PICTURE || !changes.replaces(placeOfPicture(block.data)),
  )
  const had = kept.some(({ type }) => type === VORBIS_COMMENT)
  const [first, ...others] = kept.map((block) => (block.type === VORBIS_COMMENT ? fresh : block))
  const blocks = [
    ...(first ? [first] : []),
    ...(had ? [] : [fresh]),
    ...others,
    ...(changes.cover ? [{ type: PICTURE, data: renderPicture(changes.cover) }] : []),
  ]
  return Buffer.concat([
    Buffer.from('fLaC'),
    ...blocks.flatMap((block, index) => renderBlock(block, index === blocks.length - 1)),
  ])
}

function renderBlock({ type, data }: FlacBlock, last: boolean): Uint8Array[] {
  if (data.length > MAX_BLOCK_BYTES)
    throw new UserError(reason('media.tags-too-large-for-flac', { maxMegabytes: 16 }))
  const header = Buffer.alloc(4)
  header.writeUInt8(type | (last ? 0x80 : 0), 0)
  header.writeUIntBE(data.length, 1, 3)
  return [header, data]
}
