import { openAsBlob } from 'node:fs'
import { open } from 'node:fs/promises'
import { UserError } from '../../model/errors.ts'
import type { Tags } from '../../model/media.ts'
import { withEdits } from '../copy-file.ts'
import type { FileTags } from './file-tags.ts'
import { forms } from './forms.ts'
import { readTags } from './gather-tags.ts'
import { joinPeople, placeOfFrame, renderCoverFrame, renderFrames } from './id3v2.ts'
import { toVersion3 } from './id3v2-3.ts'
import { type Id3Frame, textsOf } from './id3v2-frame.ts'
import { readFrames, tagSize, writeFrames } from './id3v2-frames.ts'
import { findChanges } from './update.ts'

/** The tags before the sound of an MP3, as the one of ID3v2.4 that they become. */
interface Mp3Head {
  /** How many bytes give way. */
  readonly length: number
  readonly frames: readonly Id3Frame[]
  /** They stand there just as they would be written. */
  readonly plain: boolean
}

const largestHead = 64 * 1024 * 1024

/** An MP3's tags: ID3v2 before the sound. What trails it (ID3v1, APEv2, Lyrics3) is read and stays. */
export async function openMp3(path: string, start?: number): Promise<FileTags> {
  const head = await readMp3Head(path, start)
  return mp3Tags(head, await readMp3Tags(path, head))
}

const mp3Tags = (head: Mp3Head, tags: Tags): FileTags => ({
  kind: 'id3',
  tags,
  rewrite(after, { id3 }) {
    const bytes = writeMp3Head(head, tags, after, id3 === '2.3' ? 3 : 4)
    return withEdits([{ start: 0, end: head.length, bytes }])
  },
  async readBack(path) {
    const { frames } = await readMp3Head(path)
    return withOwnReading(await readTags(path), frames)
  },
  withoutTags: () => mp3Tags({ ...head, frames: [] }, tags),
})

/** `start` is where the sound begins, where that is known: tags may be followed by bytes that belong to nothing. */
async function readMp3Head(path: string, start?: number): Promise<Mp3Head> {
  await using file = await open(path)
  const read = async (position: number, length: number) => {
    const bytes = Buffer.alloc(length)
    const { bytesRead } = await file.read(bytes, 0, length, position)
    return bytes.subarray(0, bytesRead)
  }
  let length = 0
  for (let size = -1; size !== 0; length += size) {
    size = tagSize(await read(length, 10))
    if (length + size > largestHead) throw new UserError('its tag is larger than 64 MB')
  }
  const bytes = await read(0, length)
  if (bytes.length < length) throw new UserError('its tag is cut short')
  const frames = readFrames(bytes)
  const written = writeFrames(frames)
  // The size of the tag may count padding.
  const same = (from: number, to: number) =>
    !Buffer.compare(bytes.subarray(from, to), written.subarray(from, to))
  const plain = length === 0 || (same(0, 6) && same(10, written.length))
  return { length: start ?? length, frames, plain }
}

/** What music-metadata makes of it: ID3v2.3 cannot tell "AC/DC" from two artists, so it is read as what it becomes. */
async function readMp3Tags(path: string, { length, frames, plain }: Mp3Head): Promise<Tags> {
  if (plain) return withOwnReading(await readTags(path), frames)
  const file = await openAsBlob(path)
  const tags = await readTags(new Blob([writeFrames(frames), file.slice(length)]))
  return withOwnReading(tags, frames)
}

/**
 * music-metadata takes all parentheses for numbers of genres, as in "Rock (Indie)", and parts the names of
 * people at commas.
 */
function withOwnReading(tags: Tags, frames: readonly Id3Frame[]): Tags {
  const textsIn = (id: string) => {
    const frame = frames.find((frame) => frame.id === id && !frame.grouped)
    return frame && textsOf(frame).map((text) => text.trim())
  }
  const genres = textsIn('TCON')
  // What begins so is a number from ID3v1's list, or several.
  const plain = genres && !genres.some((genre) => /^(\(|\d+$)/.test(genre))
  const performers = forms.people.read(textsIn('TMCL') ?? [])
  return {
    ...tags,
    ...(plain && { genres: genres.filter(Boolean) }),
    ...(performers && { performers }),
  }
}

function writeMp3Head({ frames }: Mp3Head, before: Tags, after: Tags, version: 3 | 4) {
  const changes = findChanges('id3', before, after, frames.map(placeOfFrame), joinPeople)
  const all = [
    ...renderFrames(changes.slots),
    ...(changes.cover ? [renderCoverFrame(changes.cover)] : []),
    ...frames.filter((frame) => !changes.replaces(placeOfFrame(frame))),
  ]
  return writeFrames(version === 3 ? toVersion3(all) : all, version)
}
