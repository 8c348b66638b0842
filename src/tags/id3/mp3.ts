import { openAsBlob } from 'node:fs'
import { withEdits } from '../../base/copy-file.ts'
import type { Tags } from '../../model/media.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { FileStart } from '../file-start.ts'
import type { FileTags } from '../file-tags.ts'
import { codecs } from '../map/codecs.ts'
import { readTags } from '../read/read-tags.ts'
import { findChanges, type TagChanges } from '../update.ts'
import { joinPeople, placeOfFrame, renderCoverFrame, renderFrames } from './id3v2.ts'
import { toVersion3 } from './id3v2-3.ts'
import { type Id3Frame, textsOf } from './id3v2-frame.ts'
import { readFrames, tagSize, writeFrames } from './id3v2-frames.ts'

/** The tags before the audio of an MP3, as the one tag of ID3v2.4 that they become. */
interface Mp3Head {
  /** How many bytes of the file are replaced. */
  readonly length: number
  readonly frames: readonly Id3Frame[]
  /** The tags as they stand in the file, and the first bytes of audio behind them. */
  readonly bytes: Uint8Array
  readonly audio: Uint8Array
  /** Whether other tags stand at the file's end. */
  readonly trailed: boolean
}

/** Some frames, so that readers take it for an MP3. */
const AUDIO_BYTES = 8 * 1024

/** An MP3's tags: ID3v2 before the audio. Tags behind it (ID3v1, APEv2, Lyrics3) are read and stay. */
export async function openMp3(path: string, start?: number): Promise<FileTags> {
  const head = await readMp3Head(path, start)
  const open = async (head: Mp3Head) => mp3Tags(head, await readMp3Tags(path, head))
  return await open(head).catch(async () => {
    // Some frames, or the tags behind the audio, cannot be read: they are left out.
    const frames = await keepReadable(head)
    return await open({ ...head, frames }).catch(() => open({ ...head, frames, trailed: false }))
  })
}

async function keepReadable({ frames, audio }: Mp3Head): Promise<readonly Id3Frame[]> {
  const readable: Id3Frame[] = []
  for (const frame of frames) {
    const source = Buffer.concat([writeFrames([frame]), audio])
    await readTags(source, {}, 'audio/mpeg').then(
      () => readable.push(frame),
      () => {},
    )
  }
  return readable
}

const mp3Tags = (head: Mp3Head, tags: Tags): FileTags => ({
  kind: 'id3',
  tags,
  items: itemsOf(head),
  ...versionOf(head),
  rewrite(after, carried, { id3 }) {
    const { frames } = head
    const present = itemsOf(head)
    const update = { kind: 'id3', before: tags, after, present, carried, join: joinPeople } as const
    const bytes = writeMp3Head(frames, findChanges(update), id3 === '2.3' ? 3 : 4)
    return withEdits([{ start: 0, end: head.length, bytes }])
  },
  async readBack(path) {
    const { bytes, frames, audio } = await readMp3Head(path)
    const source = head.trailed ? path : Buffer.concat([bytes, audio])
    return withOwnReading(await readTags(source, {}, 'audio/mpeg'), frames)
  },
})

const itemsOf = ({ frames }: Mp3Head) =>
  frames.map((frame) => ({ place: placeOfFrame(frame), name: frame.id }))

/** The fourth byte of a tag is its version. */
function versionOf({ bytes: { 3: version } }: Mp3Head): Pick<FileTags, 'id3'> {
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
  const length = start ?? end
  await file.load(Math.min(length + AUDIO_BYTES, file.size))
  const bytes = file.bytes.subarray(0, end)
  // ID3v1 stands in the last 128 bytes; the ends of APEv2 and Lyrics3 stand before it or in its place.
  const trailed = /TAG|LYRICS200/.test((await file.readEnd(128 + 32)).toString('latin1'))
  const audio = file.bytes.subarray(length, length + AUDIO_BYTES)
  return { length, frames: readFrames(bytes), bytes, audio, trailed }
}

/** What music-metadata reads, of the frames as ID3v2.4: in ID3v2.3 it cannot tell "AC/DC" from two artists. */
async function readMp3Tags(path: string, head: Mp3Head): Promise<Tags> {
  const { length, frames, audio, trailed } = head
  const tag = writeFrames(frames)
  const source = trailed
    ? new Blob([tag, (await openAsBlob(path)).slice(length)])
    : Buffer.concat([tag, audio])
  return withOwnReading(await readTags(source, {}, 'audio/mpeg'), frames)
}

/**
 * music-metadata takes all parentheses for numbers of genres, as in "Rock (Indie)", and splits the names of
 * people at commas: both are read here.
 */
function withOwnReading(tags: Tags, frames: readonly Id3Frame[]): Tags {
  const textsIn = (id: string) => {
    const frame = frames.find((frame) => frame.id === id && !frame.grouped)
    return frame && textsOf(frame).map((text) => text.trim())
  }
  const genres = textsIn('TCON')
  // Such genres are numbers from ID3v1's list.
  const plain = genres && !genres.some((genre) => /^(\(|\d+$)/.test(genre))
  const performers = codecs.people.read(textsIn('TMCL') ?? [])
  return {
    ...tags,
    genres: plain ? genres.filter(Boolean) : tags.genres,
    performers: performers ?? tags.performers,
  }
}

function writeMp3Head(frames: readonly Id3Frame[], changes: TagChanges, version: 3 | 4) {
  const all = [
    ...renderFrames(changes.fields),
    ...(changes.cover ? [renderCoverFrame(changes.cover)] : []),
    ...frames.filter((frame) => !changes.replaces(placeOfFrame(frame))),
  ]
  return writeFrames(version === 3 ? toVersion3(all) : all, version)
}
