import { open } from 'node:fs/promises'
import { withEdits } from '../../base/copy-file.ts'
import type { Tags } from '../../model/media.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { CannotTagError, type FileTags } from '../file-tags.ts'
import { readFields } from '../map/fields.ts'
import { readTags } from '../read/read-tags.ts'
import { findChanges, type TagChanges } from '../update.ts'
import { placeOfItem, readPair, updateItems } from './ilst.ts'
import { type Box, damagedBoxes, readBoxes, readBoxHeader, writeBox } from './mp4-boxes.ts'

/** The box of an M4A file that describes it, with the tags in it: moov, udta, meta, ilst. */
export interface Mp4Head {
  readonly start: number
  readonly moov: Uint8Array
  /** The items of the list of tags, within `moov`. */
  readonly items: readonly Box[]
}

const MAX_HEAD_MEGABYTES = 64
const MAX_BOXES = 10_000

/** An M4A file's tags: a list of atoms, in the manner of iTunes. */
export async function openM4a(path: string): Promise<FileTags> {
  const head = await readMp4Head(path)
  return m4aTags(head, await readM4aTags(head))
}

const m4aTags = (head: Mp4Head, tags: Tags): FileTags => ({
  kind: 'mp4',
  tags,
  items: itemsOf(head),
  rewrite(after, carried) {
    const { start, moov } = head
    const present = itemsOf(head)
    const update = { kind: 'mp4', before: tags, after, present, carried } as const
    const bytes = writeMp4Head(head, findChanges(update))
    return withEdits([{ start, end: start + moov.length, bytes }])
  },
  readBack: async (path) => await readM4aTags(await readMp4Head(path)),
})

const itemsOf = ({ moov, items }: Mp4Head) =>
  items.map((item) => {
    const place = placeOfItem(moov, item)
    return { place, name: place ?? item.name }
  })

/** The head has all tags. Numbers and totals are read here, since music-metadata reads only their lower byte. */
async function readM4aTags({ moov, items }: Mp4Head): Promise<Tags> {
  const pairs = new Map(
    items.flatMap(({ name, content, end }) =>
      name === 'trkn' || name === 'disk' ? [[name, readPair(moov.subarray(content, end))]] : [],
    ),
  )
  const { extra, ...numbers } = readFields('mp4', pairs)
  return { ...(await readTags(moov, {}, 'audio/mp4')), ...numbers }
}

export async function readMp4Head(path: string): Promise<Mp4Head> {
  await using file = await open(path)
  const { size } = await file.stat()
  const boxes: Box[] = []
  for (let at = 0; at < size; ) {
    const header = Buffer.alloc(16)
    const { bytesRead } = await file.read(header, 0, 16, at)
    // What follows the last box, and is none, is ignored.
    const box = readBoxHeader(header.subarray(0, bytesRead), at, size)
    if (!box) break
    if (boxes.push(box) > MAX_BOXES) throw damagedBoxes()
    at = box.end
  }
  const [found, ...others] = boxes.filter(({ name }) => name === 'moov')
  if (!found || others.length > 0) throw damagedBoxes()
  if (boxes.some(({ name }) => name === 'moof'))
    throw new CannotTagError(reason('media.m4a-fragmented'))
  if (found.end - found.start > MAX_HEAD_MEGABYTES * 1024 * 1024)
    throw new UserError(reason('media.tags-too-large', { maxMegabytes: MAX_HEAD_MEGABYTES }))
  const moov = Buffer.alloc(found.end - found.start)
  const { bytesRead } = await file.read(moov, 0, moov.length, found.start)
  if (bytesRead < moov.length) throw damagedBoxes()
  const ilst = findList(moov).at(-1)
  return { start: found.start, moov, items: ilst ? readBoxes(moov, ilst.content, ilst.end) : [] }
}

/** The path to the list of tags, as far as it is there: moov, udta, meta, ilst. */
function findList(moov: Uint8Array): Box[] {
  const root = readBoxHeader(moov.subarray(0, 16), 0, moov.length)
  if (!root) throw damagedBoxes()
  const path = [root]
  for (const name of ['udta', 'meta', 'ilst']) {
    const parent = path.at(-1)
    const child = parent && childrenOf(moov, parent).find((box) => box.name === name)
    if (!child) break
    path.push(child)
  }
  return path
}

/** A meta box has version and flags before its children, but not as QuickTime writes it. */
function childrenOf(bytes: Uint8Array, box: Box): Box[] {
  const plain = Buffer.from(bytes.subarray(box.content + 4, box.content + 8)).toString('latin1')
  const skip = box.name === 'meta' && plain !== 'hdlr' ? 4 : 0
  return readBoxes(bytes, Math.min(box.content + skip, box.end), box.end)
}

/** The box with new tags in it. As it may be longer than the old one, the offsets of the audio are corrected. */
function writeMp4Head(head: Mp4Head, changes: TagChanges): Uint8Array {
  const { moov, items, start } = head
  const list = writeBox('ilst', updateItems(moov, items, changes))
  const path = findList(moov)
  const fresh = replaceIn(moov, path, list)
  const shift = fresh.length - moov.length
  if (shift !== 0) moveChunks(fresh, start + moov.length, shift)
  return fresh
}

/** From the inside out: each box of the path around what was changed, its other children as they are. */
function replaceIn(bytes: Uint8Array, path: readonly Box[], list: Buffer): Buffer {
  const names = ['moov', 'udta', 'meta', 'ilst']
  let inner = list
  for (let depth = 2; depth >= 0; depth--) {
    const [box, old] = [path[depth], path[depth + 1]]
    const name = names[depth] ?? ''
    if (!box) {
      inner =
        name === 'meta' ? writeBox(name, Buffer.alloc(4), handler, inner) : writeBox(name, inner)
      continue
    }
    const children = childrenOf(bytes, box)
    const first = children[0]?.start ?? box.end
    const head = bytes.subarray(box.content, Math.min(first, box.end))
    const others = children.map((child) =>
      child === old || child.start === old?.start ? inner : bytes.subarray(child.start, child.end),
    )
    inner = writeBox(name, head, ...others, ...(old ? [] : [inner]))
  }
  return inner
}

/** Says that the list is as iTunes writes it. */
const handler = writeBox('hdlr', Buffer.alloc(8), Buffer.from('mdirappl'), Buffer.alloc(9))

/** Corrects the tables of where the audio's chunks begin, counted from the file's start. Chunks before the box stay. */
function moveChunks(moov: Buffer, end: number, shift: number) {
  for (const { name, content, end: last } of tablesIn(moov)) {
    const [wide, count] = [name === 'co64', moov.readUInt32BE(content + 4)]
    if (count * (wide ? 8 : 4) > last - content - 8) throw damagedBoxes()
    for (let i = 0; i < count; i++) {
      const at = content + 8 + i * (wide ? 8 : 4)
      const was = wide ? Number(moov.readBigUInt64BE(at)) : moov.readUInt32BE(at)
      if (was < end) continue
      if (wide) moov.writeBigUInt64BE(BigInt(was + shift), at)
      else if (was + shift > 0xffffffff) throw new UserError(reason('media.tags-too-large-for-m4a'))
      else moov.writeUInt32BE(was + shift, at)
    }
  }
}

/** By their path, since boxes may be nested as deeply as a file is long. */
function tablesIn(moov: Uint8Array): Box[] {
  let boxes = readBoxes(moov, 0, moov.length)
  for (const name of ['trak', 'mdia', 'minf', 'stbl', ''])
    boxes = boxes
      .flatMap(({ content, end }) => readBoxes(moov, content, end))
      .filter((box) => (name ? box.name === name : /^(stco|co64)$/.test(box.name)))
  return boxes.filter(({ content, end }) => end - content >= 8)
}
