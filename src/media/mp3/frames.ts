import { open } from 'node:fs/promises'
import { readHeader, readXing, type XingHeader } from './header.ts'
import { MovingWindow } from './moving-window.ts'
import { findTail, skipId3v2 } from './tags-around.ts'

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
  /** Bytes between frames that belong to none. */
  readonly strayBytes: number
  /** The file ends in the middle of a frame. */
  readonly cut: boolean
}

/** Walks over the frames; nothing when there are no two in a row in the first 256 kB after the tags. */
export async function scanMp3(path: string, signal?: AbortSignal): Promise<Mp3Frames | undefined> {
  await using file = await open(path)
  const bytes = new MovingWindow(file, (await file.stat()).size, signal)
  const tagsEnd = await skipId3v2(bytes)
  const start = await findFrame(bytes, tagsEnd, tagsEnd + 256 * 1024)
  if (start === undefined) return undefined
  await bytes.load(start, 4096)
  const first = readHeader(bytes.view, start - bytes.base)
  if (!first) return undefined
  const { xing, silent } = readXing(bytes.view, start - bytes.base, first)
  const audioStart = start + (silent ? first.bytes : 0)
  const walked = await walkFrames(bytes, audioStart, await findTail(bytes), first.kind)
  const { delay, padding } = xing?.gapless ?? { delay: 0, padding: 0 }
  return {
    start,
    audioStart,
    ...walked,
    samplesPerFrame: first.samples,
    sampleRate: first.sampleRate,
    channels: first.channels,
    samples: Math.max(0, walked.frames * first.samples - delay - padding),
    xing,
  }
}

type WalkedFrames = Pick<Mp3Frames, 'audioEnd' | 'frames' | 'strayBytes' | 'cut'>

/** From frame to frame, over bytes that belong to none, up to `end`. */
async function walkFrames(
  bytes: MovingWindow,
  from: number,
  end: number,
  kind: number,
): Promise<WalkedFrames> {
  let position = from
  const walked = { audioEnd: from, frames: 0, strayBytes: 0, cut: false }
  while (position < end) {
    await bytes.load(position, 4)
    const header = position + 4 <= end ? readHeader(bytes.view, position - bytes.base) : undefined
    if (header?.kind === kind) {
      position += header.bytes
      walked.cut = position > end
      if (walked.cut) continue
      walked.frames++
      walked.audioEnd = position
    } else {
      const next = (await findFrame(bytes, position + 1, end, kind)) ?? end
      walked.strayBytes += next - position
      position = next
    }
  }
  return walked
}

/** The offset of two frames in a row: one alone may be chance. */
async function findFrame(bytes: MovingWindow, from: number, to: number, kind?: number) {
  for (let position = from; ; position++) {
    if (!bytes.has(position, 1) || !bytes.isSync(position))
      position = await bytes.findSync(position, to)
    if (position + 4 > Math.min(to, bytes.size)) return undefined
    // Asked first, since awaiting at every byte would be slow.
    if (!bytes.has(position, 4)) await bytes.load(position, 4)
    const header = readHeader(bytes.view, position - bytes.base)
    if (!header || (kind !== undefined && header.kind !== kind)) continue
    const next = position + header.bytes
    if (next + 4 > bytes.size) continue
    await bytes.load(position, header.bytes + 4)
    if (readHeader(bytes.view, next - bytes.base)?.kind === header.kind) return position
  }
}
