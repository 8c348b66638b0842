import type { Tags } from '../../model/media.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { FileStart } from '../file-start.ts'
import { probeFile } from '../read/probe-file.ts'
import { CannotTagError, type FileTags } from '../write/file-tags.ts'
import { findChanges, type TagChanges } from '../write/update.ts'
import {
  FIRST,
  MAX_PAGE_BYTES,
  type PageTail,
  readPage,
  renderPages,
  renderTail,
  tailOf,
  takePackets,
  withOggHead,
} from './ogg-pages.ts'
import {
  itemOfComment,
  pictureComment,
  readVorbisComment,
  updateComments,
  type VorbisComment,
  writeVorbisComment,
} from './vorbis-comment.ts'

/** The headers of an Ogg file with one stream of Vorbis or Opus (RFC 3533, RFC 7845). */
export interface OggHead {
  readonly codec: 'vorbis' | 'opus'
  readonly serial: number
  /** All of it, as it stands in the file. */
  readonly bytes: Uint8Array
  /** The first page, which stays as it is. */
  readonly first: Uint8Array
  readonly comment: VorbisComment
  /** The packets behind the comments: the setup of Vorbis. */
  readonly others: readonly Uint8Array[]
  /** Sound that begins on the last page of these, against the rules (Vorbis I, section A.2). */
  readonly sound?: PageTail
  /** How many pages hold all this, and where the first page of audio begins. */
  readonly pages: number
  readonly end: number
}

const marks = { vorbis: Buffer.from('\x03vorbis', 'latin1'), opus: Buffer.from('OpusTags') }

/** The tags of Vorbis or Opus in Ogg: a list of comments in the second packet. */
export async function openOgg(path: string): Promise<FileTags> {
  return oggTags(await readOggHead(path), (await probeFile(path)).tags)
}

function oggTags(head: OggHead, tags: Tags): FileTags {
  const kind = head.codec
  const items = head.comment.comments.map(itemOfComment)
  return {
    kind,
    container: 'ogg',
    tags,
    items,
    rewrite(after, carried) {
      const changes = findChanges({ kind, before: tags, after, present: items, carried })
      return withOggHead(head, writeOggHead(head, changes))
    },
    readBack: async (path) => (await probeFile(path)).tags,
  }
}

export async function readOggHead(path: string): Promise<OggHead> {
  await using file = await FileStart.open(path)
  const read = async (position: number) => {
    await file.load(Math.min(position + MAX_PAGE_BYTES, file.size))
    return readPage(file.bytes.subarray(position))
  }
  const first = await read(0)
  if (!first || !(first.flags & FIRST)) throw damaged()
  const codec = codecOf(first.content)
  const packets: Uint8Array[] = []
  const wanted = codec === 'opus' ? 1 : 2
  let [pages, end, begun] = [1, first.bytes.length, [] as Uint8Array[]]
  let sound: PageTail | undefined
  while (packets.length < wanted) {
    const page = await read(end)
    if (!page) throw damaged()
    if (page.serial !== first.serial || page.flags & FIRST)
      throw new CannotTagError(reason('media.ogg-several-streams'))
    const { whole, rest } = takePackets(page, begun)
    const missing = wanted - packets.length
    packets.push(...whole.slice(0, missing))
    if (packets.length === wanted) sound = tailOf(page, missing)
    else begun = rest
    pages++
    end += page.bytes.length
  }
  const [comments, ...others] = packets
  if (!comments) throw damaged()
  if (Buffer.compare(comments.subarray(0, marks[codec].length), marks[codec]) !== 0) throw damaged()
  const comment = readVorbisComment(comments.subarray(marks[codec].length))
  const bytes = file.bytes.subarray(0, end)
  return {
    codec,
    serial: first.serial,
    bytes,
    first: first.bytes,
    comment,
    others,
    sound,
    pages,
    end,
  }
}

const damaged = () => new UserError(reason('media.ogg-head-damaged'))

function codecOf(content: Uint8Array): OggHead['codec'] {
  const name = Buffer.from(content.subarray(0, 8)).toString('latin1')
  if (name === 'OpusHead') return 'opus'
  if (name.startsWith('\x01vorbis')) return 'vorbis'
  throw new CannotTagError(reason('media.ogg-other-codec'))
}

/** The headers with new comments, in as many pages as they need. */
export function writeOggHead(head: OggHead, changes: TagChanges) {
  const { comment, codec, first, others, serial, sound } = head
  const comments = [
    ...updateComments(comment.comments, changes),
    ...(changes.cover ? [pictureComment(changes.cover)] : []),
  ]
  const rest = codec === 'vorbis' ? Buffer.of(1) : keptPadding(comment.rest)
  const packet = Buffer.concat([marks[codec], writeVorbisComment({ ...comment, comments, rest })])
  const { bytes, pages } = renderPages([packet, ...others], serial)
  const tail = sound ? [renderTail(sound, serial, 1 + pages)] : []
  return { bytes: Buffer.concat([first, bytes, ...tail]), pages: 1 + pages + tail.length }
}

/** RFC 7845, section 5.2: what begins with an odd byte is data and stays, anything else is padding. */
const keptPadding = (rest: Uint8Array) => ((rest[0] ?? 0) & 1 ? rest : Buffer.of())
