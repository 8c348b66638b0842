import { open } from 'node:fs/promises'
import type { Edit } from '../../base/copy-file.ts'
import { readMp3Header } from '../../tags/streams/mpeg-header.ts'
import type { XingFields } from '../../tags/streams/xing.ts'
import { crc16, crcOfFrames } from './crc.ts'
import { type Mp3Frames, walkFrames } from './frames.ts'
import { MovingWindow } from './moving-window.ts'

/** What a header tells of the frames behind it. */
interface FrameCounts {
  readonly frames: number
  /** Of the header's frame and all behind it. */
  readonly bytes: number
  /** Where each hundredth of the time begins, in 256ths of the bytes. */
  readonly contents: Uint8Array
  readonly crc: number
  readonly padding: number
  readonly hasOneBitRate: boolean
}

/**
 * The frame before the audio, as one that tells all frames behind it, where it tells fewer: frames, bytes, contents and
 * LAME's length, padding and checksums. VBRI, which has its own contents, becomes a Xing header. No other frame changes.
 */
export async function mendHeader(
  path: string,
  mp3: Mp3Frames,
  signal: AbortSignal,
): Promise<Edit | undefined> {
  const { start, audioStart, uncounted } = mp3
  if (uncounted === 0) return undefined
  await using file = await open(path)
  const bytes = Buffer.alloc(audioStart - start)
  await file.read(bytes, 0, bytes.length, start)
  const window = new MovingWindow(file, (await file.stat()).size, signal)
  const counted = { ...(await lookThrough(window, mp3)), crc: await crcOfFrames(path, mp3, signal) }
  const header = readMp3Header(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0)
  if (!header) return undefined
  const fields = mp3.xing?.fields ?? startXing(bytes, header.sideEnd)
  if (!fields) return undefined
  writeFields(bytes, fields, counted)
  return { start, end: audioStart, bytes }
}

async function lookThrough(
  window: MovingWindow,
  mp3: Mp3Frames,
): Promise<Omit<FrameCounts, 'crc'>> {
  const { start, audioStart, audioEnd, frames } = mp3
  const total = audioEnd - start
  const contents = new Uint8Array(100)
  const bitRates = new Set<number>()
  let [hundredth, frame] = [0, 0]
  await window.load(audioStart, 4)
  const kind = readMp3Header(window.view, audioStart - window.base)?.kind ?? 0
  await walkFrames(window, audioStart, audioEnd, kind, (header, position) => {
    bitRates.add(header.bitRate)
    for (; hundredth < 100 && frame * 100 >= hundredth * frames; hundredth++)
      contents[hundredth] = Math.min(255, Math.floor(((position - start) * 256) / total))
    frame++
  })
  const padding = mp3.lastPadding ?? 0
  return { frames, bytes: total, contents, padding, hasOneBitRate: bitRates.size === 1 }
}

/** In the place of a VBRI header; nothing where the frame has no room. */
function startXing(frame: Buffer, name: number): XingFields | undefined {
  const [FRAMES, BYTES, CONTENTS] = [1, 2, 4]
  const hasContents = name + 116 <= frame.length
  if (name + 16 > frame.length) return undefined
  frame.fill(0, 4)
  frame.write('Xing', name, 'latin1')
  frame.writeUInt32BE(FRAMES | BYTES | (hasContents ? CONTENTS : 0), name + 4)
  const contents = hasContents ? name + 16 : undefined
  return { name, frames: name + 8, bytes: name + 12, contents }
}

function writeFields(frame: Buffer, at: XingFields, counted: FrameCounts): void {
  if (!counted.hasOneBitRate) frame.write('Xing', at.name, 'latin1')
  if (at.frames) frame.writeUInt32BE(counted.frames, at.frames)
  if (at.bytes) frame.writeUInt32BE(counted.bytes, at.bytes)
  if (at.contents) frame.set(counted.contents, at.contents)
  const { encoder } = at
  if (!encoder || encoder + 36 > frame.length) return
  // Twelve bits each: the delay before the first sample, and the padding behind the last.
  const delay = frame.readUIntBE(encoder + 21, 3) & 0xfff000
  frame.writeUIntBE(delay | counted.padding, encoder + 21, 3)
  frame.writeUInt32BE(counted.bytes, encoder + 28)
  frame.writeUInt16BE(counted.crc, encoder + 32)
  frame.writeUInt16BE(crc16(frame.subarray(0, encoder + 34)), encoder + 34)
}
