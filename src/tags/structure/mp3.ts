import { FileStart } from '../file-start.ts'
import { readSyncSafe } from '../id3/id3v2-bytes.ts'
import { tagSize } from '../id3/id3v2-tags.ts'
import { MPEG_HEADER_BYTES, parseMpegHeader } from '../streams/mpeg-header.ts'

/** Encoders leave some bytes of zero before the first frame. */
const MAX_ZEROS = 64 * 1024

/** The frames of each tag fill it, and the audio begins behind them. */
export async function findMp3Fault(path: string): Promise<string | undefined> {
  await using file = await FileStart.open(path)
  let at = 0
  for (let size = -1; size !== 0; at += size) {
    await file.load(Math.min(at + 10, file.size))
    size = tagSize(file.bytes.subarray(at))
    if (!(await file.load(at + size))) return 'the tag ends behind the file'
    const fault = size > 0 && findTagFault(file.bytes.subarray(at, at + size))
    if (fault) return fault
  }
  await file.load(Math.min(at + MAX_ZEROS, file.size))
  const start = file.bytes.subarray(at)
  const first = Math.max(
    0,
    start.findIndex((byte) => byte !== 0),
  )
  return isFrameAt(start, first) ? undefined : `no frame at byte ${at + first}`
}

/** https://id3.org/id3v2.4.0-structure, section 4, and the same of version 2.3: frames, then padding of zeros. */
function findTagFault(tag: Buffer): string | undefined {
  const [version, flags] = [tag.readUInt8(3), tag.readUInt8(5)]
  // The others are not written here.
  if ((version !== 3 && version !== 4) || flags !== 0) return undefined
  let at = 10
  while (at + 10 <= tag.length && tag[at] !== 0) {
    const name = tag.toString('latin1', at, at + 4)
    if (!/^[A-Z0-9]{3}[A-Z0-9 \0]$/.test(name)) return `no frame of the tag at byte ${at}`
    const size = version === 4 ? readSyncSafe(tag, at + 4) : tag.readUInt32BE(at + 4)
    at += 10 + size
    if (at > tag.length) return `frame ${name} ends behind its tag`
  }
  return tag.subarray(at).some((byte) => byte !== 0)
    ? `bytes behind the frames at ${at}`
    : undefined
}

/** A frame that another follows, or the file's end. */
function isFrameAt(bytes: Buffer, at: number): boolean {
  const length = frameLength(bytes, at)
  if (length === undefined) return false
  const next = at + length
  return length === 0 || next + 4 > bytes.length || frameLength(bytes, next) !== undefined
}

/** 0 where the header does not say it (free format). */
const frameLength = (bytes: Buffer, at: number) =>
  at + MPEG_HEADER_BYTES <= bytes.length
    ? parseMpegHeader(bytes.readUInt32BE(at))?.bytes
    : undefined
