import { withEdits } from '../../base/copy-file.ts'
import type { Tags } from '../../model/media.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { FileStart } from '../file-start.ts'
import { probeFile } from '../read/probe-file.ts'
import type { FileTags } from '../write/file-tags.ts'
import { findChanges, type TagChanges } from '../write/update.ts'
import { joinPlaces, placeOfFrame, renderCoverFrame, renderFrames } from './id3v2.ts'
import { toVersion3 } from './id3v2-3.ts'
import type { Id3Frame } from './id3v2-frame.ts'
import { writeFrames } from './id3v2-frames.ts'
import { readFrames, tagSize } from './id3v2-tags.ts'
import { asUtf8 } from './mend-frames.ts'

/** The tags before the audio of an MP3, as the one tag of ID3v2.4 that they become. */
interface Mp3Head {
  /** How many bytes of the file are replaced. */
  readonly length: number
  readonly frames: readonly Id3Frame[]
  /** The version of the first of them. */
  readonly version: number | undefined
}

/** An MP3's tags: ID3v2 before the audio. Tags behind it (ID3v1, APEv2, Lyrics3) are read and stay. */
export async function openMp3(path: string, start?: number): Promise<FileTags> {
  const head = await readMp3Head(path, start)
  const { tags, encoding } = await probeFile(path)
  return mp3Tags({ ...head, frames: asUtf8(head.frames, encoding) }, tags)
}

const mp3Tags = (head: Mp3Head, tags: Tags): FileTags => ({
  kind: 'id3',
  container: 'mp3',
  tags,
  items: itemsOf(head),
  ...versionOf(head),
  rewrite(after, carried, { id3 }) {
    const { frames } = head
    const present = itemsOf(head)
    const update = { kind: 'id3', before: tags, after, present, carried, join: joinPlaces } as const
    const bytes = writeMp3Head(frames, findChanges(update), id3 === '2.3' ? 3 : 4)
    return withEdits([{ start: 0, end: head.length, bytes }])
  },
  readBack: async (path) => (await probeFile(path)).tags,
})

const itemsOf = ({ frames }: Mp3Head) =>
  frames.map((frame) => ({ place: placeOfFrame(frame), name: frame.id }))

function versionOf({ version }: Mp3Head): Pick<FileTags, 'id3'> {
  return version === 3 ? { id3: '2.3' } : version === 4 ? { id3: '2.4' } : {}
}

/** `start` is where the audio begins, where that is known: bytes that belong to nothing may follow the tags. */
async function readMp3Head(path: string, start?: number): Promise<Mp3Head> {
  await using file = await FileStart.open(path)
  let end = 0
  for (let size = -1; size !== 0; end += size) {
    await file.load(Math.min(end + 10, file.size))
    size = tagSize(file.bytes.subarray(end))
    if (!(await file.load(end + size))) throw new UserError(reason('media.tag-truncated'))
  }
  const tags = file.bytes.subarray(0, end)
  return { length: start ?? end, frames: readFrames(tags), version: tags[3] }
}

function writeMp3Head(frames: readonly Id3Frame[], changes: TagChanges, version: 3 | 4) {
  const all = [
    ...renderFrames(changes.fields),
    ...(changes.cover ? [renderCoverFrame(changes.cover)] : []),
    ...frames.filter((frame) => !changes.replaces(placeOfFrame(frame))),
  ]
  return writeFrames(version === 3 ? toVersion3(all) : all, version)
}
