import { openAsBlob } from 'node:fs'
import type { Tags } from '../../../model/media.ts'
import { UserError } from '../../../words/user-error.ts'
import { withEdits } from '../../copy-file.ts'
import { forms } from '../codecs.ts'
import { FileStart } from '../file-start.ts'
import type { FileTags } from '../file-tags.ts'
import { readTags } from '../gather-tags.ts'
import { findChanges } from '../update.ts'
import { joinPeople, placeOfFrame, renderCoverFrame, renderFrames } from './id3v2.ts'
import { toVersion3 } from './id3v2-3.ts'
import { type Id3Frame, textsOf } from './id3v2-frame.ts'
import { readFrames, tagSize, writeFrames } from './id3v2-frames.ts'

/** The tags before the sound of an MP3, as the one of ID3v2.4 that they become. */
interface Mp3Head {
  /** How many bytes give way. */
  readonly length: number
  readonly frames: readonly Id3Frame[]
  /** As they stand in the file, and the first of the sound behind them. */
  readonly bytes: Uint8Array
  readonly sound: Uint8Array
  /** Whether other tags stand at the file's end. */
  readonly trailed: boolean
}

/** Some frames, by which the sound is known. */
const soundBytes = 8 * 1024

/** An MP3's tags: ID3v2 before the sound. What trails it (ID3v1, APEv2, Lyrics3) is read and stays. */
export async function openMp3(path: string, start?: number): Promise<FileTags> {
  const head = await readMp3Head(path, start)
  const open = async (head: Mp3Head) => mp3Tags(head, await readMp3Tags(path, head))
  return await open(head).catch(async () => {
    // What cannot be read is in some of its frames, or behind the sound: that is read no more.
    const frames = await keepReadable(head)
    return await open({ ...head, frames }).catch(() => open({ ...head, frames, trailed: false }))
  })
}

async function keepReadable({ frames, sound }: Mp3Head): Promise<readonly Id3Frame[]> {
  const readable: Id3Frame[] = []
  for (const frame of frames) {
    const source = Buffer.concat([writeFrames([frame]), sound])
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
  ...versionOf(head),
  rewrite(after, { id3 }) {
    const bytes = writeMp3Head(head, tags, after, id3 === '2.3' ? 3 : 4)
    return withEdits([{ start: 0, end: head.length, bytes }])
  },
  async readBack(path) {
    const { bytes, frames, sound } = await readMp3Head(path)
    const source = head.trailed ? path : Buffer.concat([bytes, sound])
    return withOwnReading(await readTags(source, {}, 'audio/mpeg'), frames)
  },
  withoutTags: () => mp3Tags({ ...head, frames: [] }, tags),
})

/** The fourth byte of a tag is its version. */
function versionOf({ bytes: { 3: version } }: Mp3Head): Pick<FileTags, 'id3'> {
  return version === 3 ? { id3: '2.3' } : version === 4 ? { id3: '2.4' } : {}
}

/** `start` is where the sound begins, where that is known: tags may be followed by bytes that belong to nothing. */
async function readMp3Head(path: string, start?: number): Promise<Mp3Head> {
  await using file = await FileStart.open(path)
  let end = 0
  for (let size = -1; size !== 0; end += size) {
    await file.load(Math.min(end + 10, file.size))
    size = tagSize(file.bytes.subarray(end))
    if (!(await file.load(end + size))) throw new UserError('its tag is cut short')
  }
  const length = start ?? end
  await file.load(Math.min(length + soundBytes, file.size))
  const bytes = file.bytes.subarray(0, end)
  // ID3v1 in the last 128 bytes, before it or in its place the ends of APEv2 and Lyrics3.
  const trailed = /TAG|LYRICS200/.test((await file.readEnd(128 + 32)).toString('latin1'))
  const sound = file.bytes.subarray(length, length + soundBytes)
  return { length, frames: readFrames(bytes), bytes, sound, trailed }
}

/** What music-metadata makes of it: ID3v2.3 cannot tell "AC/DC" from two artists, so it is read as what it becomes. */
async function readMp3Tags(path: string, head: Mp3Head): Promise<Tags> {
  const { length, frames, sound, trailed } = head
  const tag = writeFrames(frames)
  const source = trailed
    ? new Blob([tag, (await openAsBlob(path)).slice(length)])
    : Buffer.concat([tag, sound])
  return withOwnReading(await readTags(source, {}, 'audio/mpeg'), frames)
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
    genres: plain ? genres.filter(Boolean) : tags.genres,
    performers: performers ?? tags.performers,
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
