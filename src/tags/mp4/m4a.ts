import { open } from 'node:fs/promises'
import { withEdits } from '../../base/copy-file.ts'
import type { Tags } from '../../model/media.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { probeFile } from '../read/probe-file.ts'
import { CannotTagError, type FileTags } from '../write/file-tags.ts'
import { findChanges, type TagChanges } from '../write/update.ts'
import { moveChunks } from './chunk-offsets.ts'
import { placeOfItem, updateItems } from './ilst.ts'
import { type Box, damagedBoxes } from './mp4-boxes.ts'
import { findList, replaceList } from './tag-list.ts'
import { readTopBoxes } from './top-boxes.ts'

/** The box of an M4A file that describes it, with the tags in it: moov, udta, meta, ilst. */
export interface Mp4Head {
  readonly start: number
  readonly moov: Uint8Array
  /** The items of the list of tags, within `moov`. */
  readonly items: readonly Box[]
}

const MAX_HEAD_MEGABYTES = 64

/** An M4A file's tags: a list of atoms, in the manner of iTunes. */
export async function openM4a(path: string): Promise<FileTags> {
  return m4aTags(await readMp4Head(path), (await probeFile(path)).tags)
}

const m4aTags = (head: Mp4Head, tags: Tags): FileTags => ({
  kind: 'mp4',
  container: 'm4a',
  tags,
  items: itemsOf(head),
  rewrite(after, carried) {
    const { start, moov } = head
    const present = itemsOf(head)
    const update = { kind: 'mp4', before: tags, after, present, carried } as const
    const bytes = writeMp4Head(head, findChanges(update))
    return withEdits([{ start, end: start + moov.length, bytes }])
  },
  readBack: async (path) => (await probeFile(path)).tags,
})

const itemsOf = ({ moov, items }: Mp4Head) =>
  items.map((item) => {
    const place = placeOfItem(moov, item)
    return { place, name: place ?? item.name }
  })

export async function readMp4Head(path: string): Promise<Mp4Head> {
  await using file = await open(path)
  const boxes = await readTopBoxes(file, (await file.stat()).size)
  const [found, ...others] = boxes.filter(({ name }) => name === 'moov')
  if (!found || others.length > 0) throw damagedBoxes()
  if (boxes.some(({ name }) => name === 'moof'))
    throw new CannotTagError(reason('media.m4a-fragmented'))
  if (found.end - found.start > MAX_HEAD_MEGABYTES * 1024 * 1024)
    throw new UserError(reason('media.tags-too-large', { maxMegabytes: MAX_HEAD_MEGABYTES }))
  const moov = Buffer.alloc(found.end - found.start)
  const { bytesRead } = await file.read(moov, 0, moov.length, found.start)
  if (bytesRead < moov.length) throw damagedBoxes()
  return { start: found.start, moov, items: findList(moov).items }
}

/** The box with new tags in it. As it may be longer than the old one, the offsets of the audio are corrected. */
function writeMp4Head({ moov, items, start }: Mp4Head, changes: TagChanges): Uint8Array {
  const fresh = replaceList(moov, updateItems(moov, items, changes))
  const shift = fresh.length - moov.length
  if (shift !== 0) moveChunks(fresh, start + moov.length, shift)
  return fresh
}
