import type { Cover } from '../../model/media.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { isMisdescribed, MISDESCRIBED, readPicture } from '../picture.ts'
import type { TagPicture } from '../read/container.ts'
import type { TagItem } from '../write/file-tags.ts'
import type { TagChanges } from '../write/update.ts'

/** A list of comments (https://xiph.org/vorbis/doc/v-comment.html), each as the file has it: `NAME=value`. */
export interface VorbisComment {
  readonly vendor: Uint8Array
  readonly comments: readonly Uint8Array[]
  /** What stands behind the list: Vorbis has its framing bit there, Opus padding or what others put there. */
  readonly rest: Uint8Array
}

export function readVorbisComment(bytes: Uint8Array): VorbisComment {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const word = () => {
    if (at + 4 > bytes.length) throw damaged()
    at += 4
    return view.getUint32(at - 4, true)
  }
  const text = () => {
    const length = word()
    if (at + length > bytes.length) throw damaged()
    at += length
    return bytes.subarray(at - length, at)
  }
  const vendor = text()
  const comments: Uint8Array[] = []
  for (let left = word(); left > 0; left--) comments.push(text())
  return { vendor, comments, rest: bytes.subarray(at) }
}

const damaged = () => new UserError(reason('media.comments-damaged'))

export function writeVorbisComment({ vendor, comments, rest }: VorbisComment): Uint8Array {
  return Buffer.concat([
    ...sized(vendor),
    uint32(comments.length),
    ...comments.flatMap(sized),
    rest,
  ])
}

const sized = (bytes: Uint8Array) => [uint32(bytes.length), bytes]

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** The user's comments without those that are replaced, and behind them the new ones. */
export function updateComments(
  comments: readonly Uint8Array[],
  { fields, replaces }: TagChanges,
): Uint8Array[] {
  const fresh = [...fields].flatMap(([name, texts]) =>
    texts.map((text) => Buffer.from(`${name}=${text}`)),
  )
  return [...comments.filter((comment) => !replaces(placeOfComment(comment))), ...fresh]
}

const PICTURE = 'METADATA_BLOCK_PICTURE'

/** The name in capitals; a front cover is the cover, and any other picture has no place. */
function placeOfComment(comment: Uint8Array): string | undefined {
  const end = comment.indexOf(0x3d)
  if (end < 0) return undefined
  const name = Buffer.from(comment.subarray(0, end)).toString('latin1').toUpperCase()
  if (name !== PICTURE) return name
  return placeOfPicture(Buffer.from(textOf(comment, end + 1), 'base64'))
}

/** Of a picture of FLAC. */
export function placeOfPicture(bytes: Uint8Array): string | undefined {
  const picture = parsePicture(bytes)
  if (!picture?.isWhole || isMisdescribed(picture)) return MISDESCRIBED
  return picture.type === FRONT ? 'cover' : undefined
}

const textOf = (bytes: Uint8Array, start = 0) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start)

/** Named as the file names it. */
export function itemOfComment(comment: Uint8Array): TagItem {
  const end = comment.indexOf(0x3d)
  const name = Buffer.from(comment.subarray(0, end < 0 ? 20 : end)).toString('latin1')
  return { place: placeOfComment(comment), name }
}

const FRONT = 3

/** RFC 9639, section 8.8: a picture of FLAC, which Ogg carries in base64. */
export function renderPicture({ mime, bytes }: Cover): Uint8Array {
  const { width, height } = readPicture(bytes) ?? { width: 0, height: 0 }
  const BITS = 24
  const name = Buffer.from(mime)
  const head = Buffer.alloc(8 + name.length + 24)
  head.writeUInt32BE(FRONT, 0)
  head.writeUInt32BE(name.length, 4)
  name.copy(head, 8)
  // No description.
  const rest = [0, width, height, BITS, 0, bytes.length]
  for (const [index, value] of rest.entries())
    head.writeUInt32BE(value, 8 + name.length + 4 * index)
  return Buffer.concat([head, bytes])
}

export const pictureComment = (cover: Cover): Uint8Array =>
  Buffer.from(`${PICTURE}=${Buffer.from(renderPicture(cover)).toString('base64')}`)

/** The picture in a comment, if it holds one; one that COVERART holds says of no kind what it is. */
export function readPictureComment(comment: Uint8Array): TagPicture[] {
  const end = comment.indexOf(0x3d)
  const name = textOf(comment.subarray(0, Math.max(end, 0))).toUpperCase()
  if (name !== PICTURE && name !== 'COVERART') return []
  const bytes = Buffer.from(textOf(comment, end + 1), 'base64')
  return name === PICTURE ? readPictureBlock(bytes) : [{ isFront: false, data: bytes }]
}

export function readPictureBlock(bytes: Uint8Array): TagPicture[] {
  const picture = parsePicture(bytes)
  return picture ? [{ isFront: picture.type === FRONT, data: picture.data }] : []
}

/** RFC 9639, section 8.8; nothing where its data does not begin. */
function parsePicture(block: Uint8Array) {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength)
  const sizeAt = (at: number) => (at + 4 <= bytes.length ? bytes.readUInt32BE(at) : bytes.length)
  // The type, its media type and description; then sides, depth and colours in 16 bytes.
  const mimeEnd = 8 + sizeAt(4)
  const at = mimeEnd + 4 + sizeAt(mimeEnd) + 16
  if (at + 4 > bytes.length) return undefined
  const end = at + 4 + sizeAt(at)
  const mime = bytes.toString('latin1', 8, mimeEnd)
  const data = bytes.subarray(at + 4, end)
  return { type: bytes.readUInt32BE(0), mime, data, isWhole: end <= bytes.length }
}
