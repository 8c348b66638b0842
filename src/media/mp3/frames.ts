import { open } from 'node:fs/promises'
import { type MpegHeader, readMp3Header } from '../../tags/streams/mpeg-header.ts'
import { readXing, type XingHeader } from '../../tags/streams/xing.ts'
import type { ByteRange } from '../ffmpeg/ffmpeg-job.ts'
import { MovingWindow } from './moving-window.ts'
import { findTail, skipId3v2, skipTag } from './tags-around.ts'

/** What a walk over all frames of an MP3 found. Nothing is decoded. */
export interface Mp3Frames {
  /** Byte offset of the first frame: before it are tags or garbage. */
  readonly start: number
  /** The same of the first frame with audio, and where the last one ends. */
  readonly audioStart: number
  readonly audioEnd: number
  /** Frames with audio; a Xing, Info or VBRI frame has none. */
  readonly frames: number
  readonly samplesPerFrame: number
  readonly sampleRate: number
  readonly channels: number
  /** Samples per channel that a player plays: without encoder delay and padding, where they are given. */
  readonly samples: number
  readonly xing?: XingHeader
  /** Frames with audio that the header does not count: of another file that was joined to the first. */
  readonly uncounted: number
  /** What the header of the last of several joined files says of its end, in samples. */
  readonly lastPadding?: number
  /** Bytes between frames that belong to none, nor to a tag. */
  readonly strayBytes: number
  /** Tags between frames, as joined files have them. */
  readonly tagsWithin: number
  /** The file ends in the middle of a frame. */
  readonly cut: boolean
}

/** The frames, the Xing header among them, without the tags around them. */
export const rangeOf = ({ start, audioEnd }: Mp3Frames): ByteRange => ({ start, end: audioEnd })

/** Walks over the frames; nothing when there are no two in a row in the first 256 kB after the tags. */
export async function scanMp3(path: string, signal?: AbortSignal): Promise<Mp3Frames | undefined> {
  await using file = await open(path)
  const bytes = new MovingWindow(file, (await file.stat()).size, signal)
  const tagsEnd = await skipId3v2(bytes)
  const start = await findFrame(bytes, tagsEnd, tagsEnd + 256 * 1024)
  if (start === undefined) return undefined
  await bytes.load(start, 4096)
  const first = readMp3Header(bytes.view, start - bytes.base)
  if (!first) return undefined
  const xing = readXing(bytes.view, start - bytes.base, first)
  const audioStart = start + (xing ? first.bytes : 0)
  const walked = await walkFrames(bytes, audioStart, await findTail(bytes), first.kind)
  const uncounted = findUncounted(xing, walked.frames, first)
  const { delay, padding } = xing?.gapless ?? { delay: 0, padding: 0 }
  const cutAway = delay + (uncounted > 0 ? (walked.lastPadding ?? 0) : padding)
  return {
    start,
    audioStart,
    ...walked,
    samplesPerFrame: first.samples,
    sampleRate: first.sampleRate,
    channels: first.channels,
    samples: Math.max(0, walked.frames * first.samples - cutAway),
    xing,
    uncounted,
  }
}

/** Headers that are wrong by less than this are left as they are: encoders count differently. */
const MAX_UNCOUNTED_SECONDS = 0.5

function findUncounted(xing: XingHeader | undefined, frames: number, first: MpegHeader): number {
  const uncounted = xing?.frames === undefined ? 0 : frames - xing.frames
  return uncounted * first.samples > MAX_UNCOUNTED_SECONDS * first.sampleRate ? uncounted : 0
}

type WalkedFrames = Pick<
  Mp3Frames,
  'audioEnd' | 'frames' | 'strayBytes' | 'tagsWithin' | 'cut' | 'lastPadding'
>

/** From frame to frame, over tags and bytes that belong to none, up to `end`. */
export async function walkFrames(
  bytes: MovingWindow,
  from: number,
  end: number,
  kind: number,
  visit?: (frame: MpegHeader, position: number) => void,
): Promise<WalkedFrames> {
  let position = from
  const walked: { -readonly [Key in keyof WalkedFrames]: WalkedFrames[Key] } = {
    ...{ audioEnd: from, frames: 0, strayBytes: 0, tagsWithin: 0, cut: false },
  }
  while (position < end) {
    await bytes.load(position, HEADER_BYTES)
    const header =
      position + 4 <= end ? readMp3Header(bytes.view, position - bytes.base) : undefined
    if (header?.kind === kind) {
      const xing = readXing(bytes.view, position - bytes.base, header)
      walked.lastPadding = xing?.gapless?.padding ?? walked.lastPadding
      visit?.(header, position)
      position += header.bytes
      walked.cut = position > end
      if (walked.cut) continue
      walked.frames++
      walked.audioEnd = position
      continue
    }
    const behindTags = await skipTagsWithin(bytes, position, end, kind)
    const next = behindTags ?? (await findFrame(bytes, position + 1, end, kind)) ?? end
    if (behindTags === undefined) walked.strayBytes += next - position
    else if (next < end) walked.tagsWithin++
    position = next
  }
  return walked
}

/** Where the frames go on, or end, behind tags that begin here; a tag of any other length is none. */
async function skipTagsWithin(bytes: MovingWindow, from: number, end: number, kind: number) {
  let position = from
  for (let next = await skipTag(bytes, from); next !== undefined; ) {
    position = next
    next = await skipTag(bytes, position)
  }
  if (position === from) return undefined
  if (position >= end) return end
  await bytes.load(position, 4)
  const isWhole = bytes.has(position, 4)
  return isWhole && readMp3Header(bytes.view, position - bytes.base)?.kind === kind
    ? position
    : undefined
}

/** Of a frame as much as a Xing header takes. */
const HEADER_BYTES = 192

/** The offset of two frames in a row: one alone may be chance. */
async function findFrame(bytes: MovingWindow, from: number, to: number, kind?: number) {
  for (let position = from; ; position++) {
    if (!bytes.has(position, 1) || !bytes.isSync(position))
      position = await bytes.findSync(position, to)
    if (position + 4 > Math.min(to, bytes.size)) return undefined
    // Asked first, since awaiting at every byte would be slow.
    if (!bytes.has(position, 4)) await bytes.load(position, 4)
    const header = readMp3Header(bytes.view, position - bytes.base)
    if (!header || (kind !== undefined && header.kind !== kind)) continue
    const next = position + header.bytes
    if (next + 4 > bytes.size) continue
    await bytes.load(position, header.bytes + 4)
    if (readMp3Header(bytes.view, next - bytes.base)?.kind === header.kind) return position
  }
}
